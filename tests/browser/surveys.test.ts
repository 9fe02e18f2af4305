import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keepPicture, launchBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { Stage } from '../support/stage.js';
import { findings } from './axe.js';
import { leadPage } from './lead-page.js';

let browser: Browser;
let served: Served;
let stage: Stage;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve();
  stage = new Stage(served.app.deps.store, served.app.deps);
  page = await leadPage(browser, served);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());

async function take(who: string, answers: readonly string[]): Promise<void> {
  for (const words of ['moet ik dimona doen', 'Geholpen', 'Ja, graag', 'Ja, begin', ...answers])
    await stage.say(words, { who });
}

describe('a survey, from the lead to the mentors and back', () => {
  test('is written in the desk, as the mentor will see it', async () => {
    await page.goto(`${served.origin}/desk/inzichten/bevragingen`);
    await page.getByRole('button', { name: 'Nieuwe bevraging' }).click();
    await page.getByLabel('Titel').fill('Einde van het schooljaar');
    await page.getByLabel('Waarvoor dient ze?').fill('Hoe liep het dit jaar?');
    const first = page.getByRole('group', { name: 'Vraag 1' });
    await first.getByRole('textbox', { name: 'Vraag' }).fill('Hoe liep het met de school?');
    await page.getByRole('button', { name: 'Voeg een vraag toe' }).click();
    const second = page.getByRole('group', { name: 'Vraag 2' });
    await second.getByLabel('Soort').selectOption('choice');
    await second.getByRole('textbox', { name: 'Vraag' }).fill('Neem je weer een leerling?');
    await page.getByRole('button', { name: 'Voeg een vraag toe' }).click();
    const third = page.getByRole('group', { name: 'Vraag 3' });
    await third.getByLabel('Soort').selectOption('open');
    await third.getByRole('textbox', { name: 'Vraag' }).fill('Wat had je geholpen?');
    await page.getByRole('button', { name: 'Zet vraag 3 hoger' }).click();
    await eventually(async () => {
      expect(await page.getByRole('region', { name: 'Zo ziet de mentor het' }).innerText()).toMatch(
        /Hoe liep het met de school.*Wat had je geholpen.*Neem je weer.*Weet ik niet/s,
      );
    });
    await page.getByRole('button', { name: 'Zet vraag 3 hoger' }).click();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'bevraging-schrijven');
    await page.getByLabel('Eerste dag').fill(today());
    await page.getByLabel('Laatste dag').fill('2020-01-01');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByRole('alert').getByText('De einddatum ligt voor de begindatum.').waitFor();
    await page.getByLabel('Laatste dag').fill(today());
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Loopt nu').waitFor();
  });

  test('shows its results once three mentors took it in the chat', async () => {
    await page.getByText('Nog te weinig antwoorden').first().waitFor();
    await take('jan', ['4', 'Ja', 'een lijst van school']);
    await take('piet', ['5', 'Nee', 'meer tijd']);
    await take('an', ['3', 'Ja', 'een belletje in maart']);
    await page.reload();
    await page.getByText('3 uitgenodigd, 3 begonnen, 3 klaar, 0 gestopt.').waitFor();
    expect(await page.getByRole('region', { name: 'Vraag 1' }).innerText()).toContain('gemiddeld 4 op 5');
    expect(await page.getByRole('region', { name: 'Vraag 3' }).getByRole('listitem').allInnerTexts()).toEqual([
      'een belletje in maart',
      'een lijst van school',
      'meer tijd',
    ]);
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'bevraging-resultaten');
  });
});

describe('a statement for the firm', () => {
  test('fits on one sheet, with what a coach noted beside what the helpline knows', async () => {
    await stage.say('iets waar de bot niets van weet', { who: 'jef' });
    await stage.say('coach', { who: 'jef' });
    await page.goto(`${served.origin}/desk`);
    await page.getByRole('link', { name: /1001/ }).click();
    await page.getByRole('textbox', { name: 'Antwoord aan de mentor' }).fill('Bel de school.');
    await page.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await page.getByText('1 bericht bezorgd').waitFor();
    await page.getByRole('link', { name: 'Overzicht van begeleiding' }).click();
    await page.getByRole('cell', { name: 'Antwoord van de coach' }).waitFor();
    await page.getByLabel('Mentor en onderneming').fill('Jef, Tuinen Jef bv');
    await page.getByRole('button', { name: 'Bewaar naam' }).click();
    await page.getByText(/^Jef, Tuinen Jef bv, schooljaar/).waitFor();
    await page.getByLabel('Opmerking').fill('Kennismaking');
    await page.getByRole('button', { name: 'Noteer', exact: true }).click();
    await page.getByRole('cell', { name: /Kennismaking/ }).waitFor();
    await page.getByText(/^2 contactmomenten, samen/).waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Terug naar de lijst' }).click();
    await page.getByRole('link', { name: 'Jef, Tuinen Jef bv' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

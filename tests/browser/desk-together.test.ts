import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DeskVisitors, PASSWORD } from '../support/desk-visitors.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { Stage } from '../support/stage.js';

let browser: Browser;
let served: Served;
let stage: Stage;
let visitors: DeskVisitors;
let katrien: Page;
let bogdan: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve();
  stage = new Stage(served.app.deps.store, served.app.deps);
  visitors = new DeskVisitors(browser, served);
  await visitors.account('Katrien', 'lead');
  await visitors.account('Bogdan', 'coach');
  for (const [who, question] of [
    ['jan', 'mag mijn hond mee naar de werf'],
    ['piet', 'mag de hond van de leerling mee naar de werf'],
    ['luc', 'mag zijn kat mee in de camion'],
  ] as const) {
    await stage.say(question, { who });
    await stage.say('coach', { who });
  }
  [katrien, bogdan] = await Promise.all([visitors.signIn('Katrien'), visitors.signIn('Bogdan')]);
});
afterAll(async () => {
  await visitors.leave();
  await browser.close();
  await served.stop();
});

const openTicket = async (page: Page, number: number): Promise<void> => {
  await page.goto(`${served.origin}/desk`);
  await page.getByRole('button', { name: 'Alle open' }).click();
  await page.getByRole('link', { name: new RegExp(String(number)) }).click();
  await page.getByRole('heading', { name: `Vraag ${String(number)}` }).waitFor();
};
const more = async (page: Page, item: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
/** The last words the bot or a coach wrote to a mentor. */
const lastTo = async (who: string): Promise<string> => {
  const key = (await stage.conversation(who))?.key ?? '';
  const lines = await served.app.deps.store.readLog<{ from: string; text: string }>(`talk:${key}`, 0, 100);
  return lines.filter(({ body }) => body.from !== 'asker').at(-1)?.body.text ?? '';
};

describe('two coaches through a morning', () => {
  test('both press "Neem" at once: one has it, the other reads who', async () => {
    await Promise.all([openTicket(katrien, 1001), openTicket(bogdan, 1001)]);
    await Promise.all([katrien, bogdan].map((page) => page.getByRole('button', { name: 'Neem deze vraag' }).waitFor()));
    // By script: whoever is late by a blink may find the button gone already.
    const press = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('button')].find((one) => one.textContent === 'Neem deze vraag')?.click(),
      );
    await Promise.all([katrien, bogdan].map(press));
    const mine = (page: Page) => page.locator('article').getByText('bij jou').count();
    await Promise.all(
      [katrien, bogdan].map((page) =>
        page
          .getByText(/bij jou|bij (?:Katrien|Bogdan)/)
          .last()
          .waitFor(),
      ),
    );
    await eventually(async () => expect((await mine(katrien)) + (await mine(bogdan))).toBe(1));
  });

  test('one question joins another: both mentors get the answer, each in his own conversation', async () => {
    const holder = (await katrien.locator('article').getByText('bij jou').count()) === 1 ? katrien : bogdan;
    await more(holder, /Voeg een andere/);
    await holder.getByLabel('Zoek op woord, naam of nummer').fill('leerling');
    await holder.getByRole('radio', { name: /1002/ }).click();
    await holder.keyboard.press('Enter');
    await holder.getByText('één andere mentor wacht mee').waitFor();
    await holder.getByRole('textbox', { name: 'Antwoord aan de mentor' }).fill('Nee, **geen honden** op de werf.');
    await holder.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await holder.getByText('2 berichten bezorgd').waitFor();
    const answer = 'Nee, geen honden op de werf.';
    await eventually(async () => expect([await lastTo('jan'), await lastTo('piet')]).toEqual([answer, answer]));
  });

  test('put off until tomorrow it leaves the list, and comes back when the mentor writes', async () => {
    await openTicket(bogdan, 1003);
    await bogdan.getByRole('textbox', { name: 'Antwoord aan de mentor' }).fill('Welke camion?');
    await bogdan.getByRole('button', { name: 'Verstuur en wacht op de mentor' }).click();
    await bogdan.getByText('1 bericht bezorgd').waitFor();
    await bogdan.getByRole('button', { name: 'Stel uit' }).click();
    await bogdan.getByRole('menuitem', { name: 'Kies een moment' }).click();
    await bogdan.getByLabel('Tot wanneer').fill('2020-01-01T08:00');
    await bogdan.getByText('Kies een moment in de toekomst.').waitFor();
    await bogdan.getByRole('button', { name: 'Annuleer' }).click();
    await bogdan.getByRole('button', { name: 'Stel uit' }).click();
    await bogdan.getByRole('menuitem', { name: 'Kies een moment' }).click();
    await bogdan.getByRole('dialog').getByRole('button', { name: 'Stel uit' }).click();
    await bogdan.getByRole('button', { name: 'Toon weer' }).waitFor();
    await bogdan.getByRole('button', { name: /^Van mij/ }).click();
    await bogdan.getByText('Je hebt geen vragen bij je').waitFor();
    await stage.say('de rode', { who: 'luc' });
    await bogdan.getByRole('link', { name: /1003/ }).waitFor();
  });

  test('the lead invites a colleague, who comes in by the link and is seen at once', async () => {
    await katrien.goto(`${served.origin}/desk/team`);
    await katrien.getByLabel('Naam').fill('Sofie');
    await katrien.getByLabel('E-mailadres').fill('sofie@voorbeeld.be');
    await katrien.getByRole('button', { name: 'Maak een link' }).click();
    const link = new URL(await katrien.getByLabel(/Bezorg deze link zelf aan/).inputValue());
    const sofie = await visitors.visit(link.pathname.replace('/desk', '') + link.search);
    await sofie.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=email]')?.value !== '');
    await sofie.getByLabel('Wachtwoord').fill(PASSWORD);
    await sofie.locator('form button[type=submit]').click();
    await sofie.getByRole('button', { name: 'Alle open' }).waitFor();
    await katrien.getByText('Sofie · sofie@voorbeeld.be').waitFor();
  });

  test('taking away access asks first, and ends what was open', async () => {
    await katrien.goto(`${served.origin}/desk/team`);
    await katrien.getByRole('button', { name: 'Neem toegang weg van Sofie' }).click();
    await katrien.getByRole('alertdialog').getByRole('button', { name: 'Annuleer' }).click();
    await katrien.getByRole('button', { name: 'Neem toegang weg van Sofie' }).click();
    await katrien.getByRole('alertdialog').getByRole('button', { name: 'Neem toegang weg' }).click();
    await katrien.getByText(/sofie@voorbeeld.be.*geen toegang/).waitFor();
  });

  test('a new password holds at once, and signs out everywhere else', async () => {
    const elsewhere = await visitors.signIn('Bogdan');
    await bogdan.goto(`${served.origin}/desk/account`);
    await bogdan.getByLabel('Huidig wachtwoord').fill('niet juist');
    await bogdan.getByLabel('Nieuw wachtwoord').fill('een nieuwe zin vol bomen');
    await bogdan.getByRole('button', { name: 'Wijzig' }).click();
    await bogdan.getByRole('alert').waitFor();
    await bogdan.getByLabel('Huidig wachtwoord').fill(PASSWORD);
    await bogdan.getByRole('button', { name: 'Wijzig' }).click();
    await bogdan.getByText('Je wachtwoord is gewijzigd').waitFor();
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: 'Coachdesk Mentorlijn' }).waitFor();
    await visitors.signIn('Bogdan', undefined, 'een nieuwe zin vol bomen');
  });
});

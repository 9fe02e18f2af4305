import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { DeskTicket } from '../../handlers/desk/desk-ticket.js';
import { findings } from './axe.js';
import { keepPicture, launchBrowser } from '../support/browser.js';
import { addressOf, DeskVisitors, PASSWORD } from '../support/desk-visitors.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { sitePhoto } from '../support/site-photo.js';
import { PDF, WAV } from '../support/small-files.js';
import { Stage } from '../support/stage.js';

let browser: Browser;
let served: Served;
let stage: Stage;
let visitors: DeskVisitors;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  served = await serve();
  stage = new Stage(served.app.deps.store, served.app.deps);
  visitors = new DeskVisitors(browser, served);
  await visitors.account('Katrien', 'lead');
  await visitors.account('Bogdan', 'coach');
});
afterEach(async () => {
  await visitors.leave();
  await served.stop();
});

async function ask(who: string, question: string): Promise<void> {
  await stage.say(question, { who });
  await stage.say('coach', { who });
}

const answerBox = (page: Page) => page.getByRole('textbox', { name: 'Antwoord aan de mentor' });
const heading = (page: Page, number: number) =>
  page.getByRole('heading', { name: `Vraag ${String(number)}` }).waitFor();

/** A mentor who sends files over the real Direct Line, and then asks for a coach. */
async function sendFiles(): Promise<void> {
  const at = `${served.origin}/v3/directline`;
  const started = (await (await fetch(`${at}/tokens/generate`, { method: 'POST' })).json()) as {
    token: string;
    conversationId: string;
  };
  const headers = { authorization: `Bearer ${started.token}` };
  const form = new FormData();
  const activity = JSON.stringify({ type: 'message', text: 'is dit hek veilig voor iets anders', from: { id: 'me' } });
  form.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
  for (const [name, type, bytes] of [
    ['hek.jpg', 'image/jpeg', await sitePhoto(browser, 600, 400)],
    ['stem.wav', 'audio/wav', WAV],
    ['brief.pdf', 'application/pdf', PDF],
  ] as const)
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  const path = `${at}/conversations/${started.conversationId}`;
  await fetch(`${path}/upload?userId=me`, { method: 'POST', headers, body: form });
  await fetch(`${path}/activities`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text: 'coach' }),
  });
}

describe('a coach’s morning', () => {
  test('goes from question to question by keys alone, with a text to use again and a suggestion', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    await ask('piet', 'dimona voor mijn kat, of iets anders');
    const page = await visitors.signIn('Katrien');
    await page.getByRole('link', { name: /1001/ }).waitFor();
    await page.keyboard.press('j');
    await heading(page, 1001);
    await page.keyboard.press('j');
    await heading(page, 1002);
    await page
      .getByRole('button', { name: /^Zet in antwoord/ })
      .first()
      .waitFor();
    await page.keyboard.press('c');
    await page.getByText('bij jou').first().waitFor();
    await page.keyboard.press('t');
    await page.getByRole('menuitem', { name: 'Ik zoek het uit' }).waitFor();
    await page.getByRole('menuitem', { name: 'Ik zoek het uit' }).press('Enter');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Dag,'));
    await page.keyboard.press('v');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('Bron'));
    // The suggestion stands between the greeting and the name.
    await eventually(async () => {
      expect(await answerBox(page).inputValue()).toMatch(/^Dag,\n\n[^]*Bron[^]*\n\n[^]*Katrien$/);
    });
    await page.keyboard.press('r');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Volgende vraag' }).waitFor();
    await page.getByText('1 bericht bezorgd').waitFor();
    await page.keyboard.press('j');
    await heading(page, 1001);
  });

  test('"?" shows the keys, and letters can be switched off', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await visitors.signIn('Katrien');
    await page.getByRole('link', { name: /1001/ }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Sneltoetsen' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('switch', { name: 'Losse letters' }).press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(await page.getByRole('heading', { name: 'Vraag 1001' }).count()).toBe(0);
  });

  test('shows a photo, plays a voice note and offers a letter to download', async () => {
    await sendFiles();
    const page = await visitors.signIn('Katrien');
    await page.getByRole('link', { name: /hek veilig/ }).click();
    const photo = page.getByRole('img', { name: 'hek.jpg' });
    await photo.waitFor();
    await eventually(async () => {
      expect(await photo.evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBe(600);
    });
    const sound = page.locator('audio');
    await sound.evaluate(
      (node) =>
        new Promise((done) => {
          const audio = node as HTMLAudioElement;
          if (audio.readyState > 0) done(null);
          else audio.addEventListener('loadedmetadata', done);
        }),
    );
    expect(await sound.evaluate((node) => (node as HTMLAudioElement).duration)).toBeCloseTo(0.2, 1);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).last().click();
    expect((await download).suggestedFilename()).toBe('brief.pdf');
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'coach-bijlagen');
  });

  test('a call is noted where the number stands', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    await stage.press({ do: 'callback', when: 'middag' });
    await stage.say('0470 12 34 56');
    const page = await visitors.signIn('Katrien');
    await page.getByRole('link', { name: /1001/ }).click();
    expect(await page.getByRole('link', { name: /470/ }).getAttribute('href')).toBe('tel:+32470123456');
    await page.getByRole('button', { name: 'Gebeld', exact: true }).click();
    await page.getByRole('button', { name: 'Noteer' }).click();
    await page.getByText(/Gebeld vandaag .* door Katrien/).waitFor();
  });

  test('time noted over a line that broke, and then changed, counts once and says so', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await visitors.signIn('Katrien');
    await page.getByRole('link', { name: /1001/ }).click();
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Tijd noteren' }).click();
    await page.route(
      '**/minutes',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    const dialog = page.getByRole('dialog');
    const note = dialog.getByRole('button', { name: 'Noteer' });
    await note.click();
    await dialog.getByText(/Geen verbinding/).waitFor();
    const minutes = dialog.getByLabel('Minuten opgezocht of geschreven');
    await minutes.fill('15');
    await note.click();
    await dialog.getByText(/Je tijd was al genoteerd/).waitFor();
    await minutes.fill('5');
    await note.click();
    await dialog.waitFor({ state: 'detached' });
    const tickets = await served.app.deps.store.query<DeskTicket>({ kind: 'ticket', index: 'created' });
    expect(tickets.map(({ body }) => body.minutes)).toEqual([15]);
  });

  test('a later answer is told to the mentor', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await visitors.signIn('Katrien');
    await page.getByRole('link', { name: /1001/ }).click();
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('menuitem', { name: /Later antwoorden/ }).click();
    await page.getByRole('button', { name: 'Verzet en vertel het' }).click();
    await page
      .getByRole('list', { name: 'Berichten' })
      .getByText(/Je antwoord komt later dan gedacht/)
      .waitFor();
  });

  test('a colleague’s questions come to who stands in, and are taken over in one click', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const bogdan = await visitors.signIn('Bogdan');
    await bogdan.getByRole('link', { name: /1001/ }).click();
    await bogdan.getByRole('button', { name: 'Neem deze vraag' }).click();
    const katrien = await visitors.signIn('Katrien');
    await bogdan.goto(`${served.origin}/desk/account`);
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await bogdan.getByLabel('Afwezig tot en met').fill(day);
    await bogdan.getByLabel('Wie volgt je vragen op?').selectOption({ label: 'Katrien' });
    await bogdan.getByRole('button', { name: 'Meld afwezig' }).click();
    await bogdan.getByRole('button', { name: 'Ik ben terug' }).waitFor();
    await katrien.getByRole('button', { name: /Van mij/ }).click();
    await katrien.getByText('jij vervangt').waitFor();
    await katrien.getByRole('link', { name: /1001/ }).click();
    await katrien.getByRole('button', { name: 'Neem over van Bogdan (afwezig)' }).click();
    await katrien.getByText('bij jou').first().waitFor();
  });
});

describe('accounts', () => {
  test('a lost password is renewed by a link of the lead; other places are signed out', async () => {
    const old = await visitors.signIn('Bogdan');
    const lead = await visitors.signIn('Katrien');
    await lead.goto(`${served.origin}/desk/team`);
    await lead.getByRole('button', { name: /nieuw wachtwoord voor Bogdan/ }).click();
    const link = await lead.getByLabel(/Bezorg deze link zelf aan Bogdan/).inputValue();
    expect(await findings(lead)).toEqual([]);
    const page = await visitors.visit(new URL(link).pathname.replace('/desk', '') + new URL(link).search);
    await page.getByRole('heading', { name: 'Kies een nieuw wachtwoord' }).waitFor();
    await page.getByLabel('Wachtwoord').fill('nog een lange zin vol bomen');
    await page.getByRole('button', { name: 'Bewaar en meld aan' }).click();
    await page.getByRole('button', { name: 'Alle open' }).waitFor();
    await old.reload();
    await old.getByRole('heading', { name: 'Coachdesk Mentorlijn' }).waitFor();
    await visitors.signIn('Bogdan', undefined, 'nog een lange zin vol bomen');
  });

  test('five wrong passwords lock the account, also for the right one', async () => {
    const page = await visitors.visit();
    await page.getByLabel('E-mailadres').fill(addressOf('Bogdan'));
    const tries = [...Array.from({ length: 6 }, (_, index) => `verkeerd ${String(index)}`), PASSWORD];
    for (const password of tries) {
      await page.getByLabel('Wachtwoord').fill(password);
      const answered = page.waitForResponse(/\/login$/);
      await page.getByRole('button', { name: 'Aanmelden' }).click();
      await answered;
    }
    await page.getByText('Te veel foute pogingen').waitFor();
  });

  test('sessions are listed, and ended from elsewhere', async () => {
    const [here, there] = [await visitors.signIn('Bogdan'), await visitors.signIn('Bogdan')];
    await here.goto(`${served.origin}/desk/account`);
    await here.getByText('(hier)').waitFor();
    await here.getByRole('button', { name: 'Meld daar af' }).click();
    await here.getByRole('button', { name: 'Meld daar af' }).waitFor({ state: 'detached' });
    await there.reload();
    await there.getByRole('heading', { name: 'Coachdesk Mentorlijn' }).waitFor();
  });

  test('texts to use again are written, filled in and thrown away', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await visitors.signIn('Bogdan');
    await page.goto(`${served.origin}/desk/teksten`);
    await page.getByRole('button', { name: 'Nieuwe tekst' }).click();
    await page.getByLabel('Titel').fill('Hond op de werf');
    await page.getByRole('textbox', { name: /^Tekst/ }).fill('Over vraag ');
    await page.getByRole('button', { name: 'Voeg {nummer} toe' }).click();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByRole('heading', { name: 'Hond op de werf' }).waitFor();
    await page.getByRole('link', { name: 'Terug naar de vragen' }).click();
    await page.getByRole('link', { name: /1001/ }).click();
    await page.getByRole('button', { name: 'Standaardtekst' }).click();
    await page.getByRole('menuitem', { name: 'Hond op de werf' }).click();
    await eventually(async () => expect(await answerBox(page).inputValue()).toBe('Over vraag 1001'));
    await answerBox(page).fill('Ik belde je op [TELEFOON].');
    await answerBox(page).press('Control+Enter');
    await page.getByRole('alertdialog').getByText('[TELEFOON]').waitFor();
    await page.getByRole('button', { name: 'Annuleer' }).click();
    expect(await answerBox(page).inputValue()).toBe('Ik belde je op [TELEFOON].');
  });

  test('the school is typed at once, labels say that they are kept, and a filter that hides everything says so', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await visitors.signIn('Bogdan');
    await page.getByRole('link', { name: /1001/ }).click();
    await page.getByRole('button', { name: 'Vul de school in' }).click();
    await page.keyboard.type('school');
    await page.keyboard.press('Enter');
    await page.getByText('School: school').waitFor();
    await page.getByRole('button', { name: 'Labels' }).click();
    await page.getByLabel('Wie raakt dit?').selectOption('Veel mentors');
    await page.getByText('Nog niet bewaard.').waitFor();
    await page.getByRole('button', { name: 'Bewaar labels' }).click();
    await page.getByText('Bewaard.', { exact: true }).waitFor();
    await page.getByLabel('Kanaal', { exact: true }).selectOption('Teams');
    await page.getByText('Geen vragen hier met deze filter.').waitFor();
    await page.getByRole('button', { name: 'Zonder filter' }).click();
    await page.getByRole('link', { name: /1001/ }).waitFor();
  });
});

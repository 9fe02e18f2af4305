import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { invite } from '../../handlers/desk/invites.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { findings } from './axe.js';
import { DESKTOP, launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { Stage } from '../support/stage.js';

const PASSWORD = 'een lange zin vol gras';

let browser: Browser;
let served: Served;
let stage: Stage;
let contexts: BrowserContext[];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  served = await serve();
  stage = new Stage(served.app.deps.store, served.app.deps);
  contexts = [];
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await served.stop();
});

async function visit(path: string, device: object = DESKTOP): Promise<Page> {
  // What is still fading in has too little contrast for a moment: without motion axe sees the page at rest.
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${served.origin}/desk${path}`);
  return page;
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.locator('form button[type=submit]').last().click();
  await page.getByRole('button', { name: 'Alle open' }).waitFor();
}

/** The lead, by the set-up link. */
async function lead(device: object = DESKTOP): Promise<Page> {
  const page = await visit(`/instellen?code=${served.app.setupCode ?? ''}`, device);
  await fill(page, {
    'Je naam, zoals mentors ze zien': 'Katrien',
    'E-mailadres': 'katrien@voorbeeld.be',
    Wachtwoord: PASSWORD,
  });
  return page;
}

/** A colleague, by an invite of the lead. */
async function colleague(): Promise<Page> {
  const { deps } = served.app;
  const by = {
    id: 'lead',
    name: 'Katrien',
    email: 'k@voorbeeld.be',
    role: 'lead',
    active: true,
    absence: null,
  } as const;
  const { code } = await invite({ ...deps, passwords: scryptPasswords() }, by, {
    name: 'Bogdan',
    email: 'bogdan@voorbeeld.be',
    role: 'coach',
  });
  const page = await visit(`/uitnodiging?code=${code}`);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=email]')?.value !== '');
  await fill(page, { Wachtwoord: PASSWORD });
  return page;
}

async function ask(who: string, question: string): Promise<void> {
  await stage.say(question, { who });
  await stage.say('coach', { who });
}

const answerBox = (page: Page) => page.getByRole('textbox', { name: 'Antwoord aan de mentor' });
const shows = (page: Page, text: string): Promise<void> =>
  eventually(async () => expect(await answerBox(page).inputValue()).toBe(text));

describe('two coaches at one desk', () => {
  test('see new questions, each other, and who was first, without a reload', async () => {
    const an = await lead();
    const bo = await colleague();
    await ask('jan', 'mag mijn hond mee naar de werf');
    for (const page of [an, bo]) await page.getByRole('link', { name: /hond mee/ }).click();
    await an.getByText('Bogdan kijkt mee').waitFor();
    await answerBox(bo).pressSequentially('Ik denk');
    await an.getByText('Bogdan typt een antwoord').waitFor();
    await an.getByRole('button', { name: 'Neem deze vraag' }).click();
    await bo.getByText('Een collega heeft deze vraag.').waitFor();
    await bo.getByText('Je begonnen antwoord blijft bewaard.').waitFor();

    await bo.getByRole('button', { name: 'Neem over van Katrien' }).click();
    await bo.getByRole('alertdialog').getByRole('button', { name: 'Neem over' }).click();
    await an.getByRole('button', { name: 'Neem over van Bogdan' }).waitFor();
    await shows(bo, 'Ik denk');
  });
});

describe('reading a question', () => {
  test('one that nobody answered opens at the question, however much was said after it', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    for (let n = 0; n < 4; n += 1) await stage.say('dimona', { who: 'jan' });
    const page = await lead();
    await page.getByRole('link', { name: /hond mee/ }).click();
    const lines = page.getByRole('list', { name: 'Berichten, oudste eerst' });
    await lines.getByText('dimona').last().waitFor();
    await eventually(async () => {
      const [all, asked] = await Promise.all([lines.boundingBox(), lines.getByText('hond mee').first().boundingBox()]);
      const below = (asked?.y ?? 0) - (all?.y ?? 0);
      expect(below >= 0 && below < (all?.height ?? 0)).toBe(true);
    });
  });
});

describe('writing an answer', () => {
  test('what is typed survives a reload, and what the asker typed is text', async () => {
    await ask('jan', '<img src=x onerror="document.title=1"> <script>document.title=2</script> <b>vet</b>');
    const page = await lead();
    await page.getByRole('link', { name: /1001/ }).click();
    await page.getByRole('list', { name: 'Berichten' }).getByText('<b>vet</b>').first().waitFor();
    expect(await page.title()).toBe('Coachdesk Mentorlijn');
    await answerBox(page).fill('Dag, **dit** mag. <b>x</b>');
    await page.reload();
    await shows(page, 'Dag, **dit** mag. <b>x</b>');
    for (const name of ['Zo op web', 'WhatsApp', 'Teams']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('region', { name: 'Voorbeeld' }).locator('strong', { hasText: 'dit' }).waitFor();
      expect(await page.locator('b', { hasText: 'x' }).count()).toBe(0);
      expect(await findings(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Gewone tekst' }).click();
    await page.getByRole('region', { name: 'Voorbeeld' }).getByText('Katrien (coach, vraag 1001)').waitFor();
    await page.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await page.getByText('1 bericht bezorgd').waitFor();
    await page.getByText('Beantwoord', { exact: true }).last().waitFor();
    await shows(page, '');
    await page.reload();
    await shows(page, '');
  });

  test('without a line the desk says so, keeps the text, and sends it once when the line is back', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await lead();
    await page.getByRole('link', { name: /1001/ }).click();
    await answerBox(page).fill('Ja, als de klant het goed vindt.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await page
      .getByRole('alert')
      .getByText(/Geen verbinding/)
      .waitFor();
    await shows(page, 'Ja, als de klant het goed vindt.');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await page.getByText('1 bericht bezorgd').waitFor();
  });

  test('a line cut after the server heard it: the same words go out once, changed words are not lost', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await lead();
    await page.getByRole('link', { name: /1001/ }).click();
    await answerBox(page).fill('Ja, als de klant het goed vindt.');
    await page.route(
      '**/reply',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    const send = page.getByRole('button', { name: 'Verstuur als antwoord' });
    await send.click();
    await page
      .getByRole('alert')
      .getByText(/Geen verbinding/)
      .waitFor();
    await answerBox(page).fill('Aan de leiband graag.');
    await send.click();
    await page.getByText(/Je vorige bericht was al verstuurd/).waitFor();
    await shows(page, 'Aan de leiband graag.');
    await send.click();
    await page.getByText('2 berichten bezorgd').waitFor();
    await shows(page, '');
  });

  test('a session that ended asks to sign in again over the unfinished work', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await lead();
    await page.getByRole('link', { name: /1001/ }).click();
    await answerBox(page).fill('Half af');
    await page.context().clearCookies();
    await ask('piet', 'iets anders, zodat de desk opnieuw kijkt');
    await page.getByRole('heading', { name: 'Meld je opnieuw aan' }).waitFor();
    await page.getByLabel('Wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.getByRole('heading', { name: 'Meld je opnieuw aan' }).waitFor({ state: 'detached' });
    await shows(page, 'Half af');
    await page.getByRole('button', { name: 'Verstuur als antwoord' }).click();
    await page.getByText('1 bericht bezorgd').waitFor();
  });
});

describe('for everyone', () => {
  test('the keyboard alone is enough to take and answer a question', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    await ask('piet', 'mag mijn kat mee naar de werf');
    const page = await lead();
    await page.getByRole('link', { name: /1001/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vraag 1002' }).waitFor();
    await answerBox(page).focus();
    await page.keyboard.type('Nee.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 bericht bezorgd').waitFor();
    await page.getByRole('heading', { name: 'Vraag 1002' }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('hond');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Vraag 1001' }).waitFor();
  });

  test('a desk that is not set up says so, and its door is not cut off', async () => {
    const page = await visit('');
    const notice = page.getByText('Deze desk is nog niet ingesteld.');
    await notice.waitFor();
    for (const width of [1280, 340]) {
      await page.setViewportSize({ width, height: 700 });
      const cut = await page.evaluate(() => {
        const form = document.querySelector('form');
        const card = form?.parentElement?.getBoundingClientRect().right ?? 0;
        return [...(form?.querySelectorAll('*') ?? [])].filter((part) => part.getBoundingClientRect().right > card)
          .length;
      });
      expect([width, cut]).toEqual([width, 0]);
    }
  });

  test('on a phone the list and the ticket take turns', async () => {
    await ask('jan', 'mag mijn hond mee naar de werf');
    const page = await lead(PHONE);
    await page.getByRole('link', { name: /1001/ }).click();
    await page.getByRole('button', { name: 'Neem deze vraag' }).click();
    await page.getByRole('navigation', { name: 'Vragen' }).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('link', { name: 'Terug naar de lijst' }).click();
    await page.getByRole('navigation', { name: 'Vragen' }).waitFor();
  });
});

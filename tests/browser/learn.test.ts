import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../handlers/desk/coach.js';
import { invite } from '../../handlers/desk/invites.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { DESKTOP, keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { findings } from './axe.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { Stage } from '../support/stage.js';

const PASSWORD = 'een lange zin vol gras';
const QUESTION = 'moet mijn snotneus zijn briefje van den dokter zelf binnenbrengen';
const PARAPHRASE = 'moet de snotneus zijn briefje van de dokter zelf binnenbrengen';

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
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${served.origin}/desk${path}`);
  return page;
}

async function enter(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.locator('form button[type=submit]').last().click();
  await page.getByRole('button', { name: 'Alle open' }).waitFor();
  return page;
}

async function lead(device: object = DESKTOP): Promise<Page> {
  const page = await visit(`/instellen?code=${served.app.setupCode ?? ''}`, device);
  return enter(page, {
    'Je naam, zoals mentors ze zien': 'Katrien',
    'E-mailadres': 'katrien@voorbeeld.be',
    Wachtwoord: PASSWORD,
  });
}

async function colleague(role: Role = 'coach'): Promise<Page> {
  const by = { id: 'lead', name: 'K', email: 'k@voorbeeld.be', role: 'lead', active: true, absence: null } as const;
  const { code } = await invite({ ...served.app.deps, passwords: scryptPasswords() }, by, {
    name: 'Bogdan',
    email: 'bogdan@voorbeeld.be',
    role,
  });
  const page = await visit(`/uitnodiging?code=${code}`);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=email]')?.value !== '');
  return enter(page, { Wachtwoord: PASSWORD });
}

/** An answered question, open before a coach. */
async function answered(page: Page, question = QUESTION, answer = 'Ja, nog dezelfde dag.'): Promise<void> {
  await stage.say(question, { who: 'jan' });
  await stage.say('coach', { who: 'jan' });
  await page.getByRole('link', { name: /1001/ }).click();
  await page.getByRole('button', { name: 'Neem deze vraag' }).click();
  await page.getByRole('textbox', { name: 'Antwoord aan de mentor' }).fill(answer);
  await page.getByRole('button', { name: 'Verstuur als antwoord' }).click();
  await page.getByText('1 bericht bezorgd').waitFor();
}

/** What a field holds, once it is filled in. */
const reads = (page: Page, label: string, text: string): Promise<void> =>
  eventually(async () => expect(await page.getByLabel(label).inputValue()).toBe(text));

/** Counts what a person clicks, from now on. */
class Clicks {
  count = 0;
  constructor(private readonly page: Page) {}
  async on(role: 'button' | 'radio' | 'link', name: string | RegExp): Promise<void> {
    this.count += 1;
    await this.page.getByRole(role, { name }).click();
  }
}

async function decides(question: string): Promise<string> {
  const outcome = await stage.say(question, { who: `vrager-${question.length.toString()}` });
  return `${outcome.decision} ${outcome.candidates[0]?.entry ?? '-'}`;
}

describe('the line learns', () => {
  test('a coach proposes in three clicks, the lead publishes, and the next mentor is answered', async () => {
    const katrien = await lead();
    const bogdan = await colleague();
    await answered(bogdan, `ziek: ${QUESTION}`);
    const clicks = new Clicks(bogdan);
    await clicks.on('button', 'Leren');
    await bogdan.getByText('bekende vragen nagespeeld').waitFor();
    await clicks.on('radio', /Hoe meldt mijn leerling zich ziek/);
    await clicks.on('button', 'Stel voor');
    await bogdan.getByRole('link', { name: 'Leren: wacht op goedkeuring' }).waitFor();
    expect(clicks.count).toBeLessThanOrEqual(3);

    await katrien.getByRole('button', { name: 'Kennis (1) te keuren' }).click();
    await katrien.getByRole('link', { name: 'Hoe meldt mijn leerling zich ziek?' }).click();
    await katrien.getByText('volledige proef', { exact: true }).waitFor();
    await katrien.getByText('niets slechter').waitFor();
    await katrien.getByText(/Deze woorden zelf/).waitFor({ state: 'attached' });
    expect(await findings(katrien)).toEqual([]);
    await katrien.getByRole('button', { name: 'Publiceer' }).click();
    await katrien.getByText('Er wacht niets op goedkeuring.').waitFor();

    await bogdan.getByText('geleerd', { exact: true }).waitFor();
    await bogdan
      .getByText(/Je vraag hielp ons/)
      .first()
      .waitFor();
    expect(await decides(`ziek: ${PARAPHRASE}`)).toBe('answer ziek-melden');
  });

  test('a draft from the coach’s own answer, polished and published, is a public page at once', async () => {
    const katrien = await lead();
    await answered(
      katrien,
      'mag mijn hond mee naar de werf',
      'Dag Jan,\n\nJa, als de klant het goed vindt.\n\nGroeten, Katrien',
    );
    const clicks = new Clicks(katrien);
    await clicks.on('button', 'Leren');
    await katrien.getByRole('button', { name: 'Maak een nieuwe ingang' }).waitFor();
    if (await katrien.getByRole('button', { name: 'Maak een nieuwe ingang', pressed: false }).count())
      await clicks.on('button', 'Maak een nieuwe ingang');
    await reads(katrien, 'Het antwoord', 'Ja, als de klant het goed vindt.');
    await reads(katrien, 'De vraag, zoals elke mentor ze zou stellen', 'Mag mijn hond mee naar de werf?');
    expect(await findings(katrien)).toEqual([]);
    await clicks.on('button', 'Publiceer meteen');
    expect(clicks.count).toBeLessThanOrEqual(3);
    await katrien.getByRole('dialog').waitFor({ state: 'detached' });
    await katrien.getByText('geleerd', { exact: true }).waitFor();
    expect(await decides('mag mijn hond mee naar de werf')).toBe('answer hond-mee-werf');
    const page = await fetch(`${served.origin}/faq/hond-mee-werf`);
    expect(await page.text()).toContain('Ja, als de klant het goed vindt.');
  });

  test('a question that teaches nothing takes two clicks', async () => {
    const katrien = await lead();
    await answered(katrien, 'mag mijn hond mee naar de werf');
    await katrien.getByRole('button', { name: 'Leren' }).click();
    await katrien.getByRole('button', { name: 'Niets te leren' }).click();
    await katrien.getByText('niets te leren', { exact: true }).first().waitFor();
  });
});

describe('the knowledge in the desk', () => {
  test('an edit shows its mistakes by line, its preview, and a version that can be brought back', async () => {
    const katrien = await lead();
    await katrien.getByRole('button', { name: 'Kennis' }).click();
    await katrien.getByLabel('Zoek', { exact: true }).fill('dimona');
    await katrien.getByRole('link', { name: 'Moet ik een Dimona doen?' }).click();
    await katrien.getByRole('button', { name: 'Wijzig' }).click();
    const text = katrien.getByLabel('Het hele bestand entries/dimona/dimona-doen.md');
    const before = await text.inputValue();
    await text.fill(before.replace('theme: dimona', 'theme: dimonna'));
    await katrien.getByText(/lijn 3: theme kan niet "dimonna" zijn/).waitFor();
    await text.fill(before.replace('Ja, voor hij begint.', 'Ja, de dag voor hij begint.'));
    await katrien.getByRole('region', { name: 'Voorbeeld' }).getByText('Ja, de dag voor hij begint.').waitFor();
    expect(await findings(katrien)).toEqual([]);
    await katrien.getByRole('button', { name: 'Stel voor' }).click();
    await katrien.getByText('niemand anders dit las').waitFor();
    await katrien.getByRole('button', { name: 'Publiceer' }).click();
    await katrien.getByText('Er wacht niets op goedkeuring.').waitFor();
    expect((await stage.say('moet ik dimona doen')).text).toContain('de dag voor hij begint');

    await katrien.goto(`${served.origin}/desk/kennis/ingang/dimona-doen`);
    await katrien.getByText('niemand anders las het').waitFor();
    expect(await findings(katrien)).toEqual([]);
    await keepPicture(katrien, 'kennis-ingang');
    await katrien.getByRole('button', { name: 'Zet terug' }).last().click();
    await katrien.getByRole('region', { name: 'Voorbeeld' }).getByText('Ja, voor hij begint.').waitFor();
    expect((await stage.say('moet ik dimona doen', { who: 'els' })).text).not.toContain('de dag voor');
  });

  test('nazicht: assigned, looked at, and due again later', async () => {
    const katrien = await lead();
    await katrien.goto(`${served.origin}/desk/kennis`);
    await Promise.all([
      katrien.waitForResponse(/\/knowledge\/items\/dimona-doen\/owner$/),
      katrien.getByLabel(/Wie kijkt “Moet ik een Dimona doen/).selectOption('Katrien'),
    ]);
    await katrien.reload();
    await katrien.waitForFunction(() =>
      [...document.querySelectorAll('select')].some((one) => one.selectedOptions[0]?.text === 'Katrien'),
    );
    expect(await findings(katrien)).toEqual([]);
    await katrien.getByRole('link', { name: 'Moet ik een Dimona doen?' }).click();
    await katrien.getByLabel('Opnieuw nakijken tegen').fill('2031-01-31');
    await katrien.getByRole('button', { name: 'Nagekeken: klopt vandaag' }).click();
    await katrien
      .getByText(/31 jan\.? 2031/)
      .first()
      .waitFor();
  });

  test('a new entry starts from a question in the address, also on a phone', async () => {
    const katrien = await lead(PHONE);
    await katrien.goto(`${served.origin}/desk/kennis/nieuw?vraag=mag%20de%20radio%20aan`);
    await reads(katrien, 'De vraag, zoals elke mentor ze zou stellen', 'mag de radio aan');
    await katrien.getByLabel('Het antwoord').fill('Ja, zacht.');
    await katrien.getByText('bekende vragen nagespeeld').waitFor();
    const widest = await katrien.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('main, header, main *')].map((one) => one.getBoundingClientRect().right),
      ),
    );
    expect(widest).toBeLessThanOrEqual(390);
    await keepPicture(katrien, 'kennis-nieuw-telefoon');
    await katrien.getByRole('button', { name: 'Stel voor' }).click();
    await katrien.getByRole('heading', { name: 'Mag de radio aan?', level: 1 }).waitFor();
  });
});

/** Draws the desk's pictures for the documentation, over the real library: `npx tsx tests/browser/desk-pictures.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { assemble } from '../../bot/assemble.js';
import { parseConfig } from '../../bot/config.js';
import type { Action } from '../../handlers/action.js';
import type { Role } from '../../handlers/desk/coach.js';
import { conversationKey, type Address, type ChannelName } from '../../handlers/message.js';
import { processMessage, receiveMessage } from '../../handlers/turn/process-message.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import { launchBrowser } from '../support/browser.js';
import { DeskVisitors } from '../support/desk-visitors.js';
import { seedYear } from '../support/seed-year.js';
import type { Served } from '../support/serve.js';
import { silentLog } from '../support/silent-log.js';
import { Stage } from '../support/stage.js';

const root = join(import.meta.dirname, '../..');
const DEVICE = { viewport: { width: 1440, height: 900 }, locale: 'nl-BE', timezoneId: 'Europe/Brussels' };
/** A Thursday morning in the busy season. */
const MORNING = new Date('2026-11-19T09:05:00+01:00');
let now = MORNING;
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

async function start(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'mentorlijn-pictures-'));
  const parsed = parseConfig({
    PORT: '0',
    DATA_DIR: folder,
    CACHE_DIR: join(root, '.cache'),
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '100000',
  });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const app = await assemble(parsed.config, { log: silentLog, clock: { now: () => now } });
  await new Promise<void>((done) => app.server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;
  const stop = async (): Promise<void> => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, origin, folder, stop };
}

/** A mentor somewhere: by name, on a channel. */
function mentor({ app }: Served, name: string, channel: ChannelName = 'web') {
  const stage = new Stage(app.deps.store, app.deps);
  const who = name.toLowerCase();
  const address: Address = { channel, conversationId: who, reference: null };
  return async (text: string, action: Action | null = null): Promise<void> => {
    const message = stage.message(text, {
      id: `${who}-${text}`,
      conversation: conversationKey(channel, who),
      address,
      asker: { id: who, name },
      action,
      receivedAt: now.toISOString(),
    });
    await receiveMessage(app.deps, message);
    await processMessage(app.deps, message);
    later(3);
  };
}

async function aMorning(served: Served): Promise<void> {
  const coach = { do: 'ask-coach' } as const;
  const asks: readonly (readonly [string, string, ChannelName?])[] = [
    ['Wim', 'mag mijn leerling van 17 alleen met de minigraver van de verhuurder werken', 'whatsapp'],
    ['Fatima', 'onze leerling is zwanger, mag zij nog met de bladblazer werken'],
    ['Steven', 'wie betaalt de nieuwe veiligheidsschoenen als hij uit zijn oude gegroeid is'],
    ['Griet', 'de school belt nooit terug over het evaluatieformulier', 'whatsapp'],
    ['Joris', 'krijg ik een premie voor een derde leerling in hetzelfde schooljaar', 'teams'],
    ['Ann', 'hij komt al twee weken te laat met de bus, wat kan ik doen', 'whatsapp'],
  ];
  for (const [name, question, channel] of asks) {
    const says = mentor(served, name, channel);
    await says(question);
    await says('Vraag de coach', coach);
  }
  await mentor(served, 'Koen', 'whatsapp')('hij heeft met de kettingzaag in zijn been gezaagd');
}

const keep = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(root, `docs/screenshots/${name}.png`) });
};

async function visit(visitors: DeskVisitors, name: string, role: Role): Promise<Page> {
  await visitors.account(name, role);
  const page = await visitors.signIn(name, DEVICE);
  page.setDefaultTimeout(120_000);
  await page.clock.setFixedTime(now);
  await page.reload();
  await page.getByRole('button', { name: /Alle open/ }).click();
  return page;
}

const answerBox = (page: Page) => page.getByRole('textbox', { name: 'Antwoord aan de mentor' });
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

async function drawDesk(browser: Browser): Promise<void> {
  const served = await start();
  const visitors = new DeskVisitors(browser, served);
  await aMorning(served);
  later(15);
  const katrien = await visit(visitors, 'Katrien', 'lead');
  const bogdan = await visit(visitors, 'Bogdan', 'coach');
  await katrien.getByRole('link', { name: /Griet/ }).click();
  await press(katrien, 'Neem deze vraag');
  await bogdan.getByRole('link', { name: /Steven/ }).click();
  await press(bogdan, 'Neem deze vraag');
  await press(bogdan, /^Zet in antwoord/);
  await answerBox(bogdan).evaluate((box) => {
    box.scrollTop = 0;
  });
  await katrien.getByRole('link', { name: /Fatima/ }).click();
  await keep(katrien, 'coachdesk');
  await keep(bogdan, 'coach-antwoordt');
  await press(bogdan, 'Verstuur als antwoord');
  await bogdan.getByText('1 bericht').waitFor();
  await press(bogdan, 'Leren');
  await bogdan.getByText('bekende vragen nagespeeld').waitFor({ timeout: 120_000 });
  await keep(bogdan, 'coach-leert');
  await press(bogdan, 'Stel voor');
  await bogdan.getByRole('link', { name: 'Leren: wacht op goedkeuring' }).waitFor();
  await katrien.goto(`${served.origin}/desk/kennis/ingang/blessure-aangepast-werk`);
  await press(katrien, 'Wijzig');
  const file = katrien.getByRole('textbox', { name: /Het hele bestand/ });
  await file.fill(`${(await file.inputValue()).trimEnd()}\n\nBel bij twijfel altijd de arbeidsarts.\n`);
  await file.evaluate((box) => {
    box.scrollTop = 0;
  });
  await katrien.getByText('bekende vragen nagespeeld').waitFor({ timeout: 120_000 });
  await keep(katrien, 'kennis-wijzigen');
  await katrien.goto(`${served.origin}/desk`);
  await press(katrien, /Kennis \(1\)/);
  await katrien
    .getByRole('link', { name: /werkkledij/ })
    .first()
    .click();
  await katrien.getByText('Wacht op goedkeuring').waitFor();
  await katrien.getByText('volledige proef', { exact: true }).waitFor({ timeout: 900_000 });
  await keep(katrien, 'voorstel-naspelen');
  await visitors.leave();
  await served.stop();
}

async function drawInsights(browser: Browser): Promise<void> {
  const served = await start();
  const { library } = await loadLibrary(join(root, 'knowledge'));
  if (!library) throw new Error('the knowledge has problems');
  await seedYear(served.app.deps.store, library, { questions: 2_600, tickets: 240, now, years: 2 });
  const visitors = new DeskVisitors(browser, served);
  const page = await visit(visitors, 'Katrien', 'lead');
  await page.goto(`${served.origin}/desk/inzichten?kind=school-year`);
  await page.getByRole('heading', { name: 'Signalen voor het beleid' }).waitFor();
  await keep(page, 'inzichten');
  await page.goto(`${served.origin}/desk/inzichten/verslag?kind=school-year`);
  await page.getByRole('heading', { name: 'Signalen voor het beleid' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1_020 });
  await keep(page, 'verslag');
  await visitors.leave();
  await served.stop();
}

const browser = await launchBrowser();
try {
  await drawInsights(browser);
  await drawDesk(browser);
} finally {
  await browser.close();
}

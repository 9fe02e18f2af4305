import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.js';
import { toRow, type DeskRow } from './desk-rows.js';

const TIMES = 10;
/** Nobody clicks sooner after the page is there. */
const SIT_DOWN_MS = 1_500;

/** One gesture of a coach, and what stands on his screen when its result is there. */
interface Gesture {
  /** What is clicked, and which of them; or what is typed in the search box. */
  readonly click?: readonly [css: string, index: number];
  readonly search?: string;
  /** Something that only the result has, with these words in it. */
  readonly shows: readonly [css: string, words: string];
}

const VIEW = '[aria-label="Welke vragen"] button';
const ROW = 'nav li a';
const view = (index: number, name: string): Gesture => ({
  click: [VIEW, index],
  shows: [`ul[aria-label="${name}"] a`, ''],
});
const search = (words: string): Gesture => ({ search: words, shows: ['main li a', 'Vraag'] });

/** The desk in a real Chromium: from the gesture to the frame in which its result is painted. */
export async function benchBrowser(origin: string, token: string): Promise<readonly DeskRow[]> {
  const browser = await launchBrowser();
  try {
    const page = await open(browser, origin, token);
    const opened = await reloads(page, `${origin}/desk`);
    await page.waitForTimeout(SIT_DOWN_MS);
    const searched = await gestures(page, ['minigraver', 'werfkeet', 'ecocheques', 'gsm stuk'].map(search));
    await page.goto(`${origin}/desk`);
    await page.waitForTimeout(SIT_DOWN_MS);
    const switched = await gestures(page, [view(8, 'Gesloten'), view(5, 'Alle open')]);
    const tickets = await gestures(page, await openRows(page));
    const insights = await looks(page, origin);
    const learned = await learns(page, origin);
    return [
      toRow('browser: whole page, script and queue', 'none set', opened),
      toRow('browser: search', '200 ms', searched),
      toRow('browser: switch to another view', '200 ms', switched),
      toRow('browser: open a question', '200 ms', tickets),
      toRow('browser: Inzichten, school year', '2 s', insights),
      toRow('browser: from "Leren" to proposed, the replay read', '60 s', learned),
    ];
  } finally {
    await browser.close();
  }
}

async function open(browser: Browser, origin: string, token: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-BE' });
  await context.addCookies([{ name: 'mentorlijn_desk', value: token, url: origin }]);
  await context.addInitScript({ path: join(import.meta.dirname, 'time-gesture.js') });
  return context.newPage();
}

/** From the address to the rows, script and all. */
async function reloads(page: Page, address: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at <= TIMES; at += 1) {
    await page.goto(address);
    await page.locator(ROW).first().waitFor();
    times.push(await page.evaluate(() => performance.now()));
  }
  return times;
}

async function openRows(page: Page): Promise<readonly Gesture[]> {
  const rows = await page.locator(ROW).allTextContents();
  const numbers = rows.slice(0, TIMES + 1).map((words) => /\d+/.exec(words)?.[0] ?? '');
  return numbers.map((number, index) => ({
    click: [ROW, index],
    shows: [`article[aria-label="Vraag ${number}"] ol li`, ''],
  }));
}

async function looks(page: Page, origin: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    await page.goto(`${origin}/desk`);
    await page.locator(ROW).first().waitFor();
    times.push(
      await timed(page, {
        click: ['header button[aria-label="Inzichten"]', 0],
        shows: ['main h2', 'Signalen voor het beleid'],
      }),
    );
  }
  return times;
}

/** A coach who learns from a question he took: two clicks, and the wait for what the proposal would change in between. */
async function learns(page: Page, origin: string): Promise<readonly number[]> {
  const times: number[] = [];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  for (let at = 0; at < 3; at += 1) {
    await page.goto(`${origin}/desk`);
    await page.locator(VIEW).first().click();
    await page.locator('ul[aria-label="Nieuw"] a').last().click();
    await button('Neem deze vraag').click();
    await button('Leren').waitFor();
    const began = performance.now();
    await button('Leren').click();
    // A measurement's questions stand in the library already: this one does not.
    await page
      .getByLabel('Zo vroeg de mentor het')
      .fill(`als het zo hard regent, werkt hij dan door, keer ${String(at)}`);
    await page.getByText('bekende vragen nagespeeld').waitFor();
    await button('Stel voor').click();
    await page.getByRole('link', { name: 'Leren: wacht op goedkeuring' }).waitFor();
    times.push(performance.now() - began);
  }
  return times;
}

async function gestures(page: Page, all: readonly Gesture[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at <= TIMES; at += 1) {
    const gesture = all[at % all.length];
    if (gesture) times.push(await timed(page, gesture));
  }
  return times;
}

/** Measured inside the page, so that steering it costs nothing. */
function timed(page: Page, gesture: Gesture): Promise<number> {
  return page.evaluate<number>(`timeGesture(${JSON.stringify(gesture)})`);
}

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { until } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { realKnowledge, withOffline, type RealKnowledge } from '../support/with-offline.js';
import { buildWebPages } from '../support/web-pages.js';

let browser: Browser;
let knowledge: RealKnowledge;
let helpline: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  buildWebPages();
  knowledge = await realKnowledge();
  helpline = await serve();
  withOffline(helpline, knowledge);
  browser = await launchBrowser();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await helpline.stop();
});

/** A phone whose browser is as `script` says. */
async function open(script: string): Promise<void> {
  context = await browser.newContext(PHONE);
  await context.addInitScript(script);
  page = await context.newPage();
  await page.goto(`${helpline.origin}/`);
  await page.getByText('Ik ben Mentorlijn').waitFor();
}

const DEAR = `Object.defineProperty(navigator, 'connection', { value: { saveData: false, effectiveType: '3g' } })`;
const NO_STORAGE = `
  for (const name of ['localStorage', 'caches', 'indexedDB'])
    Object.defineProperty(window, name, { get() { throw new DOMException('not here', 'SecurityError'); } });
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { return undefined; } });`;

describe('what a phone carries', () => {
  test('is not fetched unasked over a slow network; the menu tells its size, and one tap is enough', async () => {
    await open(DEAR);
    const fetched: string[] = [];
    context.on('request', (request) => {
      if (request.method() === 'GET' && request.url().endsWith('/kennis.json')) fetched.push(request.url());
    });
    await page.evaluate('navigator.serviceWorker.ready.then(() => 1)');
    await page.getByText('Menu', { exact: true }).click();
    const item = page.getByRole('button', { name: /^Bewaar voor zonder netwerk \(\d+,\d MB\)$/ });
    await item.waitFor();
    await keepPicture(page, 'mentor-bewaar');
    expect(fetched).toEqual([]);
    await item.click();
    await page.getByRole('button', { name: 'Klaar: werkt ook zonder netwerk' }).waitFor();
    expect(await page.evaluate("localStorage.getItem('mentorlijn.packed') !== null")).toBe(true);
    await context.setOffline(true);
    await page.keyboard.press('Escape');
    await page.getByLabel('Je vraag').fill('moet ik een dimona doen');
    await page.getByRole('button', { name: 'Stuur', exact: true }).click();
    await page.getByText(/Zonder verbinding – kennis van/).waitFor();
    expect(await page.getByRole('status').textContent()).toBe(
      'Geen verbinding. Typ gerust: je bericht vertrekt later.',
    );
  });
});

test('a frame that may keep nothing says that the page must stay open, and where help is', async () => {
  await open(NO_STORAGE);
  await context.setOffline(true);
  await until(
    async () =>
      (await page.getByRole('status').textContent()) ===
      'Geen verbinding. Laat deze pagina open: dan vertrekt je bericht later. Een antwoord komt ook pas dan. In nood: bel 112.',
    'the truth of this device',
  );
  await page.getByLabel('Je vraag').fill('moet ik dimona doen');
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
  await page.getByText('Wacht om te vertrekken').waitFor();
  await keepPicture(page, 'mentor-zonder-opslag');
  await context.setOffline(false);
  await page.getByText('Ja, voor hij begint.').waitFor();
});

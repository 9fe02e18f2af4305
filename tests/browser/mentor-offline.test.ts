import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { until } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { realKnowledge, withOffline, type RealKnowledge } from '../support/with-offline.js';
import { buildWebPages } from '../support/web-pages.js';

const root = join(import.meta.dirname, '../..');

let browser: Browser;
let knowledge: RealKnowledge;
let helpline: Served;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  buildWebPages();
  knowledge = await realKnowledge();
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  helpline = await serve();
  withOffline(helpline, knowledge);
  context = await browser.newContext(PHONE);
  page = await context.newPage();
  await page.goto(`${helpline.origin}/`);
  await page.getByText('Ik ben Mentorlijn').waitFor();
  // The bag is packed some seconds after the first visit.
  await until(() => page.evaluate("localStorage.getItem('mentorlijn.packed') !== null"), 'what it carries');
});
afterEach(async () => {
  await context.close();
  await helpline.stop();
});

const say = async (text: string): Promise<void> => {
  await page.getByLabel('Je vraag').fill(text);
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
};
const inLog = (text: string | RegExp) => page.getByRole('log').getByText(text);

describe('a site without signal', () => {
  test('the page opens, answers from what it carries with a clear mark, and sends the question once later', async () => {
    await context.setOffline(true);
    await page.close();
    page = await context.newPage();
    await page.goto(`${helpline.origin}/`);
    await page.getByText('Geen verbinding.').waitFor();
    await say('moet ik een dimona doen');
    await inLog(/Zonder verbinding – kennis van/).waitFor();
    await inLog(/Dimona van het type ALT/)
      .first()
      .waitFor();
    await inLog('Wacht om te vertrekken').waitFor();
    await keepPicture(page, 'mentor-zonder-verbinding');
    await context.setOffline(false);
    await inLog(/Zonder verbinding – kennis van/).waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    expect(await inLog('Ja, voor hij begint.').count()).toBe(1);
    expect(await page.locator('.own').count()).toBe(1);
  });

  test('danger, words and checklists are there too; every variant is shown; a command waits', async () => {
    await context.setOffline(true);
    await say('hij bloedt hard, overal bloed');
    await page.getByRole('link', { name: 'Bel nu 112' }).waitFor();
    await say('wat is een prestatiestaat');
    await inLog('Prestatiestaat').first().waitFor();
    await say('checklist eerste werkdag');
    await inLog(/^0 van \d+ klaar$/).waitFor();
    await say('hij is ziek wie betaalt');
    await inLog('bij een OAO').first().waitFor();
    await inLog('bij een SAO').first().waitFor();
    await page.getByRole('button', { name: 'Meer uitleg' }).click();
    await inLog(/dag 8 tot 14: 85,88/).waitFor();
    await say('coach');
    await inLog('Dit vertrekt zodra je weer verbinding hebt.').waitFor();
    await say('zgjkw plokkerdebol');
    await inLog(/Zonder verbinding vind ik hier geen antwoord op/).waitFor();
  });

  test('checklists open; a page that is not carried shows its item in the chat', async () => {
    await context.setOffline(true);
    await page.goto(`${helpline.origin}/checklists/eerste-werkdag`);
    await page.getByText('Schoenen klaar').waitFor();
    await page.goto(`${helpline.origin}/faq/dimona-leerling-verplicht`);
    await inLog(/Zonder verbinding – kennis van/).waitFor();
    await page
      .getByRole('heading', { name: /Dimona/ })
      .first()
      .waitFor();
    expect(page.url()).toBe(`${helpline.origin}/`);
  });

  test('a server that hangs is answered for after a few seconds', async () => {
    await page.route('**/activities', (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
    await say('moet ik een dimona doen');
    await inLog(/Zonder verbinding – kennis van/).waitFor();
    await inLog(/Dimona van het type ALT/)
      .first()
      .waitFor();
  });
});

test('the page can be installed', async () => {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/web/mentor/manifest.webmanifest'), 'utf8')) as {
    icons: { src: string; sizes: string }[];
    start_url: string;
    display: string;
  };
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' });
  for (const { src } of manifest.icons) expect((await page.request.get(helpline.origin + src)).status()).toBe(200);
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(
    await page.evaluate(
      'navigator.serviceWorker.ready.then(({ active, scope }) => [active !== null, new URL(scope).pathname])',
    ),
  ).toEqual([true, '/']);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { DESKTOP, keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { until } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { realKnowledge, withOffline } from '../support/with-offline.js';
import { buildWebPages } from '../support/web-pages.js';

let browser: Browser;
let host: Server;
let hostOrigin = '';
let line: Served;

/** Somebody else's website: strict rules, nothing inline, one script tag of ours. */
beforeAll(async () => {
  buildWebPages();
  browser = await launchBrowser();
  host = createServer((_request, response) => {
    const policy = `default-src 'none'; script-src ${line.origin}; frame-src ${line.origin}; style-src 'none'`;
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(`<!doctype html><html lang="nl"><title>Sector</title><body><h1>De groene sector</h1>
      <script src="${line.origin}/inbed.js" defer></script></body></html>`);
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  hostOrigin = `http://127.0.0.1:${String((host.address() as AddressInfo).port)}`;
  line = await serve({ EMBED_ORIGINS: hostOrigin });
});
afterAll(async () => {
  await browser.close();
  await line.stop();
  host.close();
});

test.each([
  ['a phone', PHONE],
  ['a desk', DESKTOP],
])('on another website, on %s, one script tag gives the chat: by hand and by keyboard', async (name, device) => {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(hostOrigin);
  const launcher = page.getByRole('button', { name: 'Vraag het aan Mentorlijn' });
  await launcher.waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await launcher.focus();
  await page.keyboard.press('Enter');
  const frame = page.frameLocator('iframe[title="Gesprek met Mentorlijn"]');
  await frame.getByText('Ik ben Mentorlijn').waitFor();
  await frame.getByLabel('Je vraag').fill('moet ik dimona doen');
  await frame.getByRole('button', { name: 'Stuur', exact: true }).click();
  await frame.getByText('Ja, voor hij begint.').waitFor();
  if (name === 'a phone') await keepPicture(page, 'inbed');
  await frame.getByLabel('Je vraag').press('Escape');
  await page.getByRole('button', { name: 'Vraag het aan Mentorlijn' }).waitFor();
  await page.locator('iframe').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Vraag het aan Mentorlijn' }).click();
  expect(await frame.getByText('Ja, voor hij begint.').count()).toBe(1);
  expect(faults.filter((fault) => fault.includes('Content Security Policy'))).toEqual([]);
  await context.close();
});

test('without network the chat in the frame answers from what it carries, also when it is opened anew', async () => {
  withOffline(line, await realKnowledge());
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(hostOrigin);
  await page.getByRole('button', { name: 'Vraag het aan Mentorlijn' }).click();
  const frame = page.frameLocator('iframe[title="Gesprek met Mentorlijn"]');
  await frame.getByText('Ik ben Mentorlijn').waitFor();
  const inside = page.frames().find((one) => one.url().endsWith('/inbed'));
  await until(() => inside?.evaluate("localStorage.getItem('mentorlijn.packed') !== null"), 'what it carries');
  await context.setOffline(true);
  for (const [index, question] of ['moet ik een dimona doen', 'hij bloedt hard, overal bloed'].entries()) {
    await frame.getByLabel('Je vraag').fill(question);
    await frame.getByRole('button', { name: 'Stuur', exact: true }).click();
    await frame.locator('.own', { hasText: question }).getByText('Wacht om te vertrekken').waitFor();
    await frame
      .getByText(/Zonder verbinding – kennis van/)
      .nth(index)
      .waitFor();
    await inside?.goto(`${line.origin}/inbed`);
    await frame
      .getByText(/Zonder verbinding – kennis van/)
      .nth(index)
      .waitFor();
  }
  await frame.getByRole('link', { name: 'Bel nu 112' }).waitFor();
  await context.setOffline(false);
  await frame.getByText('Ja, voor hij begint.').waitFor();
  expect(await frame.locator('.own').count()).toBe(2);
  await context.close();
});

test('a website that is not on the list gets no frame, and without a list there is no script', async () => {
  const policy = async (origin: string, path: string) =>
    (await fetch(`${origin}${path}`)).headers.get('content-security-policy');
  expect(await policy(line.origin, '/inbed')).toContain(`frame-ancestors ${hostOrigin}`);
  expect(await policy(line.origin, '/')).toContain("frame-ancestors 'none'");
  const closed = await serve();
  expect((await fetch(`${closed.origin}/inbed.js`)).status).toBe(404);
  expect((await fetch(`${closed.origin}/inbed`)).status).toBe(404);
  await closed.stop();
});

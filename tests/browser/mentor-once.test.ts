import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Ticket } from '../../handlers/ticket.js';
import { launchBrowser, PHONE } from '../support/browser.js';
import { eventually, until } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { buildWebPages } from '../support/web-pages.js';

const root = join(import.meta.dirname, '../..');
let browser: Browser;
let context: BrowserContext;
let data: string;
let helpline: Served;
/** One address that stays while the server behind it is started anew. */
let front: Server;
let origin: string;
let newerBuild = false;

beforeAll(async () => {
  buildWebPages();
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  newerBuild = false;
  data = mkdtempSync(join(tmpdir(), 'mentorlijn-once-'));
  helpline = await serve({ DATA_DIR: data });
  front = createServer((asked, answer) => {
    if (asked.url === '/sw.js' && newerBuild) {
      const script = readFileSync(join(root, 'dist/web/mentor/sw.js'), 'utf8');
      answer.writeHead(200, { 'content-type': 'text/javascript' });
      answer.end(script.replace(/shell-[0-9a-f]{10}/, 'shell-0123456789'));
      return;
    }
    const { method, url: path, headers } = asked;
    const behind = request(helpline.origin, { method, path, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    behind.on('error', () => answer.destroy());
    asked.pipe(behind);
  });
  front.on('upgrade', (asked, socket, head) => {
    const behind = connect(Number(new URL(helpline.origin).port), '127.0.0.1', () => {
      const headers = Object.entries(asked.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      behind.write(`GET ${asked.url ?? ''} HTTP/1.1\r\n${headers.join('')}\r\n`);
      behind.write(head);
      behind.pipe(socket).pipe(behind);
    });
    for (const end of [behind, socket]) {
      end.on('error', () => undefined);
      end.on('close', () => {
        behind.destroy();
        socket.destroy();
      });
    }
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${String((front.address() as AddressInfo).port)}`;
  context = await browser.newContext(PHONE);
});
afterEach(async () => {
  await context.close();
  front.closeAllConnections();
  front.close();
  await helpline.stop();
  rmSync(data, { recursive: true, force: true });
});

async function open(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await inLog(page, 'Ik ben Mentorlijn').waitFor();
  return page;
}
const inLog = (page: Page, text: string | RegExp) => page.getByRole('log').getByText(text);
const own = (page: Page, text: string) => page.locator('.own', { hasText: text });
async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Je vraag').fill(text);
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
}
/** The page's policy forbids playwright's own way of waiting for an expression. */
const holds = (page: Page, expression: string): Promise<void> => until(() => page.evaluate(expression), expression);
const served = (page: Page): Promise<void> => holds(page, 'navigator.serviceWorker.controller !== null');

test('what two tabs said without network arrives once each, after reloads and a restart of the server', async () => {
  const one = await open();
  await say(one, 'iets heel anders');
  await one.getByRole('button', { name: 'Vraag de coach' }).first().waitFor();
  const two = await open();
  await served(one);
  await context.setOffline(true);
  // A glove that presses twice.
  await one.getByRole('button', { name: 'Vraag de coach' }).first().dblclick();
  await say(two, 'moet ik een dimona doen');
  await own(one, 'moet ik een dimona doen').waitFor();
  await Promise.all([one.reload(), two.reload()]);
  for (const page of [one, two])
    for (const text of ['Vraag de coach', 'moet ik een dimona doen']) await own(page, text).waitFor();
  await eventually(async () => expect(await one.getByText('Wacht om te vertrekken').count()).toBe(2));
  await helpline.app.stop();
  helpline = await serve({ DATA_DIR: data });
  await context.setOffline(false);
  for (const page of [one, two]) {
    await inLog(page, 'Vraag 1001').first().waitFor({ timeout: 30_000 });
    await inLog(page, 'Wacht om te vertrekken').first().waitFor({ state: 'detached' });
    for (const text of ['Vraag de coach', 'moet ik een dimona doen'])
      await eventually(async () => expect(await own(page, text).count()).toBe(1));
  }
  // Each answer under its own question.
  await eventually(async () => {
    const order = await one.locator('.line').evaluateAll((lines) => lines.map((line) => line.textContent).join('\n'));
    expect(order.search('Vraag 1001')).toBeLessThan(order.search('moet ik een dimona doen'));
  });
  const tickets = await helpline.app.deps.store.query<Ticket>({ kind: 'ticket', index: 'created' });
  expect(tickets.map(({ body }) => body.number)).toEqual([1001]);
  const said = await helpline.app.deps.store.readLog<{ text: string }>(
    `talk:${tickets[0]?.body.conversation ?? ''}`,
    0,
    100,
  );
  expect(said.filter(({ body }) => body.text.includes('moet ik een dimona doen'))).toHaveLength(1);
});

test('a newer page takes over when its reader looks away, and what he was typing is still there', async () => {
  const page = await open();
  await served(page);
  await page.reload();
  await page.getByLabel('Je vraag').fill('hij is al drie da');
  await page.evaluate("window.before = true; navigator.serviceWorker.addEventListener('controllerchange', () => { window.newer = true })"); // prettier-ignore
  newerBuild = true;
  await page.evaluate('navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => null)');
  await holds(page, 'window.newer === true');
  expect(await page.evaluate('window.before')).toBe(true);
  await page.evaluate(
    "Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange'))",
  );
  await holds(page, 'window.before === undefined');
  await eventually(async () => expect(await page.getByLabel('Je vraag').inputValue()).toBe('hij is al drie da'));
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { create } from 'qrcode';
import type { Coach } from '../../handlers/desk/coach.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import type { Ticket } from '../../handlers/ticket.js';
import { DESKTOP, keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta } from '../support/fake-meta.js';
import { serve, type Served } from '../support/serve.js';
import { buildWebPages } from '../support/web-pages.js';

/** The page says where it is: an address as mentors see it, which leads to the helpline of this test. */
const SITE = 'http://mentorlijn.example';
const graph = new FakeGraph();
const meta = new FakeMeta(
  () => line.origin,
  graph,
  () => new Date(),
);
let browser: Browser;
let line: Served;

beforeAll(async () => {
  buildWebPages();
  await graph.start();
  line = await serve({ ...meta.environment, PUBLIC_URL: 'https://mentorlijn.example' });
  browser = await launchBrowser([
    `--host-resolver-rules=MAP ${new URL(SITE).host}:80 ${new URL(line.origin).host}`,
    `--unsafely-treat-insecure-origin-as-secure=${SITE}`,
  ]);
});
afterAll(async () => {
  await browser.close();
  await line.stop();
  graph.stop();
});

const inLog = (page: Page, text: string | RegExp) => page.getByRole('log').getByText(text);
async function open(device: typeof PHONE | typeof DESKTOP, path = '/'): Promise<Page> {
  const page = await (await browser.newContext(device)).newPage();
  await page.goto(SITE + path);
  await inLog(page, 'Ik ben Mentorlijn').waitFor();
  return page;
}
async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Je vraag').fill(text);
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
}
async function choose(page: Page, item: string): Promise<void> {
  await page.locator('#menu > summary').click();
  await page.locator('#menu').getByRole('button', { name: item }).click();
}
async function lastTicket(): Promise<Ticket> {
  const { store } = line.app.deps;
  const [found] = await store.query<Ticket>({ kind: 'ticket', index: 'created', order: 'desc', limit: 1 });
  if (!found) throw new Error('no ticket');
  return found.body;
}
async function coachSays(markdown: string): Promise<void> {
  const deps = { ...line.app.deps, passwords: scryptPasswords() };
  const answer = { markdown, then: 'waiting-for-mentor', once: markdown } as const;
  await replyToAsker(deps, { id: 'els', name: 'Els' } as Coach, (await lastTicket()).id, answer);
}
/** The dark squares of a picture, as the page draws them. */
function squares(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from(data, (dark, at) =>
    dark ? `M${String((at % size) + 3)} ${String(Math.floor(at / size) + 3)}h1v1h-1z` : '',
  ).join('');
}

test('a question asked on a phone goes on at a computer: code, picture, one tap there, and the answer comes there', async () => {
  const phone = await open(PHONE);
  const asked: string[] = [];
  phone.on('request', (request) => asked.push(request.url()));
  await say(phone, 'iets heel anders');
  await phone.getByRole('button', { name: 'Vraag de coach' }).first().click();
  await inLog(phone, 'Vraag 1001').waitFor();
  await choose(phone, 'Verder op een ander toestel');
  const code = await phone.locator('.go-on .code').innerText();
  expect(code).toMatch(/^ML-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await phone.getByRole('img', { name: 'QR-code' }).waitFor();
  expect(await phone.locator('.qr path').getAttribute('d')).toBe(squares(`${SITE}/#verder=${code}`));
  await keepPicture(phone, 'mentor-verder');

  const computer = await open(DESKTOP, `/#verder=${code}`);
  computer.on('request', (request) => asked.push(request.url()));
  await computer.getByRole('button', { name: 'Ja, ga hier verder' }).click();
  await inLog(computer, 'Je gesprek gaat hier verder.').waitFor();
  await computer.waitForURL(`${SITE}/`);
  await inLog(phone, /Je gesprek gaat nu verder/).waitFor();
  // What was said on the phone stands above, to read back.
  await inLog(computer, 'iets heel anders').first().waitFor();
  await inLog(computer, 'Eerder, op je andere toestel').waitFor();
  const lines = await computer.locator('.line').allInnerTexts();
  expect(lines.findIndex((line) => line.includes('iets heel anders'))).toBeLessThan(
    lines.findIndex((line) => line.includes(`Verder met code ${code}`)),
  );
  const said = await inLog(computer, 'iets heel anders').count();
  await computer.reload();
  await inLog(computer, 'iets heel anders').first().waitFor();
  await eventually(async () => expect(await inLog(computer, 'iets heel anders').count()).toBe(said));
  // The code that was used up is not offered again.
  expect(await computer.locator('.go-on').count()).toBe(0);
  await choose(computer, 'Mijn vragen');
  await inLog(computer, /1001/).first().waitFor();

  await coachSays('Bel de school even.');
  await inLog(computer, 'Bel de school even.').waitFor();
  await say(computer, 'Dat deed ik, en nu?');
  await expect(lastTicket()).resolves.toMatchObject({ number: 1001 });
  await coachSays('Nu mag hij beginnen.');
  await inLog(computer, 'Nu mag hij beginnen.').waitFor();
  expect(await inLog(phone, 'Nu mag hij beginnen.').count()).toBe(0);

  const stranger = await open(PHONE, `/#verder=${code}`);
  await stranger.getByRole('button', { name: 'Ja, ga hier verder' }).click();
  await inLog(stranger, 'Die code ken ik niet').waitFor();
  // No address that anybody logs carries the code.
  expect(asked.filter((url) => url.includes(code))).toEqual([]);
});

test('a code opens nothing by itself; asked again the older card says it is over', async () => {
  const phone = await open(PHONE);
  await choose(phone, 'Verder op een ander toestel');
  const card = phone.locator('.go-on');
  await card.getByText(/^ML-/).waitFor();
  const first = await card.locator('.code').innerText();
  const computer = await open(DESKTOP, `/#verder=${first}`);
  await computer.getByRole('button', { name: 'Nee', exact: true }).click();
  await computer.waitForURL(`${SITE}/`);
  expect(await computer.locator('.own').count()).toBe(0);
  await choose(phone, 'Verder op een ander toestel');
  await phone.getByText('Deze code werkt niet meer.').waitFor();
  await eventually(async () => expect(await phone.locator('.go-on .code').count()).toBe(1));
});

test('where the helpline is on WhatsApp the menu says so, and one tap opens it with the code typed', async () => {
  const phone = await open(PHONE);
  await choose(phone, 'Verder op WhatsApp');
  const code = await phone.locator('.go-on .code').innerText();
  const link = await phone.getByRole('link', { name: 'Verder op WhatsApp' }).getAttribute('href');
  expect(link).toBe(`https://wa.me/3225550123?text=Verder%20met%20code%20${code}`);
});

test('where it is not, the menu does not', async () => {
  const without = await serve();
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(`${without.origin}/`);
  const answered = page.waitForResponse('**/verder.json');
  await page.locator('#menu > summary').click();
  expect(await (await answered).json()).toEqual({ whatsapp: false });
  await page.getByRole('button', { name: 'Verder op een ander toestel' }).waitFor();
  expect(await page.getByRole('button', { name: 'Verder op WhatsApp' }).count()).toBe(0);
  await without.stop();
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Subscription } from '../../bot/channels/web-push/subscriptions.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import type { Ticket } from '../../handlers/ticket.js';
import { keepPicture, launchBrowser, PHONE } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { buildWebPages } from '../support/web-pages.js';

const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/een-toestel';
const coach: Coach = { id: 'els', name: 'Els', email: 'els@voorbeeld.be', role: 'coach', active: true, absence: null };
const woken: Subscription[] = [];
let fault: number | null = null;
let browser: Browser;
let line: Served;

beforeAll(async () => {
  buildWebPages();
  browser = await launchBrowser();
  line = await serve(
    {},
    {
      push: (subscription) => {
        if (fault !== null) return Promise.reject(Object.assign(new Error('gone'), { statusCode: fault }));
        woken.push(subscription);
        return Promise.resolve();
      },
    },
  );
});
afterAll(async () => {
  await browser.close();
  await line.stop();
});

async function answer(markdown: string, once: string): Promise<void> {
  const deps = { ...line.app.deps, passwords: scryptPasswords() };
  const [ticket] = await line.app.deps.store.query<Ticket>({ kind: 'ticket', index: 'created' });
  await replyToAsker(deps, coach, ticket?.body.id ?? '', { markdown, then: 'waiting-for-mentor', once });
  await line.app.outbox.sendDue();
  await line.app.outbox.sendDue();
  await line.app.outbox.idle();
}

test('after a promise the mentor may be woken by the answer: once, without its words, until the device is gone', async () => {
  const context = await browser.newContext(PHONE);
  await context.grantPermissions(['notifications'], { origin: line.origin });
  const page = await context.newPage();
  // Chromium's own push service lives on a network that tests do not have.
  await page.addInitScript((endpoint) => {
    const keys = {
      p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u',
      auth: 'tBHItJI5svbpez7KI4CCXg',
    };
    PushManager.prototype.subscribe = () =>
      Promise.resolve({ endpoint, toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription);
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = () => Promise.resolve('granted');
  }, ENDPOINT);
  await page.goto(`${line.origin}/`);
  await page.getByText('Ik ben Mentorlijn').waitFor();
  const bell = page.getByRole('button', { name: 'Laat me weten als er antwoord is' });
  expect(await bell.count()).toBe(0);
  await page.getByLabel('Je vraag').fill('coach');
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
  await page.getByText('Typ je vraag in één bericht').waitFor();
  await page.getByLabel('Je vraag').fill('kan mijn leerling mee naar een beurs');
  await page.getByRole('button', { name: 'Stuur', exact: true }).click();
  await bell.click();
  await page.getByText('Je krijgt een melding op dit toestel').waitFor();
  await keepPicture(page, 'mentor-melding');

  await answer('Dat kan, vraag het aan de school.', 'r1');
  await eventually(() => expect(woken).toEqual([expect.objectContaining({ endpoint: ENDPOINT })]));
  await page.getByText('Dat kan, vraag het aan de school.').waitFor();

  fault = 410;
  await answer('En neem zijn papieren mee.', 'r2');
  await eventually(async () => {
    expect(await line.app.deps.store.count({ kind: 'push', index: 'conversation' })).toBe(0);
  });
  expect(woken).toHaveLength(1);
  await page.getByText('En neem zijn papieren mee.').waitFor();
  await context.close();
});

test.each([
  [
    'no token',
    null,
    { subscription: { endpoint: ENDPOINT, keys: { p256dh: 'a'.repeat(20), auth: 'b'.repeat(20) } } },
    401,
  ],
  [
    'an address inside the house',
    'token',
    { subscription: { endpoint: 'https://127.0.0.1/x', keys: { p256dh: 'a'.repeat(20), auth: 'b'.repeat(20) } } },
    400,
  ],
  [
    'a lookalike host',
    'token',
    {
      subscription: {
        endpoint: 'https://fcm.googleapis.com.evil.be/x',
        keys: { p256dh: 'a'.repeat(20), auth: 'b'.repeat(20) },
      },
    },
    400,
  ],
  ['no keys', 'token', { subscription: { endpoint: ENDPOINT } }, 400],
  ['nonsense', 'token', { subscription: 5 }, 400],
])('a device with %s is refused', async (_name, token, body, status) => {
  const given = (await (await fetch(`${line.origin}/v3/directline/tokens/generate`, { method: 'POST' })).json()) as { token: string }; // prettier-ignore
  const answered = await fetch(`${line.origin}/push`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${given.token}` }),
    },
    body: JSON.stringify(body),
  });
  expect(answered.status).toBe(status);
});

test('all processes share one public key', async () => {
  const key = async (): Promise<unknown> =>
    ((await (await fetch(`${line.origin}/push/key`)).json()) as { key: unknown }).key;
  expect(await key()).toMatch(/^[\w-]{80,}$/);
  expect(await key()).toBe(await key());
});

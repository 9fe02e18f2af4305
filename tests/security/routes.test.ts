import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Express } from 'express';
import { newRecord, putNewCoach } from '../../handlers/desk/accounts.js';
import { openSession } from '../../handlers/desk/sessions.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { DESK_ROUTES } from '../../handlers/http/desk/desk-router.js';
import { routesOf } from '../support/routes-of.js';
import { serve, type Served } from '../support/serve.js';
import { WebTalk } from '../support/web-talk.js';

let served: Served;
let mine: WebTalk;
let other: WebTalk;
let session: { readonly token: string; readonly csrf: string };

beforeAll(async () => {
  served = await serve({
    MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000001',
    MICROSOFT_APP_PASSWORD: 'p',
    MICROSOFT_APP_TENANT_ID: 't',
    WHATSAPP_PHONE_NUMBER_ID: '1',
    WHATSAPP_TOKEN: 'token',
    WHATSAPP_APP_SECRET: 'secret',
    WHATSAPP_VERIFY_TOKEN: 'verify',
    WHATSAPP_GRAPH_URL: 'http://127.0.0.1:9/v1',
  });
  mine = await new WebTalk(served, 'Jan').open();
  other = await new WebTalk(served, 'Piet').open();
  const deps = { ...served.app.deps, passwords: scryptPasswords(16) };
  const lead = await newRecord(deps, { name: 'An', email: 'an@voorbeeld.be', password: 'een zin vol gras' }, 'lead');
  await deps.store.commit({ puts: putNewCoach(lead) });
  const opened = await openSession(deps, lead.id, 'proef');
  session = { token: opened.token, csrf: opened.session.csrf };
});
afterAll(() => served.stop());

/** Status for a stranger, for a token of another conversation (or a made-up secret), and for who may. */
type Row = readonly [route: string, anonymous: number, wrong: number, right: number, body?: object];
const DL = '/v3/directline';
const OPEN: readonly string[] = ['GET /healthz', 'GET /readyz', 'GET /kennis.json', 'GET /desk', 'GET /desk/{*rest}'];
/** Pages for everyone; they only read. A short link to go on elsewhere does nothing by itself. */
const PUBLIC = /^GET \/(?:faq|begrippen|checklists|inbed|privacy|robots\.txt|sitemap\.xml|verder)/;
const TABLE: readonly Row[] = [
  // From this machine; who else may is below.
  ['GET /metrics', 200, 200, 200],
  // For everyone by nature: it makes a new conversation, or takes the secret in its body.
  [`POST ${DL}/tokens/generate`, 200, 200, 200, {}],
  [`POST ${DL}/tokens/resume`, 401, 401, 401, { resume: 'abc' }],
  [`POST ${DL}/tokens/refresh`, 401, 200, 200, {}],
  [`POST ${DL}/conversations`, 401, 201, 201, {}],
  [`GET ${DL}/conversations/:id`, 401, 403, 200],
  [`GET ${DL}/conversations/:id/activities`, 401, 403, 200],
  [`GET ${DL}/conversations/:id/older`, 401, 403, 200],
  [`POST ${DL}/conversations/:id/activities`, 401, 403, 200, { type: 'message', text: 'hallo' }],
  [`POST ${DL}/conversations/:id/upload`, 401, 403, 400, {}],
  [
    'POST /api/messages',
    403,
    403,
    403,
    { type: 'message', serviceUrl: 'https://x.example', conversation: { id: 'c' } },
  ],
  ['GET /webhooks/whatsapp', 403, 403, 403],
  ['GET /push/key', 200, 200, 200],
  ['POST /push', 401, 400, 400, {}],
  ['DELETE /push', 401, 400, 400, {}],
  ['POST /webhooks/whatsapp', 401, 401, 401, {}],
];

async function status(route: string, token: string | null, body?: object): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(served.origin + path.replace(':id', mine.conversationId), {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    expect(JSON.parse(text)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    expect(text).not.toMatch(/node_modules|\.ts:|\.js:/);
  }
  return response.status;
}

describe('every mounted address', () => {
  test('stands in a table of who may', () => {
    const [listener] = served.app.server.listeners('request');
    const mounted = routesOf(listener as unknown as Express);
    const desk = DESK_ROUTES.map(({ method, path }) => `${method.toUpperCase()} /desk/api${path}`);
    const known = new Set([...OPEN, ...desk, ...TABLE.map(([route]) => route)]);
    expect(mounted.filter((route) => !known.has(route) && !PUBLIC.test(route))).toEqual([]);
    for (const route of [...desk, ...TABLE.map(([one]) => one)]) expect(mounted).toContain(route);
    expect(mounted.length).toBeGreaterThan(50);
  });

  const rows = TABLE.map(([route, anonymous, wrong, right, body]) => ({ route, anonymous, wrong, right, body }));
  test.each(rows)('$route: $anonymous, $wrong, $right', async ({ route, anonymous, wrong, right, body }) => {
    expect(await status(route, null, body)).toBe(anonymous);
    expect(await status(route, other.token, body)).toBe(wrong);
    expect(await status(route, mine.token, body)).toBe(right);
  });

  test.each(['abc', '', 'a.b.c'])('a token that is none of ours (%j) opens nothing', async (token) => {
    for (const [route, anonymous, , , body] of TABLE) expect(await status(route, token, body)).toBe(anonymous);
  });
});

describe('the desk', () => {
  const signed = DESK_ROUTES.filter(({ access }) => access !== 'anyone').map(
    ({ method, path }) => [method.toUpperCase(), path] as const,
  );
  const call = (method: string, path: string, headers: Record<string, string>) =>
    fetch(`${served.origin}/desk/api${path.replace(/:\w+/g, 'x1')}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'GET' ? {} : { body: '{}' }),
    });

  test.each(signed)('%s %s is closed to strangers and to made-up tokens', async (method, path) => {
    for (const headers of [
      {},
      { cookie: `mentorlijn_desk=${'a'.repeat(64)}` },
      { authorization: `Bearer ${mine.token}` },
    ])
      expect((await call(method, path, headers as Record<string, string>)).status).toBe(401);
  });

  test.each(signed.filter(([method]) => method !== 'GET'))(
    '%s %s by a cookie alone, as another site could send it, is refused',
    async (method, path) => {
      const cookie = `mentorlijn_desk=${session.token}`;
      for (const csrf of [{}, { 'x-mentorlijn-csrf': 'a'.repeat(32) }, { 'x-mentorlijn-csrf': '' }]) {
        const response = await call(method, path, { cookie, ...csrf });
        expect(await response.json()).toMatchObject({ error: { code: 'csrf-failed' } });
      }
    },
  );

  test('the cookie is for this desk only, and no script can read it', async () => {
    const response = await fetch(`${served.origin}/desk/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'an@voorbeeld.be', password: 'een zin vol gras' }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i);
  });
});

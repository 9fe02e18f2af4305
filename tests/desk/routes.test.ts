import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { may, ROLES, type Role } from '../../handlers/desk/coach.js';
import { addNote } from '../../handlers/desk/ticket-actions.js';
import { ensureSetupCode } from '../../handlers/desk/setup-code.js';
import { DESK_ROUTES } from '../../handlers/http/desk/desk-router.js';
import { channelPreview } from '../../bot/render/channel-preview.js';
import { reply, text } from '../../handlers/reply.js';
import { DeskServer, type Visitor } from './desk-server.js';
import { DeskStage, PASSWORD } from './desk-stage.js';

let stage: DeskStage;
let server: DeskServer;
let visitors: Readonly<Record<Role, Visitor>>;
let ticket: string;
beforeAll(async () => {
  stage = new DeskStage();
  server = await new DeskServer(stage).start();
  const [coach, editor, lead] = await Promise.all([
    stage.coach('Annelies', 'coach'),
    stage.coach('Emiel', 'editor'),
    stage.coach('Lies', 'lead'),
  ]);
  visitors = {
    coach: await server.visitor(coach),
    editor: await server.visitor(editor),
    lead: await server.visitor(lead),
  };
  ticket = await stage.ask('jan');
  await addNote(stage.desk, coach, ticket, 'GEHEIM', 'once-note0');
});
afterAll(() => server.stop());

const OPEN = ['GET /start', 'POST /setup', 'POST /login', 'POST /entra', 'POST /invites/read', 'POST /invites/accept'];
const routes = DESK_ROUTES.filter(({ path }) => path !== '/live').map(
  (route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const,
);

describe('who may call what', () => {
  test('only these addresses are open to anyone', () => {
    expect(routes.filter(([, { access }]) => access === 'anyone').map(([name]) => name)).toEqual(OPEN);
  });

  test.each(routes.filter(([, { access }]) => access !== 'anyone'))(
    '%s asks a stranger to sign in',
    async (_name, route) => {
      const answer = await server.call(
        route.method.toUpperCase(),
        route.path.replace(/:\w+/g, 'x'),
        null,
        route.method === 'get' ? undefined : {},
      );
      expect([answer.status, answer.body.error?.code]).toEqual([401, 'not-signed-in']);
    },
  );

  test.each(routes.filter(([, { access, method }]) => access !== 'anyone' && method !== 'get'))(
    '%s refuses a change without proof of the page',
    async (_name, route) => {
      for (const csrf of [undefined, 'verzonnen', visitors.editor.csrf]) {
        const answer = await server.call(
          route.method.toUpperCase(),
          route.path.replace(/:\w+/g, 'x'),
          { token: visitors.lead.token, ...(csrf === undefined ? {} : { csrf }) },
          {},
        );
        expect([answer.status, answer.body.error?.code]).toEqual([403, 'csrf-failed']);
      }
    },
  );

  test('the live line asks a stranger to sign in too', async () => {
    expect((await server.call('GET', '/live', null)).status).toBe(401);
  });

  test('whoever lost access is a stranger at once', async () => {
    const gone = await stage.coach('Gust', 'lead');
    const visitor = await server.visitor(gone);
    await server.call('PUT', `/coaches/${gone.id}`, visitors.lead, { role: 'lead', active: false });
    for (const [, { method, path }] of routes.filter(([, { access }]) => access !== 'anyone')) {
      const answer = await server.call(
        method.toUpperCase(),
        path.replace(/:\w+/g, 'x'),
        visitor,
        method === 'get' ? undefined : {},
      );
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });

  const table = routes.flatMap(([name, route]) => {
    const { access } = route;
    if (access === 'anyone' || access === 'signed-in') return [];
    return ROLES.map((role) => [name, role, route, access] as const);
  });
  test.each(table)('%s by a %s', async (_name, role, route, access) => {
    // An id that is nothing's: who may, gets past the door and no further.
    const answer = await server.call(
      route.method.toUpperCase(),
      route.path.replace(/:\w+/g, 'nothing'),
      visitors[role],
      route.method === 'get' ? undefined : {},
    );
    if (may(role, access)) expect(answer.status).not.toBe(403);
    else expect([answer.status, answer.body.error?.code]).toEqual([403, 'not-allowed']);
  });
});

describe('signing in over HTTP', () => {
  test('the cookie is for this desk only and no script reads it; the answer holds no password', async () => {
    const answer = await server.call('POST', '/login', null, { email: 'lies@voorbeeld.be', password: PASSWORD });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^mentorlijn_desk=.{20,}; .*Path=\/desk/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(JSON.stringify(answer.body)).not.toMatch(/scrypt|password/);
    const token = /mentorlijn_desk=([^;]+)/.exec(cookie)?.[1] ?? '';
    const me = await server.call('GET', '/me', { token });
    expect(me.status).toBe(200);
    await server.call('POST', '/logout', { token, csrf: String(me.body.csrf) }, {});
    expect((await server.call('GET', '/me', { token })).status).toBe(401);
  });

  test('a form of another site cannot sign anyone in', async () => {
    const answer = await server.call('POST', '/login', null, `email=lies@voorbeeld.be&password=${PASSWORD}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.status).toBe(400);
  });

  test.each([
    ['half an invite', '/invites/read', { code: 'half' }, 'Deze uitnodiging is al gebruikt of verlopen.'],
    ['a name of one letter', '/invites/accept', { code: 'half', name: 'A', password: PASSWORD }, 'Vul een naam in'],
    [
      'an address without a domain',
      '/setup',
      { code: 'half', name: 'An', email: 'an@school', password: PASSWORD },
      'Vul een volledig e-mailadres in',
    ],
  ])('%s is refused in words that say what to do', async (_name, path, body, words) => {
    const answer = await server.call('POST', path, null, body);
    expect(answer.body.error?.message).toContain(words);
  });

  test('guessing is slowed down per address', async () => {
    const slow = await new DeskServer(stage, 3).start();
    const answers = [];
    for (let tries = 0; tries < 5; tries += 1)
      answers.push((await slow.call('POST', '/login', null, { email: 'x@voorbeeld.be', password: 'x' })).status);
    await slow.stop();
    expect(answers).toEqual([401, 401, 401, 429, 429]);
  });

  test('the first coach comes in by the set-up link', async () => {
    const fresh = new DeskStage(new MemoryStore(), { ids: { next: () => randomUUID(), secret: () => randomUUID() } });
    const desk = await new DeskServer(fresh).start();
    expect((await desk.call('GET', '/start', null)).body).toEqual({ setUp: false, teams: false });
    const code = (await ensureSetupCode(fresh.desk)) ?? '';
    const done = await desk.call('POST', '/setup', null, {
      code,
      name: 'Katrien',
      email: 'k@voorbeeld.be',
      password: PASSWORD,
    });
    await desk.stop();
    expect([done.status, done.body.coach]).toEqual([200, expect.objectContaining({ role: 'lead' })]);
  });
});

describe('working over HTTP', () => {
  test.each([
    ['an empty reply', 'reply', { markdown: '', then: 'answered', once: 'once-0001' }],
    ['a reply without a name', 'reply', { markdown: 'Ja', then: 'answered' }],
    ['a reply of 9,000 characters', 'reply', { markdown: 'x'.repeat(9_000), then: 'answered', once: 'once-0001' }],
    ['an unknown outcome', 'reply', { markdown: 'Ja', then: 'closed', once: 'once-0001' }],
    ['an unknown theme', 'tags', { theme: 'voetbal', factors: [], cause: null, support: null, scope: null }],
    ['minutes below one', 'minutes', { minutes: 0, kind: 'called', once: 'once-0001' }],
    ['no JSON at all', 'note', '{"text": '],
    ['a list', 'note', []],
  ])('%s is refused with a code', async (_name, path, body) => {
    const answer = await server.call('POST', `/tickets/${ticket}/${path}`, visitors.coach, body);
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'bad-request']);
  });

  test('a second claim says that a colleague was faster', async () => {
    const id = await stage.ask('piet');
    expect((await server.call('POST', `/tickets/${id}/claim`, visitors.coach, {})).status).toBe(200);
    const late = await server.call('POST', `/tickets/${id}/claim`, visitors.editor, {});
    expect([late.status, late.body.error?.code]).toEqual([409, 'already-claimed']);
  });

  test('the ticket shows notes to coaches, and no addresses or references to anyone', async () => {
    const answer = await server.call('GET', `/tickets/${ticket}`, visitors.coach);
    expect(JSON.stringify(answer.body)).toContain('GEHEIM');
    expect(JSON.stringify(answer.body)).not.toContain('"reference"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('the preview of an answer is read by who may read the question, and lets no HTML through', async () => {
    const body = { markdown: '**ja** <img src=x onerror=alert(1)> [x](javascript:alert(1))' };
    const answer = await server.call('POST', `/tickets/${ticket}/preview`, visitors.coach, body);
    expect([answer.status, String(answer.body.plain)]).toEqual([200, expect.stringContaining('ja')]);
    const shown = channelPreview('https://lijn.example')(reply([text(body.markdown)]));
    const html = JSON.stringify([shown.web, shown.teams]).match(/"html":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(html).toHaveLength(2);
    for (const piece of html) expect(piece).not.toMatch(/<img|href=\\"javascript/);
    expect((await server.call('POST', '/tickets/none/preview', visitors.coach, body)).status).toBe(404);
  });

  test('the test console answers as the bot would, and keeps nothing', async () => {
    const before = (await stage.tickets()).length;
    const answer = await server.call('POST', '/try', visitors.coach, { text: 'moet ik dimona doen' });
    expect(answer.body).toMatchObject({ decision: 'answer' });
    const urgent = await server.call('POST', '/try', visitors.coach, { text: 'hij zit onder het bloed' });
    expect(urgent.body).toMatchObject({ decision: 'urgent', urgent: 'medical' });
    expect((await stage.tickets()).length).toBe(before);
    expect(await stage.conversation('proef')).toBeNull();
  });

  test('an unknown address answers in JSON', async () => {
    const answer = await server.call('GET', '/nergens', visitors.coach);
    expect([answer.status, answer.body.error?.code]).toEqual([404, 'not-found']);
  });

  test('the live line tells of a change without its content', async () => {
    const stop = new AbortController();
    const response = await fetch(`${server.origin}/desk/api/live`, {
      headers: { cookie: `mentorlijn_desk=${visitors.coach.token}` },
      signal: stop.signal,
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream() as never).getReader();
    let heard = '';
    const hear = async (wanted: string): Promise<void> => {
      while (!heard.includes(wanted)) heard += String((await reader.read()).value);
    };
    await hear('event: hello');
    await server.call('POST', `/tickets/${ticket}/note`, visitors.coach, { text: 'GEHEIM 2', once: 'once-note9' });
    await hear(`event: tickets\ndata: "${ticket}"`);
    await server.call('POST', '/presence', visitors.editor, { ticket, doing: 'typing' });
    await hear('"doing":"typing"');
    stop.abort();
    expect(heard).not.toContain('GEHEIM');
  });
});

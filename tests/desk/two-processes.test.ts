import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newRecord, putNewCoach } from '../../handlers/desk/accounts.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { openSession } from '../../handlers/desk/sessions.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';
import { Stage } from '../support/stage.js';

let redis: TestRedis;
let apps: readonly Served[];
let tickets: readonly string[];
beforeAll(async () => {
  redis = await startRedis();
  const settings = { REDIS_URL: redis.url, DATA_KEY: 'een sleutel van minstens tweeëndertig tekens' };
  apps = await Promise.all([serve(settings), serve(settings)]);
  const stage = new Stage(first().app.deps.store, first().app.deps);
  for (const who of ['jan', 'piet']) {
    await stage.say('iets waar de bot niets van weet', { who });
    await stage.say('coach', { who });
  }
  tickets = (await stage.tickets()).map(({ id }) => id);
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  await redis.remove();
});

function first(): Served {
  const [app] = apps;
  if (!app) throw new Error('no app');
  return app;
}

interface Visitor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function visitor(name: string): Promise<Visitor> {
  const deps = { ...first().app.deps, passwords: scryptPasswords(16) };
  const email = `${name.toLowerCase()}@voorbeeld.be`;
  const record = await newRecord(deps, { name, email, password: 'een lange zin vol gras' }, 'coach');
  await deps.store.commit({ puts: putNewCoach(record) });
  const { token, session } = await openSession(deps, record.id, 'proef');
  return {
    name,
    headers: {
      cookie: `mentorlijn_desk=${token}`,
      'x-mentorlijn-csrf': session.csrf,
      'content-type': 'application/json',
    },
  };
}

const post = (app: Served, path: string, { headers }: Visitor, body: unknown = {}): Promise<Response> =>
  fetch(`${app.origin}/desk/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

describe('two processes at one Redis', () => {
  test('twenty coaches claim at once: one wins, nineteen hear that a colleague was faster', async () => {
    const coaches = await Promise.all(Array.from({ length: 20 }, (_, index) => visitor(`Coach${String(index)}`)));
    const answers = await Promise.all(
      coaches.map((coach, index) => post(apps[index % 2] ?? first(), `/tickets/${tickets[0] ?? ''}/claim`, coach)),
    );
    const codes = await Promise.all(
      answers.map(async (answer) =>
        answer.ok ? 'won' : ((await answer.json()) as { error: { code: string } }).error.code,
      ),
    );
    expect(codes.filter((code) => code === 'won')).toHaveLength(1);
    expect(codes.filter((code) => code === 'already-claimed')).toHaveLength(19);
  });

  test('who looks and what changes at the one is seen at the other', async () => {
    const [an, bo] = await Promise.all([visitor('An'), visitor('Bo')]);
    const stop = new AbortController();
    const line = await fetch(`${apps[1]?.origin ?? ''}/desk/api/live`, { headers: bo.headers, signal: stop.signal });
    const reader = line.body?.pipeThrough(new TextDecoderStream() as never).getReader();
    let heard = '';
    const hear = async (wanted: string): Promise<void> => {
      while (!heard.includes(wanted)) heard += String((await reader?.read())?.value);
    };
    await hear('event: hello');
    await post(first(), '/presence', an, { ticket: tickets[1], doing: 'typing' });
    await hear('"doing":"typing"');
    await post(first(), `/tickets/${tickets[1] ?? ''}/claim`, an);
    await hear(`event: tickets\ndata: "${tickets[1] ?? ''}"`);
    stop.abort();
    const seen = await fetch(`${apps[1]?.origin ?? ''}/desk/api/tickets/${tickets[1] ?? ''}`, { headers: bo.headers });
    expect(await seen.json()).toMatchObject({ ticket: { status: 'claimed' } });
  });
});

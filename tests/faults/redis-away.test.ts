import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { Redis } from 'ioredis';
import { WebSocket } from 'ws';
import { TEXTS } from '../../handlers/texts.js';
import type { Store } from '../../handlers/ports.js';
import type { Ticket } from '../../handlers/ticket.js';
import { nameOf } from '../support/crash-point.js';
import { eventually, until } from '../support/eventually.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';
import { beginTalk, hear, hearUntil, insist, say, ticketNumbers, type HttpActivity } from '../support/talk.js';

let redis: TestRedis;
let helpline: Served;
let count = 0;
/** Runs right before a turn is committed. */
let beforeTurn: (() => Promise<void>) | null = null;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.remove());
beforeEach(async () => {
  const environment = { REDIS_URL: redis.url, REDIS_NAME: `away-${String((count += 1))}`, DATA_KEY: 'k'.repeat(32) };
  helpline = await serve(environment, { aroundStore });
});
afterEach(() => helpline.stop());

function aroundStore(store: Store): Store {
  const commit: Store['commit'] = async (wanted) => {
    const hook = nameOf(wanted) === 'turn' ? beforeTurn : null;
    if (hook) beforeTurn = null;
    await hook?.();
    return store.commit(wanted);
  };
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'commit') return commit;
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

/** The line to Redis comes back by itself, within a second or so. */
async function storeAnswers(): Promise<void> {
  await until(async () => (await fetch(`${helpline.origin}/readyz`)).ok, 'the store');
}

interface Away {
  readonly error: { readonly code: string };
  readonly activities: readonly HttpActivity[];
}

/** How Redis goes away, and comes back. */
const FAULTS: readonly (readonly [string, () => Promise<void>, () => Promise<void>])[] = [
  ['killed', () => redis.kill(), () => redis.start()],
  [
    'frozen',
    () => Promise.resolve(void process.kill(redis.pid() ?? 0, 'SIGSTOP')),
    () => Promise.resolve(void process.kill(redis.pid() ?? 0, 'SIGCONT')),
  ],
  ['out of memory', () => setting('maxmemory', '1'), () => setting('maxmemory', '0')],
];

async function setting(name: string, value: string): Promise<void> {
  const client = new Redis(redis.url);
  await client.config('SET', name, value);
  client.disconnect();
}

describe.each(FAULTS)('Redis %s', (_name, goAway, comeBack) => {
  test('mentors get what the knowledge says and an honest line, urgent text always, and no promise', async () => {
    const talk = await beginTalk(helpline.origin);
    await say(helpline.origin, talk, 'wat is dimona', 'before');
    await hearUntil(helpline.origin, talk, 2);
    await goAway();
    try {
      for (const [text, wanted] of [
        ['moet ik dimona doen', 'Ja, voor hij begint.'],
        ['er is bloed', '112'],
        ['coach', TEXTS.notSure],
      ] as const) {
        const answer = await say(helpline.origin, talk, text, text);
        const body = (await answer.json()) as Away;
        expect([answer.status, answer.headers.get('retry-after'), body.error.code]).toEqual([
          503,
          '5',
          'store-unavailable',
        ]);
        expect(body.activities[0]?.text).toContain(wanted);
        expect(body.activities[0]?.text).toContain(TEXTS.storeAway);
        expect(ticketNumbers(body.activities)).toEqual([]);
      }
    } finally {
      await comeBack();
    }
    await storeAnswers();
    // The page sends again what was not taken: now it is, once, and the answer is kept.
    await say(helpline.origin, talk, 'moet ik dimona doen', 'moet ik dimona doen');
    await say(helpline.origin, talk, 'moet ik dimona doen', 'moet ik dimona doen');
    const own = (await hearUntil(helpline.origin, talk, 4)).map(({ channelData }) => channelData?.clientActivityID);
    expect(own.filter((id) => id === 'moet ik dimona doen')).toHaveLength(1);
  });
});

test('Redis dies in the middle of the turn that makes a ticket: one ticket, one promise', async () => {
  const talk = await beginTalk(helpline.origin);
  await say(helpline.origin, talk, 'iets waar niemand iets van weet', 'one');
  beforeTurn = () => redis.kill();
  expect((await say(helpline.origin, talk, 'coach', 'two')).status).toBe(503);
  await redis.start();
  await storeAnswers();
  expect((await say(helpline.origin, talk, 'coach', 'two')).ok).toBe(true);
  const heard = await hearUntil(helpline.origin, talk, 4);
  expect(heard).toHaveLength(4);
  expect(ticketNumbers(heard)).toHaveLength(1);
  const tickets = await helpline.app.deps.store.query({ kind: 'ticket', index: 'created' });
  expect(tickets).toHaveLength(1);
});

test('the disk of Redis fills up: it stops, nothing is promised that is not kept, and all of it is there when there is room again', async () => {
  const promised: (number | undefined)[] = [];
  const size = await aofSize();
  expect(spawnSync('prlimit', [`--fsize=${String(size + 400_000)}:`, '--pid', String(redis.pid())]).status).toBe(0);
  let talk = await beginTalk(helpline.origin);
  for (let room = true; room;) {
    for (const text of [`iets waar niemand iets van weet ${'x'.repeat(2_000)}`, 'coach'])
      if ((await say(helpline.origin, talk, text, text.slice(0, 20))).status === 503) room = false;
    // Redis may stop between taking the words and showing the answer.
    const heard = await eventually(async () => {
      const page = await hear(helpline.origin, talk).catch(() => null);
      if (room && page !== null && page.length < 4) throw new Error('the answer never came');
      return page;
    });
    if (heard === null) room = false;
    promised.push(...ticketNumbers(heard ?? []));
    if (room) talk = await beginTalk(helpline.origin);
  }
  const urgent = (await (await say(helpline.origin, talk, 'er is bloed', 'urgent')).json()) as Away;
  expect(urgent.activities[0]?.text).toContain('112');
  await redis.start();
  await storeAnswers();
  // As the page does: what was not taken is sent again.
  await insist(async () => {
    if (!(await say(helpline.origin, talk, 'coach', 'coach')).ok) throw new Error('not taken');
  });
  const tickets = await helpline.app.deps.store.query<Ticket>({ kind: 'ticket', index: 'created' });
  const numbers = tickets.map(({ body }) => body.number);
  expect(promised.length).toBeGreaterThan(0);
  for (const number of promised) expect(numbers).toContain(number);
  expect(new Set(numbers).size).toBe(numbers.length);
});

/** How large the append-only file is now. */
async function aofSize(): Promise<number> {
  const client = new Redis(redis.url);
  const size = /aof_current_size:(\d+)/.exec(await client.info('persistence'))?.[1];
  client.disconnect();
  return Number(size);
}

test('what cannot be kept reaches the page over the open stream, and the stream lives on', async () => {
  const talk = await beginTalk(helpline.origin);
  await say(helpline.origin, talk, 'wat is dimona', 'one');
  const url = `${helpline.origin.replace('http', 'ws')}/v3/directline/conversations/${talk.conversationId}/stream?t=${talk.token}`;
  const socket = new WebSocket(url);
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => {
    const page = data.toString();
    if (page !== '')
      for (const { text } of (JSON.parse(page) as { activities: HttpActivity[] }).activities) heard.push(text);
  });
  await new Promise((open) => socket.once('message', open));
  await redis.kill();
  await say(helpline.origin, talk, 'er is bloed', 'two');
  await redis.start();
  await storeAnswers();
  await say(helpline.origin, talk, 'er is bloed', 'two');
  await until(() => heard.filter((text) => text.includes('112')).length >= 2, 'the urgent text, twice');
  socket.close();
  expect(heard.filter((text) => text.includes(TEXTS.storeAway))).toHaveLength(1);
  expect((await hear(helpline.origin, talk)).length).toBeGreaterThanOrEqual(4);
});

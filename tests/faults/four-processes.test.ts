import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { buildCrashServer, CrashingHelpline } from '../support/crashing-helpline.js';
import { until } from '../support/eventually.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { RoundRobin } from '../support/round-robin.js';
import {
  beginTalk,
  hear,
  hearUntil,
  insist,
  say,
  ticketNumbers,
  type HttpActivity,
  type HttpTalk,
} from '../support/talk.js';

const KEYS = { DATA_KEY: 'k'.repeat(40), DIRECT_LINE_SECRET: 's'.repeat(40) };
let redis: TestRedis;
let helplines: readonly CrashingHelpline[] = [];
let balancer: RoundRobin;
/** Where the balancer finds them. */
let origins: string[] = [];

beforeAll(async () => {
  redis = await startRedis();
  await buildCrashServer();
  helplines = Array.from(
    { length: 4 },
    () => new CrashingHelpline({ ...KEYS, REDIS_URL: redis.url, REDIS_NAME: 'four' }),
  );
  await Promise.all(helplines.map((helpline) => helpline.start('')));
  origins = helplines.map(({ origin }) => origin);
  balancer = await new RoundRobin(() => origins).start();
});
afterAll(async () => {
  await balancer.stop();
  await Promise.all(helplines.map((helpline) => helpline.remove()));
  await redis.remove();
});

/** Follows the stream wherever the balancer brings it. */
async function stream(conversationId: string, token: string): Promise<{ heard: HttpActivity[]; close: () => void }> {
  const socket = new WebSocket(
    `${balancer.origin.replace('http', 'ws')}/v3/directline/conversations/${conversationId}/stream?t=${token}`,
  );
  const heard: HttpActivity[] = [];
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text !== '') heard.push(...(JSON.parse(text) as { activities: HttpActivity[] }).activities);
  });
  await new Promise((open) => socket.once('open', open));
  return { heard, close: () => socket.close() };
}

test('a mentor’s turns, a coach’s claim and his answer each hit another process; the stream hears it all', async () => {
  const [first] = helplines;
  if (!first) throw new Error('nothing runs');
  first.setupCode = helplines.map(({ setupCode }) => setupCode).find((code) => code !== '') ?? '';
  first.origin = balancer.origin;
  await first.coach();
  const talk = await beginTalk(balancer.origin);
  const line = await stream(talk.conversationId, talk.token);
  balancer.turnTo(0);
  await say(balancer.origin, talk, 'iets waar niemand iets van weet', 'one');
  await say(balancer.origin, talk, 'coach', 'two');
  const [number] = ticketNumbers(await hearUntil(balancer.origin, talk, 4));
  const queue = await first.desk<{ rows: readonly { id: string; number: number }[] }>('GET', '/queue?view=new');
  const id = queue?.body.rows.find((row) => row.number === number)?.id ?? '';
  balancer.turnTo(1);
  const claims = await Promise.all([1, 2, 3, 4].map(() => first.desk('POST', `/tickets/${id}/claim`, {})));
  expect(claims.map((claim) => claim?.status)).toEqual([200, 200, 200, 200]);
  const answer = { markdown: 'Bel de verzekeraar.', then: 'answered', once: 'answer-0001' };
  balancer.turnTo(2);
  const replies = await Promise.all([1, 2, 3, 4].map(() => first.desk('POST', `/tickets/${id}/reply`, answer)));
  expect(replies.map((reply) => reply?.status)).toContain(200);
  await until(() => line.heard.length >= 5, 'the answer over the stream');
  line.close();

  expect((await hear(balancer.origin, talk)).filter(({ text }) => text.includes('Bel de verzekeraar.'))).toHaveLength(
    1,
  );
  expect(line.heard.map((one) => one.id)).toEqual((await hear(balancer.origin, talk)).map((one) => one.id));
  const processOf = (what: RegExp): number | undefined => balancer.taken.find((one) => what.test(one.what))?.to;
  const steps = [/POST .*activities/, /POST .*claim/, /POST .*reply/].map(processOf);
  expect(new Set(balancer.taken.map(({ to }) => to)).size).toBe(4);
  expect(new Set(steps).size).toBe(3);
});

/** The page sends again until it is taken; a process that dies is no answer. */
async function sayUntilTaken(talk: HttpTalk, text: string): Promise<void> {
  await insist(async () => {
    const answer = await say(balancer.origin, talk, text, text);
    if (!answer.ok) throw new Error(String(answer.status));
  });
}

/** A question nobody knows, then the coach; the numbers of the tickets that were promised. */
async function askCoach(talk: HttpTalk, between: () => Promise<void>): Promise<readonly (number | undefined)[]> {
  await sayUntilTaken(talk, 'iets waar niemand iets van weet');
  await between();
  await sayUntilTaken(talk, 'coach');
  return ticketNumbers(await hearUntil(balancer.origin, talk, 4));
}

test('twenty mentors at once over four processes: each promised once, every number once, also when one process dies', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 20 }, async (_, n) =>
      askCoach(await insist(() => beginTalk(balancer.origin)), async () => {
        if (n === 9) await helplines[3]?.kill();
      }),
    ),
  );
  expect(numbers.every((promised) => promised.length === 1)).toBe(true);
  expect(new Set(numbers.flat()).size).toBe(20);
});

test('who opens the page at a process that hangs, and then dies, is helped by the others', async () => {
  const [, , , last] = helplines;
  await last?.restart();
  origins[3] = last?.origin ?? '';
  last?.freeze();
  balancer.turnTo(3);
  const before = balancer.taken.length;
  const hanging = beginTalk(balancer.origin).catch((error: unknown) => error);
  await until(() => balancer.taken.length > before, 'the one who will hang');
  const others = await insist(() => beginTalk(balancer.origin));
  expect(await askCoach(others, async () => last?.kill())).toHaveLength(1);
  expect(await hanging).toEqual(new Error('a new conversation answered 502'));
  balancer.turnTo(3);
  expect(await askCoach(await insist(() => beginTalk(balancer.origin)), () => Promise.resolve())).toHaveLength(1);
});

test('words left behind by a process that died are answered before those that come after them, elsewhere', async () => {
  const dying = new CrashingHelpline({ ...KEYS, REDIS_URL: redis.url, REDIS_NAME: 'four' });
  const [, alive = ''] = origins;
  try {
    await dying.start('turn:before');
    const talk = await beginTalk(alive);
    // As on WhatsApp: it was taken in, so nobody sends it again.
    await say(dying.origin, talk, 'iets waar niemand iets van weet', 'question').catch(() => null);
    await until(() => dying.deaths === 1);
    await say(alive, talk, 'coach', 'coach');
    const heard = await hearUntil(alive, talk, 4);
    expect(heard.map(({ channelData, from }) => channelData?.clientActivityID ?? from.id)).toEqual([
      'question',
      'coach',
      'mentorlijn',
      'mentorlijn',
    ]);
    expect(ticketNumbers(heard.slice(3))).toHaveLength(1);
  } finally {
    await dying.remove();
  }
});

test('a stream that breaks with its process goes on at another, from where it was: nothing twice, nothing missing', async () => {
  const dying = new CrashingHelpline({ ...KEYS, REDIS_URL: redis.url, REDIS_NAME: 'four' });
  const [, alive = ''] = origins;
  try {
    await dying.start('');
    const talk = await beginTalk(alive);
    const heard: HttpActivity[] = [];
    let mark = '';
    const listen = async (origin: string): Promise<WebSocket> => {
      const path = `/v3/directline/conversations/${talk.conversationId}`;
      const headers = { authorization: `Bearer ${talk.token}` };
      const found = (await (await fetch(`${origin}${path}?watermark=${mark}`, { headers })).json()) as {
        readonly streamUrl: string;
      };
      const { pathname, search } = new URL(found.streamUrl);
      const socket = new WebSocket(`${origin.replace('http', 'ws')}${pathname}${search}`);
      socket.on('message', (data: Buffer) => {
        if (data.length === 0) return;
        const page = JSON.parse(data.toString()) as { activities: HttpActivity[]; watermark: string };
        heard.push(...page.activities);
        mark = page.watermark;
      });
      await new Promise((open) => socket.once('open', open));
      return socket;
    };
    const first = await listen(dying.origin);
    await say(alive, talk, 'wat is dimona', 'one');
    await until(() => heard.length === 2, 'the first answer over the stream');
    const broken = new Promise((closed) => first.once('close', closed));
    await dying.kill();
    await broken;
    await say(alive, talk, 'moet ik dimona doen', 'two');
    const second = await listen(alive);
    await say(alive, talk, 'mijn vragen', 'three');
    await until(() => heard.length >= 6, 'the rest over the stream');
    second.close();
    expect(heard.map(({ id }) => id)).toEqual((await hear(alive, talk)).map(({ id }) => id));
  } finally {
    await dying.remove();
  }
});

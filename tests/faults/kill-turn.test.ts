import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildCrashServer, CrashingHelpline, type Seen, type Talk } from '../support/crashing-helpline.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';

let redis: TestRedis;
beforeAll(async () => {
  await buildCrashServer();
  redis = await startRedis();
});
afterAll(() => redis.remove());

/** Where the process dies, one after the other: each point is met by the first such commit after the restart before. */
const POINTS = ['other', 'receive', 'turn', 'deliver', 'claim', 'reply', 'deliver', 'publish'].flatMap((point) => [
  `${point}:before`,
  `${point}:after`,
]);

interface Case {
  readonly talk: Talk;
  readonly number: number | undefined;
  readonly ticket: string;
}

const ticketsIn = (seen: readonly Seen[]): readonly (number | undefined)[] =>
  seen
    .flatMap(({ channelData }) => channelData?.mentorlijn?.parts ?? [])
    .filter(({ kind }) => kind === 'ticket')
    .map(({ number }) => number);

/** As the pages do: the same request again until it is answered, over every crash. */
async function insist<T>(helpline: CrashingHelpline, method: string, path: string, body?: object): Promise<T> {
  for (;;) {
    const answer = await helpline.desk<T>(method, path, body);
    if (answer && answer.status < 500) return answer.body;
    if (!helpline.alive) await helpline.start();
  }
}

/** A question without an answer, "coach", a coach who takes it and answers, and something learned. */
async function helpMentor(helpline: CrashingHelpline, round: number): Promise<Case> {
  const talk = await helpline.begin();
  await helpline.say(talk, 'iets waar niemand iets van weet', 'one');
  await helpline.read(talk, 2);
  await helpline.say(talk, 'coach', 'two');
  const [number] = ticketsIn(await helpline.read(talk, 4));
  const queue = await insist<{ rows: readonly { id: string; number: number }[] }>(helpline, 'GET', '/queue?view=new');
  const ticket = queue.rows.find((row) => row.number === number)?.id ?? '';
  await insist(helpline, 'POST', `/tickets/${ticket}/claim`, {});
  const answer = { markdown: 'Bel de verzekeraar.', then: 'answered', once: `reply-000${String(round)}` };
  await insist(helpline, 'POST', `/tickets/${ticket}/reply`, answer);
  await helpline.read(talk, 5);
  await insist(helpline, 'POST', '/knowledge/items/ziek-melden/reviewed', { reviewBy: `2027-0${String(round)}-01` });
  return { talk, number, ticket };
}

async function expectWhole(helpline: CrashingHelpline, { talk, number, ticket }: Case): Promise<void> {
  const seen = await helpline.read(talk, 5);
  expect(seen.map(({ from }) => from.id === 'mentorlijn')).toEqual([false, true, false, true, true]);
  expect(seen.map(({ channelData }) => channelData?.clientActivityID).filter(Boolean)).toEqual(['one', 'two']);
  expect(ticketsIn(seen)).toEqual([number]);
  expect(seen.at(-1)?.text).toContain('Bel de verzekeraar.');
  const view = await insist<{ ticket: { status: string; history: readonly { action: string }[] } }>(
    helpline,
    'GET',
    `/tickets/${ticket}`,
  );
  expect(view.ticket.status).toBe('answered');
  expect(view.ticket.history.filter(({ action }) => action === 'geantwoord')).toHaveLength(1);
}

describe('kill -9 at every named point of a turn, a claim, a reply and a publish', () => {
  test.each(['SQLite', 'Redis'])(
    '%s: no ticket, answer or promise lost or doubled',
    async (store) => {
      const helpline = new CrashingHelpline(store === 'Redis' ? { REDIS_URL: redis.url, REDIS_NAME: 'kill' } : {});
      helpline.plan.push(...POINTS);
      try {
        while (!helpline.alive) await helpline.start();
        await helpline.coach();
        const cases: Case[] = [];
        do cases.push(await helpMentor(helpline, cases.length + 1));
        while (helpline.plan.length > 0 && cases.length < 9);
        expect(helpline.plan).toEqual([]);
        // The last point was armed, and met: a round that nothing interrupts comes after it.
        cases.push(await helpMentor(helpline, cases.length + 1));
        await helpline.restart();
        for (const one of cases) await expectWhole(helpline, one);
        expect(new Set(cases.map(({ number }) => number)).size).toBe(cases.length);
        expect(helpline.deaths).toBe(POINTS.length);
        const item = await insist<object>(helpline, 'GET', '/knowledge/items/ziek-melden');
        expect(JSON.stringify(item)).toContain(`2027-0${String(cases.length)}-01`);
      } finally {
        await helpline.remove();
      }
    },
    // Seventeen starts for each store.
    600_000,
  );
});

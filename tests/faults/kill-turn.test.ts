import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildCrashServer, CrashingHelpline, type Talk } from '../support/crashing-helpline.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';

let redis: TestRedis;
beforeAll(async () => {
  await buildCrashServer();
  redis = await startRedis();
});
afterAll(() => redis.remove());

const STORES = {
  SQLite: (): CrashingHelpline => new CrashingHelpline(),
  Redis: (): CrashingHelpline =>
    new CrashingHelpline({ REDIS_URL: redis.url, REDIS_NAME: `kill-${Math.random().toString(36).slice(2)}` }),
};

/**
 * The first commit prepares the desk at start; then a question without an answer, and "coach": three commits a message
 * (received, handled, delivered). The process dies right before and right after each of them.
 */
const POINTS = [1, 2, 3, 4, 5, 6, 7].flatMap((commit) => [`${String(commit)}:before`, `${String(commit)}:after`]);

async function talkOver(helpline: CrashingHelpline, crashAt: string): Promise<void> {
  await helpline.start(crashAt);
  if (!helpline.alive) await helpline.start();
  const talk = await helpline.call<Talk>('POST', '/tokens/generate', undefined, {});
  if (!talk) throw new Error('no token');
  await helpline.say(talk, 'iets waar niemand iets van weet', 'one');
  await helpline.read(talk, 2);
  await helpline.say(talk, 'coach', 'two');
  const seen = await helpline.read(talk, 4);
  await new Promise((done) => setTimeout(done, 150));
  expect((await helpline.read(talk, 4)).map(({ from }) => from.id === 'mentorlijn')).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(seen.map(({ channelData }) => channelData?.clientActivityID).filter(Boolean)).toEqual(['one', 'two']);
  const promises = seen
    .flatMap(({ channelData }) => channelData?.mentorlijn?.parts ?? [])
    .filter(({ kind }) => kind === 'ticket');
  expect(promises).toHaveLength(1);
  await helpline.say(talk, 'mijn vragen', 'three');
  const questions = (await helpline.read(talk, 6))[5]?.channelData?.mentorlijn?.parts ?? [];
  expect(questions.map(({ kind, number }) => [kind, number])).toEqual([['ticket', promises[0]?.number]]);
}

describe.each(Object.entries(STORES))('kill -9 with %s', (_name, open) => {
  test.each(POINTS)(
    'at commit %s: nothing lost, nothing doubled',
    async (point) => {
      const helpline = open();
      try {
        await talkOver(helpline, point);
      } finally {
        await helpline.remove();
      }
    },
    60_000,
  );
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectRedis } from '../../bot/state/redis/connect.js';
import { RedisStore } from '../../bot/state/redis/redis-store.js';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { SqliteStore } from '../../bot/state/sqlite/sqlite-store.js';
import { EventIndex } from '../../handlers/insights/event-index.js';
import { readInsights } from '../../handlers/insights/read-insights.js';
import type { Insights } from '../../handlers/insights/views.js';
import type { Store } from '../../handlers/ports.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { seedYear } from '../support/seed-year.js';
import { silentLog } from '../support/silent-log.js';
import { Stage } from '../support/stage.js';

const NOW = new Date('2026-06-15T10:00:00+02:00');
const knowledge = fakeKnowledge();
const folder = mkdtempSync(join(tmpdir(), 'ml-insights-'));
let redis: TestRedis;
let expected: Insights;

const seed = (store: Store): Promise<number> =>
  seedYear(store, knowledge.current().library, { questions: 3_000, tickets: 60, now: NOW });
const read = (store: Store): Promise<Insights> =>
  readInsights(
    { store, knowledge, clock: { now: () => NOW }, events: new EventIndex({ store }) },
    { kind: 'school-year' },
  );

beforeAll(async () => {
  redis = await startRedis();
  const memory = new MemoryStore();
  await seed(memory);
  expected = await read(memory);
});
afterAll(async () => {
  await redis.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('a year of events', () => {
  test('adds up to something', () => {
    expect(expected.figures.questions).toBeGreaterThan(1_000);
    expect(expected.figures.toCoach).toBeGreaterThan(20);
  });

  test.each([
    ['SQLite', (): Promise<Store> => Promise.resolve(new SqliteStore(join(folder, 'store.db')))],
    ['Redis', async (): Promise<Store> => new RedisStore(await connectRedis(redis.url, silentLog), 'insights')],
  ])('gives the same figures in %s, and so does another process on it', async (name, open) => {
    const store = await open();
    await seed(store);
    const other = name === 'SQLite' ? new SqliteStore(join(folder, 'store.db')) : await open();
    for (const one of [store, other]) expect(await read(one)).toEqual(expected);
    await Promise.all([store.close(), other.close()]);
  });

  test('a turn in one process is counted in another at its next look', async () => {
    const [here, there] = await Promise.all(
      [1, 2].map(async () => new RedisStore(await connectRedis(redis.url, silentLog), 'two')),
    );
    if (!here || !there) throw new Error('no stores');
    const stage = new Stage(here);
    const deps = { store: there, knowledge, clock: stage.deps.clock, events: new EventIndex({ store: there }) };
    expect((await readInsights(deps, { kind: 'week' })).figures.questions).toBe(0);
    await stage.say('moet ik dimona doen');
    expect((await readInsights(deps, { kind: 'week' })).figures.questions).toBe(1);
    await Promise.all([here.close(), there.close()]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { atATime } from '../support/at-a-time.js';
import { buildCrashServer, CrashingHelpline } from '../support/crashing-helpline.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, JAN } from '../support/fake-meta.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';

let redis: TestRedis;
beforeAll(async () => {
  await buildCrashServer();
  redis = await startRedis();
});
afterAll(() => redis.remove());

/**
 * Two questions, of which a coach gets one. The process dies right before or right after a commit: the one that takes
 * a message in, the turn's, the one that knows a message was sent, the one that marks it as delivered. Meta sends the
 * event again until it reads 200, and its statuses after every start, as it does in life. A message that was on its way
 * when the process died is somebody else's for twenty seconds, and then waits for its status: hence many at a time,
 * those that wait longest first.
 */
const POINTS = [
  'receipt#1:before',
  'receipt#2:before',
  'deliver#1:before',
  'receive#1:after',
  'turn#1:after',
  'turn#2:before',
];
const AT_A_TIME = 6;
const PLACES = POINTS.flatMap((point) => [{ point, store: 'SQLite' } as const, { point, store: 'Redis' } as const]);
type Place = (typeof PLACES)[number];

interface Told {
  readonly died: boolean;
  readonly texts: readonly string[];
  readonly mistakes: readonly string[];
}

async function post(meta: FakeMeta, revive: () => Promise<void>, event: object): Promise<void> {
  while ((await meta.post(event).catch(() => 0)) !== 200) await revive();
}

async function waiting(origin: string): Promise<number> {
  const text = await fetch(`${origin}/metrics`).then(
    (response) => response.text(),
    () => '',
  );
  return Number(/^mentorlijn_outbox_waiting (\d+)$/m.exec(text)?.[1] ?? 1);
}

async function talkOver({ point, store }: Place): Promise<Told> {
  const graph = new FakeGraph();
  await graph.start();
  const place = { origin: '' };
  const meta = new FakeMeta(() => place.origin, graph);
  const shared = store === 'Redis' ? { REDIS_URL: redis.url, REDIS_NAME: point.replaceAll(/[:#]/g, '-') } : {};
  const helpline = new CrashingHelpline({ ...meta.environment, ...shared });
  let died = false;
  const revive = async (): Promise<void> => {
    if (helpline.alive) return;
    died = true;
    await helpline.start();
    place.origin = helpline.origin;
  };
  try {
    await helpline.start(point);
    place.origin = helpline.origin;
    for (const words of ['iets waar niemand iets van weet', 'coach']) {
      const before = graph.shown.length;
      await post(meta, revive, meta.event(JAN, { messages: [meta.words(JAN, words)] }));
      for (let round = 0; round < 1_200 && graph.shown.length === before; round += 1) {
        await new Promise((done) => setTimeout(done, 25));
        await revive();
      }
      for (const { id } of graph.shown)
        await post(meta, revive, meta.event(null, { statuses: [meta.status(id, 'sent')] }));
    }
    // Nothing waits any more: what is going to be sent twice is sent by now.
    while ((await waiting(place.origin)) !== 0) {
      await new Promise((done) => setTimeout(done, 250));
      await revive();
    }
    return { died, texts: graph.to(JAN.phone ?? '').map(({ text }) => text), mistakes: graph.mistakes };
  } finally {
    await helpline.remove();
    graph.stop();
  }
}

describe('kill -9 with WhatsApp', () => {
  let runs: ReadonlyMap<Place, Promise<Told>>;
  beforeAll(() => {
    runs = atATime(AT_A_TIME, PLACES, talkOver);
  });
  afterAll(() => Promise.allSettled(runs.values()));

  test.each(PLACES)('at commit $point with $store: both questions are answered, once', async (place) => {
    const { died, texts, mistakes } = (await runs.get(place)) ?? { died: false, texts: [], mistakes: [] };
    expect(died).toBe(true);
    expect(mistakes).toEqual([]);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('vraag het aan een coach');
    expect(texts[1]).toMatch(/nummer 100\d/);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Ticket } from '../../handlers/ticket.js';
import { TEXTS } from '../../handlers/texts.js';
import { until } from '../support/eventually.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, type Person } from '../support/fake-meta.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';

/** Three processes behind one webhook, on one Redis: Meta's events land anywhere, often twice. */
const graph = new FakeGraph();
let redis: TestRedis;
let processes: readonly Served[] = [];
let metas: readonly FakeMeta[] = [];

beforeAll(async () => {
  redis = await startRedis();
  await graph.start();
  const { environment } = new FakeMeta(() => '', graph);
  const shared = { ...environment, REDIS_URL: redis.url, REDIS_NAME: 'shared', DATA_KEY: 'k'.repeat(40) };
  processes = await Promise.all([1, 2, 3].map(() => serve(shared)));
  metas = processes.map((one) => new FakeMeta(() => one.origin, graph));
});
afterAll(async () => {
  await Promise.all(processes.map((one) => one.stop()));
  graph.stop();
  await redis.remove();
});

/** As Meta does: again until it is taken. A process that hardly gets a turn may find Redis away, says so, and does not take it. */
async function post(meta: FakeMeta, event: object): Promise<void> {
  while ((await meta.post(event)) !== 200);
}
const everywhere = (event: object) => Promise.all(metas.flatMap((meta) => [post(meta, event), post(meta, event)]));
const answers = ({ phone }: Person): number =>
  graph.to(phone ?? '').filter(({ text }) => !text.includes(TEXTS.storeAway)).length;

test('twenty people, every event six times at three processes: each is answered once, each question is one ticket', async () => {
  const people = Array.from({ length: 20 }, (_, at): Person => ({
    name: 'An',
    phone: `3248${String(at).padStart(7, '0')}`,
    userId: `BE.7${String(at)}`,
  }));
  const [meta] = metas;
  if (!meta) throw new Error('no process');
  await Promise.all(
    people.map((one) =>
      everywhere(meta.event(one, { messages: [meta.words(one, 'iets waar niemand iets van weet')] })),
    ),
  );
  await until(() => people.every((one) => answers(one) === 1), 'an answer for each');
  await Promise.all(people.map((one) => everywhere(meta.event(one, { messages: [meta.words(one, 'coach')] }))));
  await until(() => people.every((one) => answers(one) >= 2), 'a second answer for each');
  await Promise.all(processes.map(({ app }) => app.outbox.idle()));
  expect(graph.mistakes).toEqual([]);
  expect(people.map(answers)).toEqual(people.map(() => 2));
  const tickets = await processes[0]?.app.deps.store.query<Ticket>({ kind: 'ticket', index: 'created' });
  expect(tickets).toHaveLength(20);
  expect(new Set(tickets?.map(({ body }) => body.number)).size).toBe(20);
});

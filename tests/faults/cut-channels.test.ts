import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newRecord, putNewCoach } from '../../handlers/desk/accounts.js';
import { publicCoach, type Coach } from '../../handlers/desk/coach.js';
import type { DeskDeps } from '../../handlers/desk/desk-deps.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { readTicket } from '../../handlers/desk/ticket-view.js';
import { TEXTS } from '../../handlers/texts.js';
import type { Ticket } from '../../handlers/ticket.js';
import { CutLine } from '../support/cut-line.js';
import { until } from '../support/eventually.js';
import { FakeConnector } from '../support/fake-connector.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, JAN } from '../support/fake-meta.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';
import { beginTalk, hear, hearUntil, say, type HttpTalk } from '../support/talk.js';

const PHONE = JAN.phone ?? '';
const UNKNOWN = 'iets waar niemand iets van weet';
const ANSWER = 'Bel de verzekeraar.';
const connector = new FakeConnector();
const graph = new FakeGraph();
let redis: TestRedis;
let toConnector: CutLine;
let toGraph: CutLine;
let served: Served;
let now = 0;
let round = 0;
const clock = { now: () => new Date(now) };
const meta = new FakeMeta(() => served.origin, graph, clock.now);

beforeAll(async () => {
  redis = await startRedis();
  const serviceUrl = await connector.start();
  toConnector = await new CutLine(() => serviceUrl).start();
  await graph.start();
  toGraph = await new CutLine(() => graph.url).start();
});
afterEach(() => redis.start());
afterAll(async () => {
  for (const one of [toConnector, toGraph, connector, graph]) one.stop();
  await redis.remove();
});
beforeEach(async () => {
  now = Date.parse('2026-11-23T10:00:00+01:00');
  toConnector.mend();
  toGraph.mend();
  graph.reset();
  connector.heard.length = 0;
  const shared = { REDIS_URL: redis.url, REDIS_NAME: `cut-${String((round += 1))}`, DATA_KEY: 'k'.repeat(32) };
  const own = { WHATSAPP_GRAPH_URL: toGraph.url, ALLOW_ANONYMOUS_BOT: 'true' };
  served = await serve({ ...meta.environment, ...shared, ...own }, { clock });
});
afterEach(() => served.stop());

let count = 0;
const inTeams = (text: string): Promise<Response> =>
  fetch(`${served.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `t${String((count += 1))}`,
      channelId: 'msteams',
      serviceUrl: toConnector.url,
      conversation: { id: 'talk', conversationType: 'personal', tenantId: 'tenant' },
      from: { id: '29:jan', name: 'Jan', aadObjectId: 'oid-jan' },
      recipient: { id: '28:bot', name: 'Mentorlijn' },
      text,
    }),
  });
const heardInTeams = (words: string): number =>
  connector.heard.filter(({ body }) => JSON.stringify(body).includes(words)).length;

async function figure(line: string): Promise<number> {
  const text = await (await fetch(`${served.origin}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.split(' ')[1],
  );
}

describe('every channel is cut while a coach answers', () => {
  let desk: DeskDeps;
  let coach: Coach;
  const tickets = async (): Promise<readonly Ticket[]> =>
    (await desk.store.query<Ticket>({ kind: 'ticket', index: 'created' })).map(({ body }) => body);

  /** One mentor a channel, each with a question for the coach. */
  async function ask(): Promise<HttpTalk> {
    desk = { ...served.app.deps, passwords: scryptPasswords(16) };
    const record = await newRecord(desk, { name: 'An', email: 'an@voorbeeld.be', password: 'zin vol gras' }, 'lead');
    await desk.store.commit({ puts: putNewCoach(record) });
    coach = publicCoach(record);
    const talk = await beginTalk(served.origin);
    for (const words of [UNKNOWN, 'coach']) {
      await say(served.origin, talk, words);
      await inTeams(words);
      const before = graph.to(PHONE).length;
      await meta.say(JAN, words);
      await graph.until(PHONE, before + 1);
    }
    await hearUntil(served.origin, talk, 4);
    await connector.until(2);
    expect(await tickets()).toHaveLength(3);
    return talk;
  }

  test('the desk sees what did not arrive and why, others are served, and each answer arrives once when the line is back', async () => {
    const talk = await ask();
    toConnector.cut();
    toGraph.cut();
    for (const { id } of await tickets())
      await replyToAsker(desk, coach, id, { markdown: ANSWER, then: 'answered', once: `once-${id}`.slice(0, 40) });
    const failures = async (): Promise<readonly string[]> =>
      (await Promise.all((await tickets()).map(({ id }) => readTicket(desk, id)))).map(({ deliveries }) =>
        deliveries.map(({ state, failure }) => `${state} ${String(failure)}`).join(),
      );
    await until(
      async () => (await failures()).filter((one) => /waiting (?!null)/.test(one)).length === 2,
      'two failures',
    );
    expect(await figure('mentorlijn_channel_errors_total{channel="teams",code="unreachable"}')).toBeGreaterThan(0);
    expect(await figure('mentorlijn_deliveries_total{channel="whatsapp",result="failed"}')).toBeGreaterThan(0);
    expect(await figure('mentorlijn_outbox_waiting')).toBe(2);

    // The page is another channel: its mentor has his answer, and a newcomer his.
    expect((await hearUntil(served.origin, talk, 5)).at(-1)?.text).toContain(ANSWER);
    const other = await beginTalk(served.origin);
    await say(served.origin, other, 'moet ik dimona doen');
    expect((await hearUntil(served.origin, other, 2)).at(-1)?.text).toContain('Ja, voor hij begint.');

    toConnector.mend();
    toGraph.mend();
    now += 600_000;
    await until(async () => {
      await served.app.outbox.sendDue();
      return (await figure('mentorlijn_outbox_waiting')) === 0;
    }, 'an empty outbox');
    expect(heardInTeams(ANSWER)).toBe(1);
    expect(graph.to(PHONE).filter(({ text }) => text.includes(ANSWER))).toHaveLength(1);
    expect((await hear(served.origin, talk)).filter(({ text }) => text.includes(ANSWER))).toHaveLength(1);
    expect(graph.mistakes).toEqual([]);
  });
});

describe('the store is away', () => {
  const CASES = [
    ['moet ik dimona doen', 'Ja, voor hij begint.'],
    ['er is bloed', '112'],
    ['coach', TEXTS.notSure],
  ] as const;

  test('Teams gets what the knowledge says and an honest line, urgent text too, and no promise', async () => {
    await redis.kill();
    for (const [words, wanted] of CASES) {
      const before = connector.heard.length;
      await inTeams(words);
      const said = JSON.stringify((await connector.until(before + 1))[before]?.body);
      expect(said).toContain(wanted);
      expect(said).toContain(TEXTS.storeAway);
      expect(said).not.toMatch(/nummer 1\d\d\d/);
    }
    await redis.start();
    await until(async () => (await fetch(`${served.origin}/readyz`)).ok, 'the store');
    for (const words of [UNKNOWN, 'coach']) await inTeams(words);
    await until(() => heardInTeams('1001') === 1, 'the promise');
    expect(await served.app.deps.store.count({ kind: 'ticket', index: 'created' })).toBe(1);
  });

  test('WhatsApp too, once per message however often Meta brings it; then it is taken in, and answered in full', async () => {
    await redis.kill();
    const events = CASES.map(([words]) => meta.event(JAN, { messages: [meta.words(JAN, words)] }));
    for (const [at, event] of events.entries()) {
      expect(await meta.post(event)).toBe(503);
      expect(await meta.post(event)).toBe(503);
      const shown = (await graph.until(PHONE, at + 1)).slice(at).map(({ text }) => text);
      expect(shown.join()).toContain(CASES[at]?.[1]);
    }
    expect(graph.to(PHONE).map(({ text }) => text.includes(TEXTS.storeAway))).toEqual([true, true, true]);
    await redis.start();
    await until(async () => (await fetch(`${served.origin}/readyz`)).ok, 'the store');
    for (const event of events) expect(await meta.post(event)).toBe(200);
    const shown = await graph.until(PHONE, 6);
    expect(shown.slice(3).some(({ text }) => text.includes(TEXTS.storeAway))).toBe(false);
    expect(graph.mistakes).toEqual([]);
  });
});

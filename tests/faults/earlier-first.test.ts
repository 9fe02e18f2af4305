import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { buildCrashServer, CrashingHelpline } from '../support/crashing-helpline.js';
import { until } from '../support/eventually.js';
import { FakeGraph } from '../support/fake-graph.js';
import { FakeMeta, JAN } from '../support/fake-meta.js';
import { hearUntil, say, ticketNumbers } from '../support/talk.js';

/** Over Redis, where another process answers, it stands in four-processes.test.ts. */
const QUESTION = 'iets waar niemand iets van weet';
const running: { stop(): unknown }[] = [];
beforeAll(() => buildCrashServer());
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

/** Dies before its first turn is committed: what it took in is on disk, what it thought of it is not. */
async function dying(environment: Readonly<Record<string, string>> = {}): Promise<CrashingHelpline> {
  const helpline = new CrashingHelpline(environment);
  running.push({ stop: () => helpline.remove() });
  await helpline.start('turn:before');
  return helpline;
}

describe('kill -9 with SQLite: what was taken in first is answered first', () => {
  test('on the web page: who writes again at once after the restart is understood', async () => {
    const helpline = await dying();
    const talk = await helpline.begin();
    // It was taken in, and the page never heard so; this time it does not send it again.
    await say(helpline.origin, talk, QUESTION, 'question').catch(() => null);
    await until(() => helpline.deaths === 1, 'its end');
    await helpline.start('');
    await say(helpline.origin, talk, 'coach', 'coach');
    const heard = await hearUntil(helpline.origin, talk, 4);
    expect(heard.map(({ channelData, from }) => channelData?.clientActivityID ?? from.id)).toEqual([
      'question',
      'mentorlijn',
      'coach',
      'mentorlijn',
    ]);
    expect(heard.map((one) => ticketNumbers([one]).length)).toEqual([0, 0, 0, 1]);
  });

  test('on the web page: sent again by the page it stays one question, with one answer', async () => {
    const helpline = await dying();
    const talk = await helpline.begin();
    await helpline.say(talk, QUESTION, 'question');
    await helpline.say(talk, 'coach', 'coach');
    const heard = await helpline.read(talk, 4);
    expect(helpline.deaths).toBe(1);
    expect(heard.map(({ channelData }) => channelData?.clientActivityID).filter(Boolean)).toEqual([
      'question',
      'coach',
    ]);
    expect(heard).toHaveLength(4);
    expect(ticketNumbers(heard as never)).toHaveLength(1);
  });

  test('on WhatsApp: two messages of one event, taken in and left behind, keep their order', async () => {
    const graph = new FakeGraph();
    await graph.start();
    running.push({ stop: () => graph.stop() });
    const place = { origin: '' };
    const meta = new FakeMeta(() => place.origin, graph);
    const helpline = await dying(meta.environment);
    place.origin = helpline.origin;
    const now = Math.floor(Date.now() / 1_000);
    const messages = [
      meta.words(JAN, QUESTION, { timestamp: String(now - 2) }),
      meta.words(JAN, 'coach', { timestamp: String(now - 1) }),
    ];
    await meta.post(meta.event(JAN, { messages })).catch(() => 0);
    await until(() => helpline.deaths === 1, 'its end');
    await helpline.start('');
    const texts = (await graph.until(JAN.phone ?? '', 2)).map(({ text }) => text);
    expect(texts[0]).toContain('vraag het aan een coach');
    expect(texts[1]).toMatch(/nummer 1001/);
  });
});

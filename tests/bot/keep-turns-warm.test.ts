import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { keepTurnsWarm, type WarmDeps } from '../../bot/keep-turns-warm.js';
import type { Item } from '../../knowledge/entry.js';
import type { KnowledgeNow } from '../../handlers/ports.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';
import { Stage } from '../support/stage.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Knowledge with so many phrasings an entry, and what was read of them for danger. */
function knowledgeOf(count: number): { readonly now: KnowledgeNow; readonly read: string[] } {
  const before = fakeKnowledge().current();
  const read: string[] = [];
  const phrasings = Array.from({ length: count }, (_unused, at) => `wie betaalt dat, vorm ${String(at)}`);
  const items = new Map([...before.library.items].map(([id, item]) => [id, withPhrasings(item, phrasings)]));
  const now: KnowledgeNow = {
    ...before,
    library: { ...before.library, items },
    detectSignal: (text, said) => {
      read.push(text);
      return before.detectSignal(text, said);
    },
  };
  return { now, read };
}

function withPhrasings(item: Item, phrasings: readonly string[]): Item {
  return item.kind === 'entry' ? { ...item, phrasings: phrasings.map((one) => `${one} ${item.id}`) } : item;
}

/** Everything it needs; a clock that goes on a little with every look, and a store that nobody may touch. */
function warming(first: KnowledgeNow, more: Partial<WarmDeps> = {}) {
  const server = new EventEmitter();
  const failed: string[] = [];
  let now = first;
  let looks = 0;
  const { rules } = new Stage().deps;
  const deps: WarmDeps = {
    knowledge: { current: () => now },
    rules,
    clock: { now: () => new Date(Date.now() + (looks += 1)) },
    log: { info: () => undefined, warn: () => undefined, error: (event) => failed.push(event) },
    ...more,
  };
  const { stop } = keepTurnsWarm(deps, server);
  return { server, failed, stop, swap: (next: KnowledgeNow) => (now = next) };
}

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

test('what the library says mentors ask is asked once, danger too, and then it rests', async () => {
  const { now, read } = knowledgeOf(20);
  const { failed } = warming(now);
  await pass(5_000);
  const asked = new Set(read);
  const all = [...now.library.items.values()].flatMap((item) => ('phrasings' in item ? item.phrasings : []));
  expect(all.length).toBe(60);
  expect([...all, 'hij bloedt'].filter((text) => !asked.has(text))).toEqual([]);
  const many = read.length;
  await pass(60_000);
  expect(read).toHaveLength(many);
  expect(failed).toEqual([]);
});

test('it does not begin before the start is over, and works in slices', async () => {
  const { now, read } = knowledgeOf(100);
  warming(now);
  await pass(50);
  expect(read).toHaveLength(0);
  await pass(60);
  expect(read.length).toBeGreaterThan(0);
  expect(new Set(read).size).toBeLessThan(50);
});

test('whoever asks something has the machine to himself', async () => {
  const { now, read } = knowledgeOf(100);
  const { server } = warming(now);
  await pass(150);
  server.emit('request');
  const before = read.length;
  await pass(200);
  expect(read).toHaveLength(before);
  await pass(1_000);
  expect(read.length).toBeGreaterThan(before);
});

test('other knowledge in force is read anew, half-way too', async () => {
  const [first, second] = [knowledgeOf(2), knowledgeOf(100)];
  const third = knowledgeOf(1);
  const { swap } = warming(first.now);
  await pass(2_000);
  swap(second.now);
  await pass(8_200);
  const begun = second.read.length;
  expect(begun).toBeGreaterThan(0);
  swap(third.now);
  await pass(2_000);
  expect(third.read).toContain('wie betaalt dat, vorm 0 dimona-doen');
  expect(second.read).toHaveLength(begun);
});

test('what cannot be read ahead is told and stands in nobody’s way', async () => {
  const { now, read } = knowledgeOf(2);
  const { failed } = warming(now, { readAhead: () => Promise.reject(new Error('no library')) });
  await pass(2_000);
  expect(failed).toEqual(['read-ahead-failed']);
  expect(read.length).toBeGreaterThan(0);
});

test('stopped, it asks nothing more', async () => {
  const { now, read } = knowledgeOf(100);
  const { stop } = warming(now);
  await pass(150);
  stop();
  const before = read.length;
  await pass(20_000);
  expect(read).toHaveLength(before);
});

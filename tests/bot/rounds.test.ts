import { afterEach, expect, test } from '@jest/globals';
import { startRounds, type Round } from '../../bot/rounds.js';
import { randomIds } from '../../bot/ids.js';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { LockWatch } from '../../handlers/lock-watch.js';
import { until } from '../support/eventually.js';

const store = new MemoryStore();
const failures: unknown[] = [];
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string, _error: unknown, fields?: object) => failures.push([event, fields]),
};
const process = () => ({ store, clock: { now: () => new Date() }, ids: randomIds(), log, lockWatch: new LockWatch() });
const running: { readonly stop: () => void }[] = [];
afterEach(() => running.splice(0).forEach(({ stop }) => stop()));

test('a round that fails is logged by name, holds up no other, and comes again', async () => {
  let tries = 0;
  let others = 0;
  const rounds: readonly Round[] = [
    {
      name: 'broken',
      lookMs: 1,
      leaseMs: 1_000,
      work: () => {
        tries += 1;
        return Promise.reject(new Error('broken on purpose'));
      },
    },
    { name: 'whole', lookMs: 1, leaseMs: 1_000, work: () => Promise.resolve((others += 1)) },
  ];
  running.push(startRounds(process(), rounds));
  await until(() => tries > 2 && others > 2);
  expect(failures).toContainEqual(['round-failed', { round: 'broken' }]);
  expect(failures).not.toContainEqual(['round-failed', { round: 'whole' }]);
});

test('of two processes one does a round that is due once', async () => {
  let done = 0;
  let looked = 0;
  const rounds: readonly Round[] = [
    { name: 'once', lookMs: 1, leaseMs: 60_000, everyMs: 3_600_000, work: () => Promise.resolve((done += 1)) },
    { name: 'often', lookMs: 1, leaseMs: 60_000, work: () => Promise.resolve((looked += 1)) },
  ];
  running.push(startRounds(process(), rounds), startRounds(process(), rounds));
  await until(() => looked > 5);
  expect(done).toBe(1);
});

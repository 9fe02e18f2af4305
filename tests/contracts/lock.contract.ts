import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../bot/ids.js';
import type { Store } from '../../handlers/ports.js';
import { withLock, type LockDeps } from '../../handlers/with-lock.js';

const HOUR = 3_600_000;

/** One-time work under a lock, over every store. `open` gives an empty store. */
export function lockContract(name: string, open: () => Promise<Store>): void {
  describe(`one-time work under a lock: ${name}`, () => {
    const nightly = { name: 'nightly', leaseMs: 60_000, everyMs: 20 * HOUR };
    const at = async (store: Store, time: { now: number }): Promise<LockDeps> =>
      Promise.resolve({ store, ids: randomIds(), clock: { now: () => new Date(time.now) } });
    const done = (): Promise<string> => Promise.resolve('done');
    /** A process that has the lock, and never ends its work. */
    const dying = (deps: LockDeps, work: typeof nightly): Promise<void> =>
      new Promise((started) => {
        void withLock(deps, work, () => {
          started();
          return new Promise<string>(() => undefined);
        });
      });

    test('of ten processes one does it; the next round is due later', async () => {
      const store = await open();
      const time = { now: Date.parse('2026-11-21T01:00:00Z') };
      const deps = await at(store, time);
      const rounds = await Promise.all(Array.from({ length: 10 }, () => withLock(deps, nightly, done)));
      expect(rounds.filter((round) => round === 'done')).toHaveLength(1);
      expect(await withLock(deps, nightly, done)).toBeNull();
      time.now += 21 * HOUR;
      expect(await withLock(deps, nightly, done)).toBe('done');
      await store.close();
    });

    test('a process that dies with the lock holds up the rest for one lease only', async () => {
      const store = await open();
      const time = { now: Date.parse('2026-11-21T01:00:00Z') };
      const deps = await at(store, time);
      await dying(deps, nightly);
      expect(await withLock(deps, nightly, done)).toBeNull();
      time.now += 61_000;
      expect(await withLock(deps, nightly, done)).toBe('done');
      await store.close();
    });

    test('a round that fails is tried again, and its error is heard', async () => {
      const store = await open();
      const deps = await at(store, { now: Date.parse('2026-11-21T01:00:00Z') });
      await expect(withLock(deps, nightly, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await withLock(deps, nightly, done)).toBe('done');
      await store.close();
    });

    test('a clock that is set back does not stop the work for good', async () => {
      const store = await open();
      const time = { now: Date.parse('2026-11-21T01:00:00Z') };
      const deps = await at(store, time);
      expect(await withLock(deps, nightly, done)).toBe('done');
      await dying(deps, { ...nightly, everyMs: 0 });
      time.now -= 5 * HOUR;
      expect(await withLock(deps, nightly, done)).toBe('done');
      await store.close();
    });
  });
}

import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../bot/ids.js';
import { LockWatch } from '../../handlers/lock-watch.js';
import type { Store } from '../../handlers/ports.js';
import { withLock, type LockDeps } from '../../handlers/with-lock.js';

const HOUR = 3_600_000;

/** One-time work under a lock, over every store. `open` gives an empty store. */
export function lockContract(name: string, open: () => Promise<Store>): void {
  describe(`one-time work under a lock: ${name}`, () => {
    const nightly = { name: 'nightly', leaseMs: 60_000, everyMs: 20 * HOUR };
    const at = (store: Store, time: { now: number }, aheadMs = 0): LockDeps => ({
      store,
      ids: randomIds(),
      clock: { now: () => new Date(time.now + aheadMs) },
      lockWatch: new LockWatch(),
    });
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
      const deps = at(store, time);
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
      const deps = at(store, time);
      await dying(deps, nightly);
      expect(await withLock(deps, nightly, done)).toBeNull();
      time.now += 61_000;
      expect(await withLock(deps, nightly, done)).toBe('done');
      await store.close();
    });

    test('a round that fails is tried again, and its error is heard', async () => {
      const store = await open();
      const deps = at(store, { now: Date.parse('2026-11-21T01:00:00Z') });
      await expect(withLock(deps, nightly, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await withLock(deps, nightly, done)).toBe('done');
      await store.close();
    });

    test('a round that fails is due at once, whenever the last good one was', async () => {
      const store = await open();
      const time = { now: Date.parse('2026-11-21T01:00:00Z') };
      const deps = at(store, time);
      expect(await withLock(deps, nightly, done)).toBe('done');
      time.now += 21 * HOUR;
      await expect(withLock(deps, nightly, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await withLock(at(store, time), nightly, done)).toBe('done');
      await store.close();
    });

    test('after a restart a round is not done again, nor forgotten', async () => {
      const store = await open();
      const time = { now: Date.parse('2026-11-21T01:00:00Z') };
      expect(await withLock(at(store, time), nightly, done)).toBe('done');
      time.now += HOUR;
      expect(await withLock(at(store, time), nightly, done)).toBeNull();
      time.now += 20 * HOUR;
      expect(await withLock(at(store, time), nightly, done)).toBe('done');
      await store.close();
    });

    test('a clock that is set back does not stop the work for good', async () => {
      const store = await open();
      const time = { now: Date.parse('2026-11-21T01:00:00Z') };
      const deps = at(store, time);
      expect(await withLock(deps, nightly, done)).toBe('done');
      time.now -= 5 * HOUR;
      expect(await withLock(at(store, time), nightly, done)).toBe('done');
      await dying(deps, { ...nightly, everyMs: 0 });
      time.now -= 5 * HOUR;
      expect(await withLock(deps, nightly, done)).toBeNull();
      time.now += 61_000;
      expect(await withLock(deps, nightly, done)).toBe('done');
      await store.close();
    });

    describe.each([
      ['ahead', 10 * 60_000],
      ['behind', -10 * 60_000],
    ])('with a second process whose clock is ten minutes %s', (_how, apartMs) => {
      const often = { name: 'often', leaseMs: 60_000, everyMs: 55_000 };
      /** One that works for as long as it is told, and its neighbour. */
      const two = async (work: typeof often) => {
        const store = await open();
        const time = { now: Date.parse('2026-11-21T01:00:00Z') };
        const [here, there] = [at(store, time), at(store, time, apartMs)];
        let letGo = (_: string): void => undefined;
        const held = new Promise<string>((end) => (letGo = end));
        let begun = (): void => undefined;
        const started = new Promise<void>((go) => (begun = go));
        const working = withLock(here, work, () => {
          begun();
          return held;
        });
        await started;
        return { store, time, here, there, working, letGo };
      };

      test('what one is doing is left to it, and not done again right after', async () => {
        const { store, time, here, there, working, letGo } = await two(often);
        for (let look = 0; look < 5; look += 1) {
          expect(await withLock(there, often, done)).toBeNull();
          time.now += 10_000;
        }
        letGo('done');
        expect(await working).toBe('done');
        expect(await withLock(there, often, done)).toBeNull();
        time.now += 10_000;
        expect(await withLock(here, often, done)).toBe('done');
        expect(await withLock(there, often, done)).toBeNull();
        await store.close();
      });

      test('who starts meanwhile does not begin it again', async () => {
        const { store, time, working, letGo } = await two(often);
        letGo('done');
        await working;
        expect(await withLock(at(store, time, apartMs), often, done)).toBeNull();
        await store.close();
      });

      test('what one dies with, or leaves off, the other goes on with within a lease, or a round', async () => {
        const { store, time, there } = await two(often);
        expect(await withLock(there, often, done)).toBeNull();
        time.now += 61_000;
        expect(await withLock(there, often, done)).toBe('done');
        const third = at(store, time);
        expect(await withLock(third, often, done)).toBeNull();
        time.now += 56_000;
        expect(await withLock(third, often, done)).toBe('done');
        await store.close();
      });
    });
  });
}

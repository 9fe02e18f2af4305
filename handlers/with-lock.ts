import type { LockWatch } from './lock-watch.js';
import type { Clock, Ids, Store, StoredRecord } from './ports.js';

/** What a lock needs; every story's deps have it, but for the watch, of which a process has one. */
export interface LockDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly lockWatch: LockWatch;
}

/** One-time work: done by one process at a time, however many there are. */
export interface OnceOrder {
  /** Small letters and hyphens; one name, one lock. */
  readonly name: string;
  /** Longer than the work can take: who died with the lock holds it no longer than this after others first saw it. */
  readonly leaseMs: number;
  /** At least this long between two rounds, over all processes and restarts. Left out: as often as asked. */
  readonly everyMs?: number;
}

interface Lock {
  readonly holder: string;
  /** ISO time until which the holder has it, by his clock; the beginning of time when nobody has it. */
  readonly until: string;
  /** ISO time at which the last round began, by the clock of who did it; null when it did not end well. */
  readonly done: string | null;
}

/** Clocks of processes are no further apart than this; a time further ahead was written before a clock was set back. */
const CLOCKS_APART_MS = 15 * 60_000;

const NOBODY = iso(0);

/**
 * Runs `work` when nobody else is at it and a round is due; returns null when not. A round that throws counts as not
 * done. The lock spares double work between processes; what `work` commits must still be safe by itself (compare and
 * set), because a lease can end while its holder is only slow.
 */
export async function withLock<T>(deps: LockDeps, order: OnceOrder, work: () => Promise<T>): Promise<T | null> {
  const now = deps.clock.now().getTime();
  const found = await deps.store.get<Lock>('lock', order.name);
  if (found && !mayTake(deps.lockWatch, order, found, now)) return null;
  const mine: Lock = { holder: deps.ids.next(), until: iso(now + order.leaseMs), done: null };
  if (!(await put(deps, order.name, mine, found?.version ?? 'absent'))) return null;
  const taken = (found?.version ?? 0) + 1;
  deps.lockWatch.note(order.name, taken, now);
  let done: string | null = null;
  try {
    const result = await work();
    done = iso(now);
    return result;
  } finally {
    // Ours may have run out and been taken over: then the version no longer fits and theirs stands.
    const given = await put(deps, order.name, { ...mine, until: NOBODY, done }, taken);
    if (given) deps.lockWatch.note(order.name, taken + 1, now);
  }
}

/**
 * What another holds is left to it until we saw nothing happen for a whole lease, by our own clock. A round is due when
 * we saw none for long enough; who just came goes by the time that was written, with what clocks may be apart to spare.
 */
function mayTake(watch: LockWatch, order: OnceOrder, { body, version }: StoredRecord<Lock>, now: number): boolean {
  const { name, leaseMs, everyMs = 0 } = order;
  const unchanged = watch.unchangedMs(name, version, now);
  if (body.until !== NOBODY) return unchanged >= leaseMs;
  if (body.done === null || unchanged >= everyMs) return true;
  const age = now - Date.parse(body.done);
  return age >= everyMs + CLOCKS_APART_MS || age < -CLOCKS_APART_MS;
}

async function put(deps: LockDeps, id: string, body: Lock, expect: number | 'absent'): Promise<boolean> {
  return (await deps.store.commit({ puts: [{ kind: 'lock', id, body, expect }] })).ok;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

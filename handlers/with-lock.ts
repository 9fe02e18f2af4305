import type { Clock, Ids, Store } from './ports.js';

/** What a lock needs; every story's deps have it. */
export interface LockDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** One-time work: done by one process at a time, however many there are. */
export interface OnceOrder {
  /** Small letters and hyphens; one name, one lock. */
  readonly name: string;
  /** Longer than the work can take: a process that died with the lock holds it no longer than this. */
  readonly leaseMs: number;
  /** At least this long between two rounds, over all processes and restarts. Left out: as often as asked. */
  readonly everyMs?: number;
}

interface Lock {
  readonly holder: string;
  /** ISO time until which the holder has it. */
  readonly until: string;
  /** ISO time at which the last round began that ended well. */
  readonly done: string | null;
}

/**
 * Runs `work` when nobody else is at it and a round is due; returns null when not. A round that throws counts as not
 * done. The lock spares double work between processes; what `work` commits must still be safe by itself (compare and
 * set), because a lease can end while its holder is only slow.
 */
export async function withLock<T>(deps: LockDeps, order: OnceOrder, work: () => Promise<T>): Promise<T | null> {
  const now = deps.clock.now().getTime();
  const found = await deps.store.get<Lock>('lock', order.name);
  if (found && (isHeld(found.body, now, order.leaseMs) || !isDue(found.body, now, order.everyMs ?? 0))) return null;
  const mine: Lock = { holder: deps.ids.next(), until: iso(now + order.leaseMs), done: found?.body.done ?? null };
  if (!(await put(deps, order.name, mine, found?.version ?? 'absent'))) return null;
  let done = mine.done;
  try {
    const result = await work();
    done = iso(now);
    return result;
  } finally {
    // Ours may have run out and been taken over: then the version no longer fits and theirs stands.
    await put(deps, order.name, { ...mine, until: iso(0), done }, (found?.version ?? 0) + 1);
  }
}

/** A lease that ends later than any lease can was taken by a clock that has been set back since. */
function isHeld(lock: Lock, now: number, leaseMs: number): boolean {
  const until = Date.parse(lock.until);
  return until > now && until <= now + leaseMs;
}

function isDue(lock: Lock, now: number, everyMs: number): boolean {
  const done = lock.done === null ? null : Date.parse(lock.done);
  return done === null || done > now || now - done >= everyMs;
}

async function put(deps: LockDeps, id: string, body: Lock, expect: number | 'absent'): Promise<boolean> {
  return (await deps.store.commit({ puts: [{ kind: 'lock', id, body, expect }] })).ok;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

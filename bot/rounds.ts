import type { Log } from '../handlers/ports.js';
import { withLock, type LockDeps, type OnceOrder } from '../handlers/with-lock.js';

/** What one process of all does now and then, under the lock of its name. */
export interface Round extends OnceOrder {
  /** How often a process looks whether it is due. */
  readonly lookMs: number;
  readonly work: () => Promise<unknown>;
}

/** Keeps them going for as long as the helpline runs. One that fails is logged, holds up no other, and comes again. */
export function startRounds(
  deps: LockDeps & { readonly log: Log },
  rounds: readonly Round[],
): { readonly stop: () => void } {
  const timers = rounds.map((round) => {
    const timer = setInterval(() => {
      void withLock(deps, round, round.work).catch((error: unknown) => {
        deps.log.error('round-failed', error, { round: round.name });
      });
    }, round.lookMs);
    timer.unref();
    return timer;
  });
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

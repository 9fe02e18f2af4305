import type { Server } from 'node:http';
import { countSchoolYears, warmIndexes, type DeskIndexes, type WarmDeps } from '../handlers/desk/desk-indexes.js';
import type { Log } from '../handlers/ports.js';
import { withLock, type LockDeps } from '../handlers/with-lock.js';

/** Ready comes first: what mentors need is up before anything is read for coaches. */
const AFTER_START_MS = 500;
const LOOK_MS = 10 * 60_000;
const EVERY_MS = 6 * 3_600_000;

/**
 * Reads for the first search and the first look at Inzichten before anybody asks, a moment after the start; and adds up
 * the events now and then, so that a process that starts later finds the months counted. Returns how to stop.
 */
export function keepDeskWarm(
  deps: LockDeps & WarmDeps & { readonly log: Log },
  server: Server,
  indexes: DeskIndexes,
): { stop(): void } {
  let stopped = false;
  const failed = (error: unknown): void => {
    if (!stopped) deps.log.error('warm-desk-failed', error);
  };
  let soon: NodeJS.Timeout | undefined;
  server.once('listening', () => {
    soon = setTimeout(() => {
      const begin = deps.clock.now().getTime();
      warmIndexes(indexes, deps).then(() => {
        deps.log.info('desk-warm', { ms: deps.clock.now().getTime() - begin });
      }, failed);
    }, AFTER_START_MS);
    soon.unref();
  });
  const order = { name: 'keep-insights', leaseMs: 5 * 60_000, everyMs: EVERY_MS };
  const rounds = setInterval(() => {
    withLock(deps, order, () => countSchoolYears(indexes.events, deps.clock)).catch(failed);
  }, LOOK_MS);
  rounds.unref();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(soon);
      clearInterval(rounds);
    },
  };
}

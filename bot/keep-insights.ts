import { EventIndex } from '../handlers/insights/event-index.js';
import { readPeriod } from '../handlers/insights/period.js';
import type { LockDeps } from '../handlers/with-lock.js';
import { withLock } from '../handlers/with-lock.js';
import type { Log } from '../handlers/ports.js';

const LOOK_MS = 10 * 60_000;
const EVERY_MS = 6 * 3_600_000;

/** Adds up the events of this school year and the last now and then, so that Inzichten opens at once after a restart. */
export function startKeepingInsights(deps: LockDeps & { readonly log: Log }): NodeJS.Timeout {
  const order = { name: 'keep-insights', leaseMs: 5 * 60_000, everyMs: EVERY_MS };
  const timer = setInterval(() => {
    const now = deps.clock.now();
    const { previous } = readPeriod({ kind: 'school-year' }, now);
    void withLock(deps, order, () => new EventIndex(deps).since(previous.from, now)).catch((error: unknown) => {
      deps.log.error('keep-insights-failed', error);
    });
  }, LOOK_MS);
  timer.unref();
  return timer;
}

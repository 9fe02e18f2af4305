import { keepRetention, type RetentionDays, type RetentionDeps } from '../handlers/privacy/retention.js';
import { withLock, type LockDeps } from '../handlers/with-lock.js';

const LOOK_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

/**
 * Once a night, between two and five, in one process of all. A helpline that slept through a night does it at the
 * first look after a day and a half.
 */
export function startNightlyRetention(
  deps: RetentionDeps & LockDeps,
  days: RetentionDays,
): { readonly look: () => Promise<void>; readonly stop: () => void } {
  const look = async (): Promise<void> => {
    const everyMs = isNight(deps.clock.now()) ? 20 * HOUR_MS : 36 * HOUR_MS;
    try {
      await withLock(deps, { name: 'retention', leaseMs: 10 * 60_000, everyMs }, () => keepRetention(deps, days));
    } catch (error) {
      deps.log.error('retention-failed', error);
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    look,
    stop: () => {
      clearInterval(timer);
    },
  };
}

function isNight(now: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Brussels' }).format(now),
  );
  return hour >= 2 && hour < 5;
}

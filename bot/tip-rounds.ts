import { sendTips, type TipDeps } from '../handlers/tips/send-tips.js';
import { withLock, type LockDeps } from '../handlers/with-lock.js';

/** Tips are looked at this often, by one process. */
const EVERY_MS = 10 * 60_000;

/** Sends tips now and then for as long as the helpline runs; stop with clearInterval. */
export function startTipRounds(deps: TipDeps & LockDeps): NodeJS.Timeout {
  const timer = setInterval(() => {
    void withLock(deps, { name: 'tips', leaseMs: 120_000, everyMs: EVERY_MS }, () => sendTips(deps)).catch(
      (error: unknown) => {
        deps.log.error('tips-failed', error);
      },
    );
  }, EVERY_MS / 2);
  timer.unref();
  return timer;
}

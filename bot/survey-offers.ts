import type { TurnDeps } from '../handlers/turn/process-message.js';
import { offerSurveys } from '../handlers/survey/offer-surveys.js';
import { withLock, type LockDeps } from '../handlers/with-lock.js';

const EVERY_MS = 60_000;

/** Invites mentors to the survey that runs, a few each minute, by one process at a time. */
export function startSurveyOffers(deps: TurnDeps & LockDeps): NodeJS.Timeout {
  const order = { name: 'offer-surveys', leaseMs: 50_000, everyMs: EVERY_MS - 5_000 };
  const timer = setInterval(() => {
    void withLock(deps, order, () => offerSurveys(deps)).catch((error: unknown) => {
      deps.log.error('survey-offers-failed', error);
    });
  }, EVERY_MS);
  timer.unref();
  return timer;
}

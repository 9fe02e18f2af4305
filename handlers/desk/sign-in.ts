import { MentorlijnError } from '../errors.js';
import { changeCoach, findByEmail } from './accounts.js';
import { publicCoach, type Coach, type CoachRecord } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { checkPassword } from './password.js';

type SignInDeps = Pick<DeskDeps, 'store' | 'clock' | 'passwords'>;

const MAX_TRIES = 5;
const LOCK_MINUTES = 15;
const WRONG = 'E-mailadres of wachtwoord klopt niet.';
const LOCKED = `Te veel foute pogingen. Probeer het over ${String(LOCK_MINUTES)} minuten opnieuw, of vraag je teamleider om hulp.`;

/** E-mail and password -> the coach. A try counts before it is checked, so that many at once gain nothing. */
export async function signIn(deps: SignInDeps, email: string, password: string): Promise<Coach> {
  const found = await findByEmail(deps, email);
  if (!found?.body.active) {
    // The same work as for a known address: the answer's time tells nothing.
    await deps.passwords.hash(password);
    throw new MentorlijnError('not-signed-in', WRONG);
  }
  const tried = await changeCoach(deps, found.id, (coach) => countTry(coach, deps.clock.now()));
  if (isLocked(tried, deps.clock.now())) throw new MentorlijnError('too-many', LOCKED);
  if (!(await deps.passwords.verify(password, tried.password))) throw new MentorlijnError('not-signed-in', WRONG);
  return publicCoach(await changeCoach(deps, found.id, (coach) => ({ ...coach, failedTries: 0, lockedUntil: null })));
}

function isLocked(coach: CoachRecord, now: Date): boolean {
  return coach.lockedUntil !== null && coach.lockedUntil > now.toISOString();
}

/** One try more; the sixth locks, and a lock that has passed starts over. */
function countTry(coach: CoachRecord, now: Date): CoachRecord {
  if (isLocked(coach, now)) return coach;
  const failedTries = (coach.lockedUntil === null ? coach.failedTries : 0) + 1;
  const lockedUntil = failedTries > MAX_TRIES ? new Date(now.getTime() + LOCK_MINUTES * 60_000).toISOString() : null;
  return { ...coach, failedTries, lockedUntil };
}

/** Needs the present password; the caller ends the other sessions. */
export async function changePassword(deps: SignInDeps, id: string, present: string, next: string): Promise<void> {
  const found = await deps.store.get<CoachRecord>('coach', id);
  if (!found) throw new MentorlijnError('not-found', 'Dit account bestaat niet.');
  await signIn(deps, found.body.email, present).catch((error: unknown) => {
    if (error instanceof MentorlijnError && error.code === 'not-signed-in')
      throw new MentorlijnError('bad-request', 'Je huidige wachtwoord klopt niet.');
    throw error;
  });
  checkPassword(next, [found.body.name, found.body.email.split('@')[0] ?? '']);
  const password = await deps.passwords.hash(next);
  await changeCoach(deps, id, (coach) => ({ ...coach, password }));
}

import { MentorlijnError } from '../errors.js';
import type { StoredRecord } from '../ports.js';
import { putCoach } from './accounts.js';
import { publicCoach, type Coach, type CoachRecord } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { checkPassword } from './password.js';
import { endingsOf } from './sessions.js';

type RenewDeps = Pick<DeskDeps, 'store' | 'passwords'>;

/** The one-time link of a colleague who chooses a new password. */
export type RenewalLink = StoredRecord<{ readonly name: string; readonly email: string }>;

/** Somebody may try the old password, or open a session, at this very moment: then we look again. */
const MAX_CONFLICTS = 50;

/**
 * The new password takes the place of the old one, of a lock and of every open session, and uses the link up: all in one
 * commit. A password that is refused, or a store that fails, leaves the link as it was.
 */
export async function renewPassword(deps: RenewDeps, link: RenewalLink, id: string, password: string): Promise<Coach> {
  checkPassword(password, [link.body.name, link.body.email.split('@')[0] ?? '']);
  const hash = await deps.passwords.hash(password);
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const [found, endings] = await Promise.all([deps.store.get<CoachRecord>('coach', id), endingsOf(deps, id, null)]);
    if (!found?.body.active) throw new MentorlijnError('gone', 'Dit account heeft geen toegang meer.');
    const next: CoachRecord = { ...found.body, password: hash, failedTries: 0, lockedUntil: null };
    const done = await deps.store.commit({
      puts: [putCoach(next, found.version)],
      deletes: [{ kind: 'invite', id: link.id, expect: link.version }, ...endings],
    });
    if (done.ok) return publicCoach(next);
    if (done.conflict.kind === 'invite') throw new MentorlijnError('gone', 'Deze link is net gebruikt.');
  }
  throw new MentorlijnError('conflict', 'Dit account verandert te vaak. Probeer opnieuw.');
}

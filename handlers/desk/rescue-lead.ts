import { MentorlijnError } from '../errors.js';
import { findByEmail } from './accounts.js';
import { changeRole } from './change-role.js';
import type { DeskDeps } from './desk-deps.js';
import { makeLink } from './invites.js';
import { isSetUp } from './setup-code.js';

/** Stands where the coach stands who invited: nobody at the desk did. */
const OUTSIDE = 'beheer';

/**
 * A link for a lead, made by whoever runs the helpline when no lead can sign in any more. A colleague who is known
 * becomes a lead at once and chooses a new password with it; an address that is not gets an account by it.
 */
export async function leadLink(
  deps: Pick<DeskDeps, 'store' | 'clock' | 'ids'>,
  email: string,
): Promise<{ readonly code: string; readonly known: boolean }> {
  if (!(await isSetUp(deps)))
    throw new MentorlijnError(
      'not-possible-now',
      'Er is nog geen coach. Gebruik de link die de hulplijn bij de start toont.',
    );
  const found = await findByEmail(deps, email);
  if (found === null) {
    const name = email.split('@')[0] ?? email;
    const { code } = await makeLink(deps, { name, email: email.toLowerCase(), role: 'lead', by: OUTSIDE });
    return { code, known: false };
  }
  const { id, name } = found.body;
  await changeRole(deps, id, (coach) => ({ ...coach, role: 'lead', active: true }));
  const { code } = await makeLink(deps, { name, email: found.body.email, role: 'lead', by: OUTSIDE, coach: id });
  return { code, known: true };
}

import { MentorlijnError } from '../errors.js';
import { listCoaches, newRecord, putNewCoach } from './accounts.js';
import { changeRole } from './change-role.js';
import { publicCoach, type Coach, type Role } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { renewPassword } from './renew-password.js';
import { hashSecret } from './secret-hash.js';

type InviteDeps = Pick<DeskDeps, 'store' | 'clock' | 'ids' | 'passwords'>;

export interface Invite {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly by: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The colleague who gets a new password by it; absent for a new account. */
  readonly coach?: string;
}

export interface InviteLine extends Invite {
  readonly id: string;
}

const INVITE_DAYS = 7;

/** Makes a link for a new colleague. */
export async function invite(
  deps: InviteDeps,
  by: Coach,
  who: Pick<Invite, 'email' | 'name' | 'role'>,
): Promise<{ readonly code: string; readonly invite: Invite }> {
  const email = who.email.toLowerCase();
  if ((await listCoaches(deps)).some((coach) => coach.email === email))
    throw new MentorlijnError('conflict', 'Deze collega heeft al een account.');
  return makeLink(deps, { ...who, email, by: by.id });
}

/** A link with which a colleague who lost the password chooses a new one. */
export async function resetLink(
  deps: InviteDeps,
  by: Coach,
  id: string,
): Promise<{ readonly code: string; readonly invite: Invite }> {
  const coach = (await listCoaches(deps)).find((other) => other.id === id);
  if (!coach?.active) throw new MentorlijnError('not-found', 'Deze collega heeft geen toegang (meer).');
  const { name, email, role } = coach;
  return makeLink(deps, { name, email, role, by: by.id, coach: id });
}

/** The code is given once and kept only as a hash. */
export async function makeLink(
  deps: Pick<InviteDeps, 'store' | 'clock' | 'ids'>,
  who: Omit<Invite, 'createdAt' | 'expiresAt'>,
): Promise<{ readonly code: string; readonly invite: Invite }> {
  const now = deps.clock.now();
  const code = deps.ids.secret();
  const body: Invite = {
    ...who,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + INVITE_DAYS * 86_400_000).toISOString(),
  };
  await deps.store.commit({
    puts: [
      {
        kind: 'invite',
        id: hashSecret(code),
        body,
        indexes: { created: body.createdAt },
        expiresAt: body.expiresAt,
        expect: 'absent',
      },
    ],
  });
  return { code, invite: body };
}

export async function readInvite(deps: InviteDeps, code: string): Promise<Invite> {
  return (await validInvite(deps, code)).body;
}

async function validInvite(deps: InviteDeps, code: string) {
  const found = await deps.store.get<Invite>('invite', hashSecret(code));
  if (!found || found.body.expiresAt <= deps.clock.now().toISOString())
    throw new MentorlijnError('gone', 'Deze uitnodiging is al gebruikt of verlopen. Vraag een nieuwe.');
  return found;
}

/** The invited colleague chooses a name and a password. Works once. */
export async function acceptInvite(
  deps: InviteDeps,
  code: string,
  chosen: { readonly name: string; readonly password: string },
): Promise<Coach> {
  const found = await validInvite(deps, code);
  if (found.body.coach !== undefined) return renewPassword(deps, found, found.body.coach, chosen.password);
  const record = await newRecord(deps, { ...chosen, email: found.body.email }, found.body.role);
  const done = await deps.store.commit({
    puts: putNewCoach(record),
    deletes: [{ kind: 'invite', id: found.id, expect: found.version }],
  });
  if (!done.ok) throw new MentorlijnError('gone', 'Deze uitnodiging is net gebruikt.');
  return publicCoach(record);
}

export async function listInvites(deps: InviteDeps): Promise<readonly InviteLine[]> {
  const found = await deps.store.query<Invite>({ kind: 'invite', index: 'created', order: 'desc' });
  const now = deps.clock.now().toISOString();
  return found.filter(({ body }) => body.expiresAt > now).map(({ id, body }) => ({ ...body, id }));
}

export async function withdrawInvite(deps: InviteDeps, id: string): Promise<void> {
  await deps.store.commit({ deletes: [{ kind: 'invite', id, expect: 'any' }] });
}

/** Role and access of a colleague. The last active lead stays: somebody must hold the keys. */
export async function changeAccess(
  deps: InviteDeps,
  id: string,
  access: { readonly role: Role; readonly active: boolean },
): Promise<Coach> {
  const changed = await changeRole(deps, id, (coach, isLastLead) => {
    if (isLastLead && (access.role !== 'lead' || !access.active))
      throw new MentorlijnError('not-possible-now', 'Er moet minstens één teamleider blijven.');
    return { ...coach, ...access, ...(access.active ? {} : { absence: null }) };
  });
  return publicCoach(changed);
}

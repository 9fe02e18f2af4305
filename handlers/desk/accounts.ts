import { MentorlijnError } from '../errors.js';
import type { Put, StoredRecord } from '../ports.js';
import { publicCoach, type Coach, type CoachRecord, type Role } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { checkPassword } from './password.js';
import { isSetUp, OWNER, setupId } from './setup-code.js';

type AccountDeps = Pick<DeskDeps, 'store' | 'clock' | 'ids' | 'passwords'>;

export interface NewCoach {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The first coach, with the link that was printed at start. Works once. */
export async function setUpFirstCoach(deps: AccountDeps, code: string, coach: NewCoach): Promise<Coach> {
  const token = await deps.store.get<{ expiresAt: string }>('token', setupId(code));
  if (!token || token.body.expiresAt <= deps.clock.now().toISOString() || (await isSetUp(deps))) {
    throw new MentorlijnError(
      'gone',
      'Deze link is al gebruikt of verlopen. Start Mentorlijn opnieuw voor een nieuwe link.',
    );
  }
  const record = await newRecord(deps, coach, 'lead');
  const done = await deps.store.commit({
    puts: [...putNewCoach(record), { kind: 'setting', id: OWNER, body: { coach: record.id }, expect: 'absent' }],
    deletes: [{ kind: 'token', id: token.id, expect: token.version }],
  });
  if (!done.ok) throw new MentorlijnError('gone', 'Deze link is net gebruikt.');
  return publicCoach(record);
}

/** A checked, hashed, not yet saved coach. */
export async function newRecord(
  deps: AccountDeps,
  { name, email, password }: NewCoach,
  role: Role,
): Promise<CoachRecord> {
  checkPassword(password, [name, email.split('@')[0] ?? '']);
  return newAccount(deps, { name, email }, role, await deps.passwords.hash(password));
}

/** A not yet saved coach; `password` is what the hasher made of it. */
export function newAccount(
  deps: Pick<DeskDeps, 'ids' | 'clock'>,
  { name, email }: Pick<NewCoach, 'name' | 'email'>,
  role: Role,
  password: string,
): CoachRecord {
  return {
    id: deps.ids.next(),
    name,
    email: email.toLowerCase(),
    role,
    password,
    active: true,
    createdAt: deps.clock.now().toISOString(),
    failedTries: 0,
    lockedUntil: null,
    absence: null,
  };
}

const emailId = (email: string): string => `coach-email|${email.toLowerCase()}`;

/** The record that keeps an address from being used twice goes with it. */
export function putNewCoach(record: CoachRecord): readonly Put[] {
  return [
    putCoach(record, 'absent'),
    { kind: 'setting', id: emailId(record.email), body: { coach: record.id }, expect: 'absent' },
  ];
}

export async function findByEmail(
  deps: Pick<DeskDeps, 'store'>,
  email: string,
): Promise<StoredRecord<CoachRecord> | null> {
  const pointer = await deps.store.get<{ coach: string }>('setting', emailId(email));
  return pointer ? deps.store.get<CoachRecord>('coach', pointer.body.coach) : null;
}

export function putCoach(record: CoachRecord, expect: Put['expect']): Put {
  return { kind: 'coach', id: record.id, body: record, indexes: { email: record.email }, expect };
}

export async function listCoaches(deps: Pick<DeskDeps, 'store'>): Promise<readonly Coach[]> {
  const found = await deps.store.query<CoachRecord>({ kind: 'coach', index: 'email' });
  return found.map(({ body }) => publicCoach(body));
}

/** Somebody may sign in, or be counted out, at the same moment: then we look again. */
const MAX_CONFLICTS = 50;

/** Changes a coach's record, whoever else writes meanwhile. */
export async function changeCoach(
  deps: Pick<DeskDeps, 'store'>,
  id: string,
  change: (coach: CoachRecord) => CoachRecord,
): Promise<CoachRecord> {
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const found = await deps.store.get<CoachRecord>('coach', id);
    if (!found) throw new MentorlijnError('not-found', 'Deze collega bestaat niet.');
    const next = change(found.body);
    if (next === found.body) return next;
    if ((await deps.store.commit({ puts: [putCoach(next, found.version)] })).ok) return next;
  }
  throw new MentorlijnError('conflict', 'Dit account verandert te vaak. Probeer opnieuw.');
}

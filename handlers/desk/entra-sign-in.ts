import { MentorlijnError } from '../errors.js';
import type { Put } from '../ports.js';
import { newAccount, putNewCoach } from './accounts.js';
import { changeRole } from './change-role.js';
import { publicCoach, type Coach, type CoachRecord, type Role } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { isSetUp, OWNER } from './setup-code.js';

/** Somebody whom the organisation's own directory vouches for. */
export interface EntraIdentity {
  readonly tenant: string;
  /** The person's id in the directory: never given to anybody else, unlike an address. */
  readonly oid: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** The highest role the directory gives him at this desk; null for none. */
  readonly role: Role | null;
}

/** Checks a token of the directory: null for anything it did not give to this desk. Throws `not-ready` when it cannot check. */
export interface EntraTokens {
  verify(token: string): Promise<EntraIdentity | null>;
}

type EntraDeps = Pick<DeskDeps, 'store' | 'clock' | 'ids' | 'live'>;

/** A token of Teams -> the coach. Who comes for the first time gets an account with the role the directory gives. */
export async function signInWithEntra(deps: EntraDeps, tokens: EntraTokens | null, token: string): Promise<Coach> {
  const identity = await identify(tokens, token);
  const link = await deps.store.get<{ coach: string }>('setting', linkId(identity));
  return link ? welcomeBack(deps, link.body.coach, identity) : firstTime(deps, identity);
}

/** Ties the account one is signed in with to the directory, once; afterwards Teams opens it without a password. */
export async function linkEntra(
  deps: EntraDeps,
  tokens: EntraTokens | null,
  token: string,
  coach: Coach,
): Promise<void> {
  const identity = await identify(tokens, token);
  const done = await deps.store.commit({ puts: [putLink(identity, coach.id)] });
  if (!done.ok) throw new MentorlijnError('conflict', 'Dit Teams-account hoort al bij een account van de coachdesk.');
}

/** The coach whose account is tied to this person of the directory; null when none is, or may work no more. */
export async function coachByEntra(
  { store }: Pick<DeskDeps, 'store'>,
  person: Pick<EntraIdentity, 'tenant' | 'oid'>,
): Promise<Coach | null> {
  const link = await store.get<{ coach: string }>('setting', linkId(person));
  const record = link ? await store.get<CoachRecord>('coach', link.body.coach) : null;
  return record?.body.active ? publicCoach(record.body) : null;
}

async function identify(tokens: EntraTokens | null, token: string): Promise<EntraIdentity & { readonly role: Role }> {
  if (!tokens) throw new MentorlijnError('not-possible-now', 'Aanmelden met Teams is hier niet ingesteld.');
  const identity = await tokens.verify(token);
  if (!identity)
    throw new MentorlijnError('not-signed-in', 'Teams kon je niet aanmelden. Meld je aan met je wachtwoord.');
  const { role } = identity;
  if (role === null)
    throw new MentorlijnError('not-allowed', 'Je hebt nog geen rol bij Mentorlijn. Vraag ze aan je teamleider.');
  return { ...identity, role };
}

async function welcomeBack(
  deps: EntraDeps,
  id: string,
  identity: EntraIdentity & { readonly role: Role },
): Promise<Coach> {
  const coach = await changeRole(deps, id, (record, isLastLead) => {
    // The directory decides who may what; but somebody must hold the keys.
    const role = isLastLead ? record.role : identity.role;
    return role === record.role ? record : { ...record, role };
  });
  if (!coach.active) throw new MentorlijnError('not-allowed', 'Je hebt geen toegang meer tot deze coachdesk.');
  return publicCoach(coach);
}

async function firstTime(deps: EntraDeps, identity: EntraIdentity & { readonly role: Role }): Promise<Coach> {
  const record: CoachRecord = newAccount(deps, identity, identity.role, NO_PASSWORD);
  const fresh = !(await isSetUp(deps));
  if (fresh && identity.role !== 'lead')
    throw new MentorlijnError(
      'not-possible-now',
      'Deze desk is nog niet ingesteld. Laat eerst een teamleider aanmelden.',
    );
  const owner: readonly Put[] = fresh
    ? [{ kind: 'setting', id: OWNER, body: { coach: record.id }, expect: 'absent' }]
    : [];
  const done = await deps.store.commit({ puts: [...putNewCoach(record), putLink(identity, record.id), ...owner] });
  // An address proves nothing: whoever had the account before shows that with the password.
  if (!done.ok)
    throw new MentorlijnError(
      'conflict',
      'Je hebt al een account met een wachtwoord. Meld je één keer aan; daarna opent Teams het vanzelf.',
    );
  deps.live.publish('coaches', record.id);
  return publicCoach(record);
}

/** Matches no hash: such an account is opened by the directory alone, until a lead gives a password link. */
const NO_PASSWORD = '';

const linkId = ({ tenant, oid }: Pick<EntraIdentity, 'tenant' | 'oid'>): string => `coach-entra|${tenant}|${oid}`;

function putLink(identity: EntraIdentity, coach: string): Put {
  return { kind: 'setting', id: linkId(identity), body: { coach }, expect: 'absent' };
}

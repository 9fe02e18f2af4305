import type { Delete, Put } from '../ports.js';
import { publicCoach, type Coach, type CoachRecord } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { hashSecret } from './secret-hash.js';

type SessionDeps = Pick<DeskDeps, 'store' | 'clock' | 'ids'>;

/** Signed in at one browser. Its id is the hash of a token that only the browser has. */
export interface Session {
  readonly coach: string;
  /** Sent back with every change, so that another site cannot make one. */
  readonly csrf: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  /** Browser and system, to recognise it by. */
  readonly device: string;
}

export interface SignedIn {
  readonly sessionId: string;
  readonly session: Session;
  readonly coach: Coach;
}

/** Without a sign of life for a working day … */
const IDLE_HOURS = 10;
/** … or after a week, whatever happens, one signs in again. */
export const SESSION_DAYS = 7;
/** Not every request writes. */
const TOUCH_MINUTES = 5;

export interface OpenedSession {
  /** For the cookie only; never kept. */
  readonly token: string;
  readonly session: Session;
}

export async function openSession(deps: SessionDeps, coach: string, device: string): Promise<OpenedSession> {
  const at = deps.clock.now().toISOString();
  // Twice at least 128 bits.
  const token = `${deps.ids.secret()}${deps.ids.secret()}`;
  const session: Session = {
    coach,
    csrf: deps.ids.secret(),
    createdAt: at,
    lastSeenAt: at,
    device: device.slice(0, 80),
  };
  await deps.store.commit({ puts: [putSession(hashSecret(token), session, 'absent')] });
  return { token, session };
}

/** Who a token belongs to; null when it is unknown, expired, or its coach has left. */
export async function findSession(deps: SessionDeps, token: string): Promise<SignedIn | null> {
  const sessionId = hashSecret(token);
  const found = await deps.store.get<Session>('session', sessionId);
  const now = deps.clock.now();
  if (!found || isOver(found.body, now)) return null;
  const coach = await deps.store.get<CoachRecord>('coach', found.body.coach);
  if (!coach?.body.active) return null;
  if (now.getTime() - Date.parse(found.body.lastSeenAt) > TOUCH_MINUTES * 60_000) {
    // A conflict means that it was touched or ended this very moment: both are fine.
    await deps.store.commit({
      puts: [putSession(sessionId, { ...found.body, lastSeenAt: now.toISOString() }, found.version)],
    });
  }
  return { sessionId, session: found.body, coach: publicCoach(coach.body) };
}

function isOver(session: Session, now: Date): boolean {
  const idle = now.getTime() - Date.parse(session.lastSeenAt) > IDLE_HOURS * 3_600_000;
  return idle || now.getTime() - Date.parse(session.createdAt) > SESSION_DAYS * 86_400_000;
}

function putSession(id: string, session: Session, expect: Put['expect']): Put {
  const expiresAt = new Date(Date.parse(session.createdAt) + SESSION_DAYS * 86_400_000).toISOString();
  return {
    kind: 'session',
    id,
    body: session,
    indexes: { coach: `${session.coach}|${session.createdAt}` },
    expiresAt,
    expect,
  };
}

export interface SessionLine {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string;
}

export async function listSessions(deps: SessionDeps, coach: string): Promise<readonly SessionLine[]> {
  const found = await deps.store.query<Session>({
    kind: 'session',
    index: 'coach',
    prefix: `${coach}|`,
    order: 'desc',
    limit: 50,
  });
  const now = deps.clock.now();
  return found
    .filter(({ body }) => !isOver(body, now))
    .map(({ id, body: { createdAt, lastSeenAt, device } }) => ({ id, createdAt, lastSeenAt, device }));
}

/** Ends one session, of this coach only. */
export async function endSession(deps: SessionDeps, coach: string, id: string): Promise<void> {
  const found = await deps.store.get<Session>('session', id);
  if (found?.body.coach === coach) await deps.store.commit({ deletes: [{ kind: 'session', id, expect: 'any' }] });
}

/** Ends every session of a coach but the one named. */
export async function endOtherSessions(deps: SessionDeps, coach: string, keep: string | null): Promise<void> {
  const deletes = await endingsOf(deps, coach, keep);
  if (deletes.length > 0) await deps.store.commit({ deletes });
}

/** What ends them, for a commit of somebody else. */
export async function endingsOf(
  deps: Pick<DeskDeps, 'store'>,
  coach: string,
  keep: string | null,
): Promise<readonly Delete[]> {
  const found = await deps.store.query<Session>({ kind: 'session', index: 'coach', prefix: `${coach}|` });
  return found.filter(({ id }) => id !== keep).map(({ id }): Delete => ({ kind: 'session', id, expect: 'any' }));
}

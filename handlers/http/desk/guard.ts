import type { Request } from 'express';
import { may } from '../../desk/coach.js';
import { sameSecret } from '../../desk/secret-hash.js';
import { findSession, type SignedIn } from '../../desk/sessions.js';
import { MentorlijnError } from '../../errors.js';
import type { Access, DeskHttp } from './route.js';
import { readToken } from './session-cookie.js';

/** Proof that a change comes from our own page: the session's secret, which another site cannot read. */
const CSRF_HEADER = 'x-mentorlijn-csrf';

/** Who is asking, and whether he may. Refuses when the check itself fails. */
export async function guard(deps: DeskHttp, request: Request, access: Exclude<Access, 'anyone'>): Promise<SignedIn> {
  const token = readToken(request);
  const me = token === null ? null : await findSession(deps, token);
  if (!me) throw new MentorlijnError('not-signed-in', 'Meld je aan om verder te gaan.');
  if (request.method !== 'GET' && !sameSecret(request.get(CSRF_HEADER) ?? '', me.session.csrf)) {
    throw new MentorlijnError('csrf-failed', 'Deze vraag kwam niet van de coachdesk. Herlaad de pagina.');
  }
  if (access !== 'signed-in' && !may(me.coach.role, access))
    throw new MentorlijnError('not-allowed', 'Daarvoor heb je geen rechten. Vraag het aan je teamleider.');
  return me;
}

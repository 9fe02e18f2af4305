import type { Request, Response } from 'express';
import { SESSION_DAYS } from '../../desk/sessions.js';

const NAME = 'mentorlijn_desk';

/** The session's token of a request: the browser's cookie, or a header for a page inside another (a Teams tab). */
export function readToken(request: Request): string | null {
  const bearer = /^Bearer (.{20,200})$/.exec(request.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === NAME && value !== undefined && value !== '') return value;
  }
  return null;
}

/** Only for this desk, never readable by a script, never sent along from another site. */
export function setToken(response: Response, token: string, publicUrl: string): void {
  response.cookie(NAME, token, { ...attributes(publicUrl), maxAge: SESSION_DAYS * 86_400_000 });
}

export function clearToken(response: Response, publicUrl: string): void {
  response.clearCookie(NAME, attributes(publicUrl));
}

function attributes(publicUrl: string) {
  return { httpOnly: true, sameSite: 'strict', path: '/desk', secure: publicUrl.startsWith('https:') } as const;
}

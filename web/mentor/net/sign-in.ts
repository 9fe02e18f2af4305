import type { Session } from '../talk/device-state.js';
import { NoAnswer, type DirectLine, type Opened } from './direct-line.js';

/** A token is renewed this long before it ends, so that it never ends under way. */
const MARGIN_MS = 5 * 60_000;

export interface SignedIn extends Opened {
  /** The old conversation could not be opened again. */
  readonly lost: boolean;
  readonly fresh: boolean;
}

/**
 * Into the conversation of this device: the one we had, by its token or else by its resume secret; a new one when
 * there is none or it is gone for good. Throws NoAnswer when the server cannot be reached: then nothing is given up.
 */
export async function signIn(
  line: DirectLine,
  session: Session | null,
  watermark: string,
  now: number,
): Promise<SignedIn> {
  if (session === null) return { ...(await line.begin()), lost: false, fresh: true };
  try {
    const valid = session.expiresAt - MARGIN_MS > now ? session : await renew(line, session, now);
    return { ...(await comeBack(line, valid, watermark)), lost: false, fresh: false };
  } catch (error) {
    if (!(error instanceof NoAnswer) || !error.signedOut) throw error;
    return { ...(await line.begin()), lost: true, fresh: true };
  }
}

async function comeBack(line: DirectLine, session: Session, watermark: string): Promise<Opened> {
  try {
    return await line.comeBack(session, watermark);
  } catch (error) {
    // The server may have a new key or a shorter memory than the token says.
    if (!(error instanceof NoAnswer) || !error.signedOut || session.resume === null) throw error;
    return line.comeBack(await line.resume(session), watermark);
  }
}

/** Resume holds longest; a server that gives no resume secret still refreshes. */
async function renew(line: DirectLine, session: Session, now: number): Promise<Session> {
  if (session.expiresAt > now) {
    try {
      return await line.refresh(session);
    } catch (error) {
      if (!(error instanceof NoAnswer) || !error.signedOut) throw error;
    }
  }
  return line.resume(session);
}

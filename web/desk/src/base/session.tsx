import { createContext, useContext } from 'react';
import type { Coach } from '../../../../handlers/desk/coach.js';
import type { Api } from './api.js';

/** Who is signed in, and the API in his name. */
export interface Session {
  readonly api: Api;
  readonly coach: Coach;
  /** Name of a colleague by id. */
  readonly nameOf: (id: string | null) => string;
  readonly coaches: readonly Coach[];
  /** Colleagues came or changed. */
  readonly reloadCoaches: () => void;
  /** The server no longer knows us: ask to sign in again, keep what is on screen. */
  readonly lost: () => void;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session around this part');
  return session;
}

export interface Me {
  readonly coach: Coach;
  readonly csrf: string;
  /** Only inside Teams, where no cookie travels. */
  readonly token?: string;
}

import { ApiError, type Api } from './api.js';
import type { Me } from './session.js';
import type { TeamsHost } from './teams.js';

/** Who is at this page: by its session, else by what Teams vouches for. Rejects with 401 when nobody knows. */
export async function whoAmI(api: Api, teams: TeamsHost | null): Promise<Me> {
  try {
    return await api.call<Me>('GET', '/me');
  } catch (error) {
    const unknown = error instanceof ApiError && error.status === 401;
    const found = unknown && teams ? await enterFromTeams(api, teams) : null;
    if (!found) throw error;
    return found;
  }
}

/** A session by the directory's token; null when Teams or this desk has no single sign-on. */
export async function enterFromTeams(api: Api, teams: TeamsHost): Promise<Me | null> {
  const token = await tokenFor(api, teams);
  return token === null ? null : api.call<Me>('POST', '/entra', { token });
}

/** Remembers that this account and the one in Teams are the same person; not possible is no harm. */
export async function linkToTeams(api: Api, teams: TeamsHost): Promise<void> {
  const token = await tokenFor(api, teams);
  if (token !== null) await api.call('POST', '/entra/link', { token }).catch(() => undefined);
}

async function tokenFor(api: Api, teams: TeamsHost): Promise<string | null> {
  const { teams: offered } = await api.call<{ teams: boolean }>('GET', '/start');
  return offered ? teams.token() : null;
}

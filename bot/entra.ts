import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { ROLES, type Role } from '../handlers/desk/coach.js';
import type { EntraIdentity, EntraTokens } from '../handlers/desk/entra-sign-in.js';
import { MentorlijnError } from '../handlers/errors.js';
import type { EntraConfig } from './entra-config.js';

/** Entra ID's clocks and ours may differ by this much. Seconds. */
const CLOCK_TOLERANCE = 60;

/** Checks the tokens that Teams gives the tab: signed by the tenant, for this desk, not expired. */
export function entraTokens(config: EntraConfig, now: () => Date): EntraTokens {
  const keys = createRemoteJWKSet(new URL(config.jwksUrl), { timeoutDuration: 4_000 });
  return {
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: ['RS256'],
          issuer: config.issuer,
          audience: [...config.audiences],
          clockTolerance: CLOCK_TOLERANCE,
          currentDate: now(),
          requiredClaims: ['exp', 'oid', 'tid'],
        });
        return toIdentity(payload, config);
      } catch (error) {
        if (isRefusal(error)) return null;
        throw new MentorlijnError('not-ready', 'the keys of Entra ID could not be fetched', { cause: error });
      }
    },
  };
}

/** What is wrong with the token itself; anything else means that we could not check. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
  );
}

function toIdentity(payload: JWTPayload, config: EntraConfig): EntraIdentity | null {
  const { oid, tid, name, preferred_username: address, roles } = payload;
  if (typeof oid !== 'string' || typeof address !== 'string' || tid !== config.tenantId) return null;
  const given = Array.isArray(roles) ? roles : [];
  return {
    tenant: config.tenantId,
    oid,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 60) : address,
    email: address.toLowerCase().slice(0, 120),
    role: highest(given, config.roles),
  };
}

function highest(given: readonly unknown[], names: Readonly<Record<Role, string>>): Role | null {
  return ROLES.findLast((role) => given.includes(names[role])) ?? null;
}

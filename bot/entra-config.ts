import { z } from 'zod';
import type { Role } from '../handlers/desk/coach.js';

/** Signing in from Teams: which tenant, for whom its tokens are made, and its names of our roles. */
export interface EntraConfig {
  readonly tenantId: string;
  readonly audiences: readonly string[];
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly roles: Readonly<Record<Role, string>>;
}

const role = z.string().min(1, 'must not be empty');
const address = z.literal('').or(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }));

export const entraFields = {
  ENTRA_TENANT_ID: z.string().regex(/^$|^[\w.-]{3,80}$/, 'must be the id of a tenant'),
  ENTRA_AUDIENCE: z.string(),
  ENTRA_ISSUER: address,
  ENTRA_JWKS_URL: address.refine(isSafe, 'must be https, or an address of this machine'),
  ENTRA_ROLE_COACH: role,
  ENTRA_ROLE_EDITOR: role,
  ENTRA_ROLE_LEAD: role,
};
type Values = { readonly [Name in keyof typeof entraFields]: string };

/** Keys that travel in the open prove nothing. */
function isSafe(url: string): boolean {
  return url === '' || url.startsWith('https:') || /^http:\/\/(?:localhost|127\.0\.0\.1)[:/]/.test(url);
}

export function entraProblems(values: Values): readonly string[] {
  return (values.ENTRA_TENANT_ID === '') === (audiences(values).length === 0)
    ? []
    : ['ENTRA_TENANT_ID and ENTRA_AUDIENCE: give both, or neither'];
}

/** Null when nobody signs in from Teams. */
export function toEntraConfig(values: Values): EntraConfig | null {
  const tenantId = values.ENTRA_TENANT_ID;
  if (tenantId === '') return null;
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  return {
    tenantId,
    audiences: audiences(values),
    issuer: values.ENTRA_ISSUER === '' ? `${authority}/v2.0` : values.ENTRA_ISSUER,
    jwksUrl: values.ENTRA_JWKS_URL === '' ? `${authority}/discovery/v2.0/keys` : values.ENTRA_JWKS_URL,
    roles: { coach: values.ENTRA_ROLE_COACH, editor: values.ENTRA_ROLE_EDITOR, lead: values.ENTRA_ROLE_LEAD },
  };
}

function audiences({ ENTRA_AUDIENCE }: Values): readonly string[] {
  return ENTRA_AUDIENCE.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

import type { DeskDeps } from './desk-deps.js';
import { hashSecret } from './secret-hash.js';

/** A set-up link is worth nothing after a week; the next start prints a new one. */
const SETUP_DAYS = 7;
/** Whoever writes this record first has set up the desk. */
export const OWNER = 'desk-owner';

/** The one-time code for the first coach; null once there is a coach. Printed at start. */
export async function ensureSetupCode(deps: Pick<DeskDeps, 'store' | 'clock' | 'ids'>): Promise<string | null> {
  if (await isSetUp(deps)) return null;
  const code = deps.ids.secret();
  const expiresAt = new Date(deps.clock.now().getTime() + SETUP_DAYS * 86_400_000).toISOString();
  await deps.store.commit({
    puts: [{ kind: 'token', id: setupId(code), body: { expiresAt }, indexes: {}, expiresAt, expect: 'any' }],
  });
  return code;
}

export async function isSetUp(deps: Pick<DeskDeps, 'store'>): Promise<boolean> {
  return (await deps.store.get('setting', OWNER)) !== null;
}

export const setupId = (code: string): string => `setup|${hashSecret(code)}`;

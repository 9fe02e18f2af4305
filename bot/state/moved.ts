import type { Store } from '../../handlers/ports.js';
import { StartRefused } from './start-refused.js';

/** The word a move leaves in the store it emptied out of; never carried along. */
export const MOVED = { kind: 'setting', id: 'moved' } as const;

/** Nobody starts on the old copy: what came in there would be lost to the new one. */
export async function refuseMoved(store: Store): Promise<void> {
  const found = await store.get<{ readonly to: string; readonly at: string }>(MOVED.kind, MOVED.id);
  if (!found) return;
  const { to, at } = found.body;
  throw new StartRefused(
    `deze gegevens zijn op ${at.slice(0, 16).replace('T', ' ')} verhuisd naar ${to}. Start met dezelfde instellingen als bij de verhuis, of verhuis terug: docs/beheer.md, "Verhuizen".`,
  );
}

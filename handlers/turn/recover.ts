import { MentorlijnError } from '../errors.js';
import type { InboxEntry } from '../records.js';
import { processMessage, type TurnDeps } from './process-message.js';

/** Messages taken in but not handled (the process died in between) are handled now. Returns how many. */
export async function recoverInbox(deps: TurnDeps, olderThanMs: number): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - olderThanMs).toISOString();
  const pending = await deps.store.query<InboxEntry>({
    kind: 'inbox',
    index: 'state',
    prefix: 'pending|',
    to: `pending|${before}`,
    limit: 500,
  });
  for (const { body } of pending) {
    try {
      await processMessage(deps, body.message);
    } catch (error) {
      if (error instanceof MentorlijnError && error.code === 'store-unavailable') throw error;
      deps.log.error('recovery-failed', error);
    }
  }
  return pending.length;
}

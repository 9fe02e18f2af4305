import { MentorlijnError } from '../errors.js';
import type { InboxEntry } from '../records.js';
import { processMessage, type TurnDeps } from './process-message.js';

/** Messages taken in but not handled (the process died in between) are handled now. Returns how many. */
export async function recoverInbox(deps: TurnDeps, olderThanMs: number): Promise<number> {
  const now = deps.clock.now().getTime();
  const pending = await deps.store.query<InboxEntry>({
    kind: 'inbox',
    index: 'state',
    prefix: 'pending|',
    limit: 500,
  });
  // Received "later" than now: by a clock that has been set back since.
  const left = pending.filter(({ body: { message } }) => {
    const age = now - Date.parse(message.receivedAt);
    return age >= olderThanMs || age < -olderThanMs || olderThanMs === 0;
  });
  for (const { body } of left) {
    try {
      await processMessage(deps, body.message);
    } catch (error) {
      if (error instanceof MentorlijnError && error.code === 'store-unavailable') throw error;
      deps.log.error('recovery-failed', error);
    }
  }
  return left.length;
}

import { MentorlijnError } from '../errors.js';
import type { IncomingMessage } from '../message.js';
import { inboxId, type InboxEntry } from '../records.js';
import { processMessage, type Received, type TurnDeps } from './process-message.js';

/** So many are caught up with before one message; the rest is recovered apart. */
const AT_MOST = 20;

/**
 * What somebody said before and nobody handled comes first: its process died, or is only slower. Words about a question
 * make no sense before the question, and who writes again does not wait until it is recovered. Another process that is
 * at it loses nothing: one of the two commits, the other looks again.
 */
export async function earlierFirst(
  deps: TurnDeps,
  message: IncomingMessage,
  received: Received = { kind: 'repeated' },
): Promise<void> {
  const prefix = `${message.conversation}|`;
  // What was just kept is one of them: mostly the only one, and then nothing has to be read.
  if (received.kind === 'new' && (await deps.store.count({ kind: 'inbox', index: 'conversation', prefix })) <= 1)
    return;
  const pending = await deps.store.query<InboxEntry>({
    kind: 'inbox',
    index: 'conversation',
    prefix,
    limit: AT_MOST,
  });
  // A channel that keeps several messages before it handles the first makes this one anew, later than it came.
  const own = pending.find(({ id }) => id === inboxId(message))?.body.message ?? message;
  for (const { id, body } of pending) {
    if (id === inboxId(message) || body.message.receivedAt >= own.receivedAt) continue;
    try {
      await processMessage(deps, body.message);
    } catch (error) {
      if (error instanceof MentorlijnError && error.code === 'store-unavailable') throw error;
      deps.log.error('earlier-failed', error);
    }
  }
}

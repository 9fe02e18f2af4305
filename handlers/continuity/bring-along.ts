import type { Conversation } from '../conversation.js';
import type { IncomingMessage } from '../message.js';
import type { Put, Store } from '../ports.js';
import { putOutbox, WINDOW_CLOSED, type OutboxEntry } from '../records.js';

/** He writes on another channel than last time: what could not reach him there comes to him here. */
export async function bringAlong(
  store: Store,
  before: Conversation | null,
  message: IncomingMessage,
  now: Date,
): Promise<readonly Put[]> {
  if (!before || before.address.channel === message.address.channel) return [];
  const waiting = await store.query<OutboxEntry>({
    kind: 'outbox',
    index: 'queue',
    prefix: `${before.key}|`,
    limit: 50,
  });
  return waiting
    .filter(({ body }) => body.failure === WINDOW_CLOSED && body.address.channel !== message.address.channel)
    .map(({ id, body, version }) =>
      putOutbox(id, { ...body, address: message.address, failure: null, dueAt: now.toISOString() }, version),
    );
}

import type { Conversation } from '../conversation.js';
import { MentorlijnError } from '../errors.js';
import type { Store } from '../ports.js';
import { getTicket, putOutbox, readTalk, type OutboxEntry } from '../records.js';
import type { DeskDeps } from './desk-deps.js';
import { awaitsUs, isOverdue, isSnoozed, type DeskTicket } from './desk-ticket.js';
import { toRow } from './queue.js';
import { listFiles } from './ticket-files.js';
import type { Delivery, TicketView } from './views.js';
import { knownTicket } from './known-ticket.js';

/** Lines shown: the newest. A conversation of years is cut at its old end. */
const MAX_LINES = 400;

/** Everything the desk shows of one ticket. Addresses and attachment references stay behind. */
export async function readTicket(deps: Pick<DeskDeps, 'store' | 'clock'>, id: string): Promise<TicketView> {
  const found = await knownTicket(deps.store, id);
  const now = deps.clock.now();
  const full: DeskTicket = found.ticket;
  const { address, watchers, attachments: _, ...ticket } = full;
  const [talk, deliveries, merged, earlier, conversation, attachments] = await Promise.all([
    readTalk(deps.store, full.conversation),
    readDeliveries(deps.store, full),
    mergedTickets(deps.store, full),
    deps.store.query<DeskTicket>({
      kind: 'ticket',
      index: 'conversation',
      prefix: `${full.conversation}|`,
      order: 'desc',
      limit: 10,
    }),
    deps.store.get<Conversation>('conversation', full.conversation),
    listFiles(deps, full),
  ]);
  return {
    ticket: { ...ticket, channel: address.channel },
    version: found.version,
    transcript: talk.slice(-MAX_LINES),
    watchers: watchers.map(({ address: { channel }, since, conversation: key }) => ({
      channel,
      since,
      number: merged.find((other) => other.conversation === key)?.number ?? null,
    })),
    attachments,
    deliveries,
    merged: merged.map(({ id: other, number, question }) => ({ id: other, number, question })),
    earlier: earlier.filter((other) => other.id !== id).map(({ body }) => toRow(body, now)),
    overdue: isOverdue(full, now),
    awaitsUs: awaitsUs(full),
    snoozed: isSnoozed(full, now),
    stopped: conversation?.body.stopped ?? false,
  };
}

async function mergedTickets(store: Store, ticket: DeskTicket): Promise<readonly DeskTicket[]> {
  const found = await Promise.all((ticket.mergedFrom ?? []).map((id) => getTicket(store, id)));
  return found.flatMap((other) => (other ? [other.ticket] : []));
}

async function readDeliveries(store: Store, ticket: DeskTicket): Promise<readonly Delivery[]> {
  const found = await store.query<OutboxEntry>({ kind: 'outbox', index: 'ticket', prefix: `${ticket.id}|` });
  return found.map(({ id, body }) => ({
    id,
    channel: body.address.channel,
    to: body.conversation === ticket.conversation ? 'asker' : 'watcher',
    state: body.state,
    attempts: body.attempts,
    failure: body.failure,
    createdAt: body.createdAt,
    receipt: body.receipt?.state ?? null,
  }));
}

/** Tries a failed message once more, now. */
export async function retryDelivery(
  deps: Pick<DeskDeps, 'store' | 'clock' | 'live'>,
  ticket: string,
  id: string,
): Promise<void> {
  const found = await deps.store.get<OutboxEntry>('outbox', id);
  if (found?.body.ticket !== ticket) throw new MentorlijnError('not-found', 'Dit bericht bestaat niet (meer).');
  if (found.body.state !== 'failed')
    throw new MentorlijnError('not-possible-now', 'Dit bericht is al onderweg of verzonden.');
  const again: OutboxEntry = {
    ...found.body,
    state: 'waiting',
    attempts: 0,
    failure: null,
    dueAt: deps.clock.now().toISOString(),
  };
  const done = await deps.store.commit({ puts: [putOutbox(id, again, found.version)] });
  if (!done.ok) throw new MentorlijnError('conflict', 'Een collega probeerde dit net ook.');
  deps.live.publish('outbox', again.conversation);
  deps.live.publish('tickets', ticket);
}

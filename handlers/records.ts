import type { Conversation, TranscriptLine } from './conversation.js';
import type { DeskTicket } from './desk/desk-ticket.js';
import { eventLog, type TurnEvent } from './events.js';
import { conversationKey, type Address, type ConversationKey, type IncomingMessage } from './message.js';
import type { Append, Put, Store } from './ports.js';
import type { Reply } from './reply.js';
import { isOpen, type Ticket, type TicketId } from './ticket.js';
import type { StoredTicket, TicketWrite } from './turn/turn.js';

/** How the shapes lie in the store: ids, indexes, logs. The only place that knows. */

export interface InboxEntry {
  readonly message: IncomingMessage;
  readonly state: 'pending' | 'done' | 'parked';
  readonly attempts: number;
  /** Error code of the last failed attempt. */
  readonly failure: string | null;
}

/** How long a handled message is remembered, so that its repetition is recognised. WhatsApp retries up to 7 days. */
const SEEN_DAYS = 8;

export function inboxId(message: Pick<IncomingMessage, 'address' | 'id'>): string {
  // By where it came from: the same message stays the same when two conversations are joined in between.
  return `${conversationKey(message.address.channel, message.address.conversationId)}|${message.id}`;
}

export function putInbox(entry: InboxEntry, expect: Put['expect']): Put {
  const { message, state } = entry;
  const expires = new Date(Date.parse(message.receivedAt) + SEEN_DAYS * 86_400_000).toISOString();
  return {
    kind: 'inbox',
    id: inboxId(message),
    body: entry,
    indexes: {
      ...(state === 'done' ? {} : { state: `${state}|${message.receivedAt}` }),
      ...(state === 'pending' ? { conversation: `${message.conversation}|${message.receivedAt}` } : {}),
    },
    ...(state === 'done' ? { expiresAt: expires } : {}),
    expect,
  };
}

export interface OutboxEntry {
  readonly conversation: ConversationKey;
  readonly address: Address;
  readonly reply: Reply;
  readonly state: 'waiting' | 'failed' | 'sent';
  readonly attempts: number;
  /** ISO time from which it may be (re)tried. */
  readonly dueAt: string;
  readonly createdAt: string;
  /** The ticket it belongs to, so that the desk sees how it fared. */
  readonly ticket: TicketId | null;
  readonly failure: string | null;
  /** On its way now; when nobody is sending it any more, whoever did died in between, and perhaps it went. */
  readonly sending?: true;
  /** How far it came at the asker's, where a channel tells. */
  readonly receipt?: DeliveryReceipt;
  /** A tip is sent unasked: channels may have rules of their own for it. */
  readonly purpose?: 'tip';
  /** The last we say to somebody who had everything erased: once it went, its own record goes too. */
  readonly lastWord?: true;
}

export interface DeliveryReceipt {
  readonly state: 'delivered' | 'read';
  readonly at: string;
}

/** Why a message waits at a channel that lets nobody be spoken to unasked; it goes when the asker writes again. */
export const WINDOW_CLOSED = 'window-closed';

/** By where it goes, not by whose conversation it is: the asker writes again on that very channel. */
function heldBy({ channel, conversationId }: Address): string {
  return conversationKey(channel, conversationId);
}

/** `sent` entries are kept this long for the desk and for idempotence. */
const SENT_DAYS = 30;

/** How every message to go out begins: nothing tried yet, due at once. `at` is an ISO time. */
export function waitingSince(at: string): Pick<OutboxEntry, 'state' | 'attempts' | 'dueAt' | 'createdAt' | 'failure'> {
  return { state: 'waiting', attempts: 0, dueAt: at, createdAt: at, failure: null };
}

export function putOutbox(id: string, entry: OutboxEntry, expect: Put['expect']): Put {
  return {
    kind: 'outbox',
    id,
    body: entry,
    indexes: {
      conversation: `${entry.conversation}|${id}`,
      ...(entry.state === 'waiting' ? { due: entry.dueAt, queue: `${entry.conversation}|${id}` } : {}),
      ...(entry.state === 'failed' ? { failed: entry.createdAt } : {}),
      ...(entry.failure === WINDOW_CLOSED && entry.state !== 'sent' ? { held: `${heldBy(entry.address)}|${id}` } : {}),
      ...(entry.ticket === null ? {} : { ticket: `${entry.ticket}|${id}` }),
    },
    ...(entry.state === 'sent'
      ? { expiresAt: new Date(Date.parse(entry.dueAt) + SENT_DAYS * 86_400_000).toISOString() }
      : {}),
    expect,
  };
}

export function putConversation(conversation: Conversation, version: number): Put {
  return {
    kind: 'conversation',
    id: conversation.key,
    body: conversation,
    indexes: {
      updated: conversation.updatedAt,
      ...(conversation.tips?.wants === true ? { tips: conversation.key } : {}),
      ...(conversation.survey?.wants === 'yes' ? { survey: `yes|${conversation.key}` } : {}),
    },
    expect: version === 0 ? 'absent' : version,
  };
}

export function putTicket({ ticket, version }: TicketWrite): Put {
  return {
    kind: 'ticket',
    id: ticket.id,
    body: ticket,
    indexes: ticketIndexes(ticket),
    expect: version === 0 ? 'absent' : version,
  };
}

function ticketIndexes(ticket: DeskTicket): Readonly<Record<string, string>> {
  const coach = ticket.status === 'new' ? null : ticket.coach;
  return {
    status: `${ticket.status}|${ticket.dueAt}`,
    created: ticket.createdAt,
    conversation: `${ticket.conversation}|${ticket.createdAt}`,
    number: String(ticket.number).padStart(9, '0'),
    ...(isOpen(ticket) && typeof ticket.openQuestion === 'string' ? { openQuestion: ticket.createdAt } : {}),
    ...(isOpen(ticket) ? { open: `${ticket.urgency === null ? '1' : '0'}|${ticket.dueAt}` } : {}),
    // Told after his own answer, never before.
    ...(ticket.learning?.owed && !isOpen(ticket) ? { thanks: ticket.updatedAt } : {}),
    ...(coach === null ? {} : { coach: `${coach}|${ticket.status}|${ticket.dueAt}` }),
  };
}

export function talkLog(key: ConversationKey): string {
  return `talk:${key}`;
}

/** The log of activities that Direct Line clients read; its sequence numbers are the watermarks. */
export function echoLog(conversationId: string): string {
  return `dl:${conversationId}`;
}

export function appendTalk(key: ConversationKey, lines: readonly TranscriptLine[]): readonly Append[] {
  return lines.map((body) => ({ log: talkLog(key), body }));
}

export function appendEvents(events: readonly TurnEvent[]): readonly Append[] {
  return events.map((body) => ({ log: eventLog(body.at), body }));
}

/** Reads a log to its end; transcripts are short. */
export async function readTalk(store: Store, key: ConversationKey): Promise<readonly TranscriptLine[]> {
  const lines: TranscriptLine[] = [];
  for (;;) {
    const page = await store.readLog<TranscriptLine>(talkLog(key), lines.length, 500);
    lines.push(...page.map(({ body }) => body));
    if (page.length < 500) return lines;
  }
}

export async function getTicket(store: Store, id: string): Promise<StoredTicket | null> {
  const found = await store.get<Ticket>('ticket', id);
  return found ? { ticket: found.body, version: found.version } : null;
}

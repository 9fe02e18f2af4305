import { MentorlijnError } from '../../../handlers/errors.js';
import type { ConversationKey } from '../../../handlers/message.js';
import type { Put, Store } from '../../../handlers/ports.js';
import { putOutbox, WINDOW_CLOSED, type OutboxEntry } from '../../../handlers/records.js';
import { faultOf } from './faults.js';
import { getContact, putContact, type Contact } from './contacts.js';
import type { InboundStatus } from './webhook.js';

/** What happened to one piece of an outgoing message; the record that keeps it from being sent twice. */
export interface Receipt {
  readonly messageId: string;
  readonly state: 'accepted' | 'sent' | 'delivered' | 'read';
  readonly at: string;
}

const RANK = { accepted: 0, sent: 1, delivered: 2, read: 3 } as const;
const KEEP_DAYS = 30;
const MAX_CONFLICTS = 10;

/** Names one piece of an outgoing message; Meta gives it back with every status. */
export function pieceId(outboxId: string, piece: number): string {
  return `${outboxId}.${String(piece)}`;
}

/** The template that announces a message: one for as long as the asker keeps silent. */
export function templateId(outboxId: string, { lastInboundAt }: Pick<Contact, 'lastInboundAt'>): string {
  return pieceId(`${outboxId}-t${String(Date.parse(lastInboundAt))}`, 0);
}

interface Piece {
  readonly outboxId: string;
  /** It only announces the message. */
  readonly template: boolean;
}

/** The outgoing message of a piece; null for what is no piece of ours. */
export function outboxOf(piece: string): string | null {
  return fromPieceId(piece)?.outboxId ?? null;
}

function fromPieceId(id: string): Piece | null {
  const [, outboxId, template] = /^(\w{1,100})(-t\d+)?\.\d{1,3}$/.exec(id) ?? [];
  return outboxId === undefined ? null : { outboxId, template: template !== undefined };
}

export function putReceipt(id: string, receipt: Receipt, version: number, owner: ConversationKey): Put {
  const expiresAt = new Date(Date.parse(receipt.at) + KEEP_DAYS * 86_400_000).toISOString();
  const outbox = outboxOf(id) ?? '';
  return {
    kind: 'receipt',
    id,
    body: receipt,
    indexes: { outbox: `${outbox}|`, conversation: `${owner}|` },
    expiresAt,
    expect: version === 0 ? 'absent' : version,
  };
}

/**
 * A status of Meta. They come late, twice and in any order: the furthest state stands, and a failure counts for the
 * very message it is about only.
 */
export async function applyStatus(store: Store, status: InboundStatus, now: Date): Promise<OutboxEntry | null> {
  const piece = status.ours === null ? null : fromPieceId(status.ours);
  if (!piece || status.ours === null) return null;
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const receipt = await store.get<Receipt>('receipt', status.ours);
    const entry = await store.get<OutboxEntry>('outbox', piece.outboxId);
    if (!entry) return null;
    const kept = receipt ? { body: receipt.body, version: receipt.version } : null;
    const puts =
      status.status === 'failed'
        ? await failurePuts(store, { status, piece, receipt: kept, entry, now })
        : progressPuts({ status, piece, receipt: kept, entry, now });
    if (puts === null) return null;
    const done = await store.commit(puts);
    if (done.ok) return entry.body;
  }
  // Not forgotten: Meta brings it again.
  throw new MentorlijnError('conflict', 'the message kept changing under its status');
}

interface Known {
  readonly piece: Piece;
  readonly status: InboundStatus;
  readonly receipt: { readonly body: Receipt; readonly version: number } | null;
  readonly entry: { readonly id: string; readonly body: OutboxEntry; readonly version: number };
  readonly now: Date;
}
interface Writes {
  readonly puts: readonly Put[];
  readonly deletes?: readonly { readonly kind: 'receipt'; readonly id: string; readonly expect: number }[];
}

function progressPuts({ status, piece, receipt, entry }: Known): Writes | null {
  const state = status.status === 'failed' ? 'sent' : status.status;
  const before = receipt?.body.state ?? null;
  if (before !== null && RANK[before] >= RANK[state]) return null;
  const id = status.ours ?? '';
  const next: Receipt = { messageId: status.messageId, state, at: status.at };
  const seen = !piece.template && (state === 'delivered' || state === 'read') ? { state, at: status.at } : null;
  const further = seen !== null && entry.body.receipt?.state !== 'read' && entry.body.receipt?.state !== seen.state;
  return {
    puts: [
      putReceipt(id, next, receipt?.version ?? 0, entry.body.conversation),
      // While it is on its way the outbox owns the entry: what we add then would only stand in its way.
      ...(further && entry.body.state === 'sent'
        ? [putOutbox(entry.id, { ...entry.body, receipt: seen }, entry.version)]
        : []),
    ],
  };
}

/** Accepted first, refused afterwards: it waits again, or stands failed at the desk. */
async function failurePuts(store: Store, { status, piece, receipt, entry, now }: Known): Promise<Writes | null> {
  // A repeated or late failure of a try that has been replaced says nothing of the one that counts now.
  if (receipt?.body.messageId !== status.messageId) return null;
  const fault = faultOf(status.errorCode, status.errorCode === null ? 500 : 400);
  const never = fault.kind === 'never' || piece.template;
  const next: OutboxEntry = {
    ...entry.body,
    state: never ? 'failed' : 'waiting',
    failure: piece.template ? WINDOW_CLOSED : fault.name,
    dueAt: new Date(now.getTime() + (fault.retryAfterMs ?? 5_000)).toISOString(),
  };
  const closed = fault.kind === 'window' && !piece.template ? await closeWindow(store, entry.body) : [];
  return {
    puts: [putOutbox(entry.id, next, entry.version), ...closed],
    deletes: [{ kind: 'receipt', id: status.ours ?? '', expect: receipt.version }],
  };
}

/** Meta knows better than our clock when the 24 hours are over. */
async function closeWindow(store: Store, { address }: OutboxEntry): Promise<readonly Put[]> {
  const contact = await getContact(store, address.conversationId);
  return contact ? [putContact({ ...contact.body, lastInboundAt: new Date(0).toISOString() }, contact.version)] : [];
}

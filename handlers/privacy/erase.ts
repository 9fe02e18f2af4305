import { pieceDeletes } from '../attachments.js';
import type { ConversationKey } from '../message.js';
import type { DeskTicket } from '../desk/desk-ticket.js';
import type { Commit, Delete, Store, StoredRecord } from '../ports.js';
import { getTicket, putTicket } from '../records.js';
import type { Ticket } from '../ticket.js';
import type { TicketWrite } from '../turn/turn.js';
import { findPersonal, type PersonalRecords } from './personal-records.js';
import { firstHeir, heirOf } from './ticket-heir.js';

/** What a commit has to write so that nothing of a person is left. */
export interface Erasure extends Required<Pick<Commit, 'puts' | 'deletes' | 'dropLogs'>> {
  /** Tickets that went or changed: whoever shows them has to look again. */
  readonly tickets: readonly string[];
}

const PAGE = 500;

export interface ErasureOrder {
  readonly now: Date;
  /** Messages taken in after this ISO time are new words: they stay. */
  readonly until: string;
  /** The message that asked for it: its record stays, without words, so that its repetition is recognised. */
  readonly except?: string;
}

/**
 * Everything of one person, in one commit. The records by which a channel knows him go with our last word to him
 * (`lastWord` of the outbox), because that word still has to reach him.
 */
export async function erasureOf(store: Store, key: ConversationKey, order: ErasureOrder): Promise<Erasure> {
  const [found, watched] = await Promise.all([findPersonal(store, key), watchedBy(store, key)]);
  const heirs = await Promise.all(found.tickets.map((record) => inherited(store, record, order.now)));
  const left = heirs.filter((heir) => heir !== null).map(putTicket);
  const gone = found.tickets.filter(({ id }) => !left.some((put) => put.id === id));
  return {
    puts: [...left, ...watched.map(putTicket)],
    deletes: [...gone.map(asDelete), ...otherDeletes(found, order)],
    dropLogs: found.logs,
    tickets: [...found.tickets.map(({ id }) => id), ...watched.map(({ ticket }) => ticket.id)],
  };
}

async function inherited(
  store: Store,
  { body, version }: StoredRecord<Ticket>,
  now: Date,
): Promise<TicketWrite | null> {
  const first = firstHeir(body);
  if (!first) return null;
  const merged = await Promise.all(((body as DeskTicket).mergedFrom ?? []).map((id) => getTicket(store, id)));
  const own = merged.find((other) => other?.ticket.conversation === first.conversation)?.ticket ?? null;
  return { ticket: heirOf(body, first, own, now), version };
}

function otherDeletes(found: PersonalRecords, { until, except }: ErasureOrder): readonly Delete[] {
  const others = found.others.filter(({ kind }) => kind !== 'identity');
  const inbox = found.inbox.filter(({ id, body }) => id !== except && body.message.receivedAt <= until);
  const conversation = found.conversation ? [found.conversation] : [];
  return [...[...conversation, ...inbox, ...found.outbox, ...others].map(asDelete), ...others.flatMap(piecesOf)];
}

function asDelete({ kind, id, version }: { kind: Delete['kind']; id: string; version: number }): Delete {
  return { kind, id, expect: version };
}

function piecesOf({ kind, id, body }: StoredRecord): readonly Delete[] {
  return kind === 'attachment' && 'pieces' in body ? pieceDeletes({ id, pieces: Number(body.pieces) }) : [];
}

/** What the outbox deletes with our last word: by what a channel knew him. */
export async function channelRecordsOf(store: Store, key: ConversationKey): Promise<readonly Delete[]> {
  const found = await Promise.all(
    // The receipts of our last word come after everything else was erased.
    (['identity', 'receipt'] as const).map((kind) => store.query({ kind, index: 'conversation', prefix: `${key}|` })),
  );
  return found.flat().map(({ kind, id }) => ({ kind, id, expect: 'any' }));
}

/** Questions of others that he waited for too. There is no index of watchers: erasing is rare, tickets are thousands. */
async function watchedBy(store: Store, key: ConversationKey): Promise<readonly TicketWrite[]> {
  const found: TicketWrite[] = [];
  let from = '';
  for (;;) {
    const page = await store.query<Ticket>({ kind: 'ticket', index: 'created', from, limit: PAGE });
    for (const { body, version } of page)
      if (body.conversation !== key && body.watchers.some(({ conversation }) => conversation === key))
        found.push({
          ticket: { ...body, watchers: body.watchers.filter(({ conversation }) => conversation !== key) },
          version,
        });
    if (page.length < PAGE) return uniqueById(found);
    // The next page begins at the last moment of this one: tickets of the same moment are seen twice, never missed.
    const last = page.at(-1)?.body.createdAt ?? from;
    from = last === from ? `${last}!` : last;
  }
}

function uniqueById(found: readonly TicketWrite[]): readonly TicketWrite[] {
  return [...new Map(found.map((one) => [one.ticket.id, one])).values()];
}

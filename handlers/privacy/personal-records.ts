import type { Conversation } from '../conversation.js';
import type { Address, ConversationKey } from '../message.js';
import { RECORD_KINDS, type RecordKind, type Store, type StoredRecord } from '../ports.js';
import { echoLog, talkLog, type InboxEntry, type OutboxEntry } from '../records.js';
import type { Ticket } from '../ticket.js';

/**
 * Everything the store holds of one person. A record kind belongs to him by its index `conversation`
 * (`<key>|…`): a kind that is added later and carries that index is found, shown and erased without a word here. Two
 * exceptions: files still to be fetched (index `fetch`), and what wakes his devices (by the id of the device).
 */
export interface PersonalRecords {
  readonly key: ConversationKey;
  readonly conversation: StoredRecord<Conversation> | null;
  readonly tickets: readonly StoredRecord<Ticket>[];
  /** Taken in but not handled, or set aside; what is handled keeps no words. */
  readonly inbox: readonly StoredRecord<InboxEntry>[];
  readonly outbox: readonly StoredRecord<OutboxEntry>[];
  /** Files, opt-ins, codes, identities at a channel, … by kind. */
  readonly others: readonly StoredRecord[];
  readonly logs: readonly string[];
}

/** These have a place of their own above, or are nobody's. */
const APART: readonly RecordKind[] = ['conversation', 'ticket', 'inbox', 'outbox', 'lock', 'coach', 'session'];

export async function findPersonal(store: Store, key: ConversationKey): Promise<PersonalRecords> {
  const mine = `${key}|`;
  const owned = <B extends object>(kind: RecordKind, index = 'conversation') =>
    store.query<B>({ kind, index, prefix: mine });
  const [conversation, tickets, unhandled, sent, waiting, ...others] = await Promise.all([
    store.get<Conversation>('conversation', key),
    owned<Ticket>('ticket'),
    store.query<InboxEntry>({ kind: 'inbox', index: 'state' }),
    owned<OutboxEntry>('outbox'),
    owned<OutboxEntry>('outbox', 'queue'),
    ...RECORD_KINDS.filter((kind) => !APART.includes(kind)).map((kind) => owned(kind)),
    owned('attachment', 'fetch'),
  ]);
  const nudges = await Promise.all(
    others
      .flat()
      .filter(({ kind }) => kind === 'push')
      .map(({ id }) => store.query<OutboxEntry>({ kind: 'outbox', index: 'conversation', prefix: `push:${id}|` })),
  );
  const outbox = [...new Map([...sent, ...waiting, ...nudges.flat()].map((record) => [record.id, record])).values()];
  const inbox = unhandled.filter(({ body }) => body.message.conversation === key);
  const addresses = [conversation, ...tickets, ...outbox, ...inbox.map(({ body }) => ({ body: body.message }))].flatMap(
    (record) => (record ? [record.body.address] : []),
  );
  return {
    key,
    conversation,
    tickets,
    inbox,
    outbox,
    others: others.flat(),
    logs: logsOf([key, ...joinedTo(others.flat())], addresses),
  };
}

/** The transcript, and what the web channel keeps for its page under every id he wrote from. */
function logsOf(keys: readonly string[], addresses: readonly Address[]): readonly string[] {
  const own = keys.filter((key) => key.startsWith('web:')).map((key) => key.slice('web:'.length));
  const web = addresses.filter(({ channel }) => channel === 'web').map(({ conversationId }) => conversationId);
  const talks = keys.map((key) => talkLog(key as ConversationKey));
  return [...talks, ...[...new Set([...own, ...web])].map(echoLog)];
}

/** Conversations on other channels that he joined to this one: their records point home (see continuity/home.ts). */
function joinedTo(others: readonly StoredRecord[]): readonly string[] {
  return others.flatMap(({ kind, id }) => (kind === 'identity' && id.startsWith(HOME) ? [id.slice(HOME.length)] : []));
}
const HOME = 'home|';

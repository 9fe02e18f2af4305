import type { Conversation } from '../conversation.js';
import type { Clock, Delete, LiveUpdates, Log, Store, StoredRecord } from '../ports.js';
import { putConversation, type InboxEntry, type OutboxEntry } from '../records.js';
import type { Ticket } from '../ticket.js';
import { isOpen } from '../ticket.js';
import { findPersonal, type PersonalRecords } from './personal-records.js';

/** How long what is kept stays, in days; from the last sign of life, or from closing. Figures hold no person and stay. */
export interface RetentionDays {
  /** The words of a conversation, after its last message. */
  readonly transcript: number;
  /** What is remembered of a person (situation, opt-ins), after his last message. */
  readonly conversation: number;
  /** A question to a coach, after it was answered or closed. */
  readonly ticket: number;
  /** A file, after it was sent. */
  readonly file: number;
}

/** The log of contacts ends so many years after its school year (see contact-log.ts). */
export { KEEP_YEARS as KEPT_YEARS_OF_CONTACTS } from '../contacts/contact-log.js';

export interface RetentionDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: LiveUpdates;
  readonly log: Log;
}

export interface Retained {
  readonly tickets: number;
  readonly transcripts: number;
  readonly conversations: number;
  readonly messages: number;
}

const PAGE = 200;

/** Lets go of what has been kept long enough. Done twice, or by two processes at once, it does the same. */
export async function keepRetention(deps: RetentionDeps, days: RetentionDays): Promise<Retained> {
  const before = (count: number): string => new Date(deps.clock.now().getTime() - count * 86_400_000).toISOString();
  const done = {
    tickets: await oldTickets(deps, before(days.ticket)),
    conversations: await oldConversations(deps, before(days.conversation)),
    transcripts: await oldTranscripts(deps, before(days.transcript)),
    messages: await oldMessages(deps, before(days.transcript)),
  };
  deps.log.info('retention', done);
  return done;
}

async function oldTickets({ store, live }: RetentionDeps, before: string): Promise<number> {
  let count = 0;
  for (const status of ['closed', 'answered'] as const) {
    // The index sorts by the promised time: a question may be closed before that, hence the wider look.
    const found = await store.query<Ticket>({
      kind: 'ticket',
      index: 'status',
      prefix: `${status}|`,
      to: `${status}|${afterDays(before, WIDEST_PROMISE_DAYS)}`,
    });
    for (const { id, version, body } of found.filter(({ body }) => since(body) < before)) {
      const done = await store.commit({ deletes: [{ kind: 'ticket', id, expect: version }] });
      if (!done.ok) continue;
      count += 1;
      live.publish('tickets', body.id);
    }
  }
  return count;
}

/** No promise lies further ahead than this, school holidays included. */
const WIDEST_PROMISE_DAYS = 60;

function afterDays(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString();
}

function since(ticket: Ticket): string {
  return ticket.status === 'new' ? ticket.createdAt : ticket.since;
}

/** Conversations without a sign of life since then; those in which a coach still owes an answer are left alone. */
async function* quietSince(store: Store, before: string): AsyncGenerator<PersonalRecords> {
  let from = '';
  for (;;) {
    const page = await store.query<Conversation>({
      kind: 'conversation',
      index: 'updated',
      from,
      to: before,
      limit: PAGE,
    });
    for (const { body } of page) {
      const found = await findPersonal(store, body.key);
      if (!found.tickets.some((ticket) => isOpen(ticket.body))) yield found;
    }
    const last = page.at(-1)?.body.updatedAt;
    if (page.length < PAGE || last === undefined) return;
    // Just after the last one: those of the very same moment come tomorrow.
    from = `${last}!`;
  }
}

async function oldConversations({ store }: RetentionDeps, before: string): Promise<number> {
  let count = 0;
  for await (const { conversation, outbox, others, logs } of quietSince(store, before)) {
    if (!conversation) continue;
    // Files and the log of contacts end by a date of their own.
    const own = others.filter(({ kind }) => kind !== 'contact' && kind !== 'attachment');
    const gone = [conversation, ...outbox, ...own].map(asDelete);
    if ((await store.commit({ deletes: gone, dropLogs: logs })).ok) count += 1;
  }
  return count;
}

/** The words go, the situation stays. */
async function oldTranscripts({ store }: RetentionDeps, before: string): Promise<number> {
  let count = 0;
  for await (const { conversation, outbox, logs } of quietSince(store, before)) {
    if (!conversation || !(await holdsWords(store, conversation, logs))) continue;
    const bare: Conversation = {
      ...conversation.body,
      last: null,
      offered: [],
      asked: null,
      openTicket: null,
      files: [],
    };
    const done = await store.commit({
      puts: [putConversation(bare, conversation.version)],
      deletes: outbox.filter(({ body }) => body.state !== 'waiting').map(asDelete),
      dropLogs: logs,
    });
    if (done.ok) count += 1;
  }
  return count;
}

async function holdsWords(
  store: Store,
  { body }: StoredRecord<Conversation>,
  logs: readonly string[],
): Promise<boolean> {
  if (body.last !== null) return true;
  const first = await Promise.all(logs.map((log) => store.readLog(log, 0, 1)));
  return first.some((lines) => lines.length > 0);
}

/** Messages that never arrived or could never be read, and that nobody looked after. */
async function oldMessages({ store }: RetentionDeps, before: string): Promise<number> {
  const [failed, parked] = await Promise.all([
    store.query<OutboxEntry>({ kind: 'outbox', index: 'failed', to: before }),
    store.query<InboxEntry>({ kind: 'inbox', index: 'state', prefix: 'parked|', to: `parked|${before}` }),
  ]);
  let count = 0;
  for (const record of [...failed, ...parked]) if ((await store.commit({ deletes: [asDelete(record)] })).ok) count += 1;
  return count;
}

function asDelete({ kind, id, version }: Pick<StoredRecord, 'kind' | 'id' | 'version'>): Delete {
  return { kind, id, expect: version };
}

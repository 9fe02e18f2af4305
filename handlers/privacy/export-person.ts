import { findFile, readFile, type KeptFile } from '../attachments.js';
import type { TranscriptLine } from '../conversation.js';
import type { ConversationKey } from '../message.js';
import type { JsonBody, Store } from '../ports.js';
import { readTalk } from '../records.js';
import { replyToText } from '../reply-text.js';
import type { Ticket } from '../ticket.js';
import { findPersonal, type PersonalRecords } from './personal-records.js';

/** Everything of one person, to read and to take along. */
export interface PersonExport {
  readonly madeAt: string;
  readonly conversation: JsonBody | null;
  readonly transcript: readonly TranscriptLine[];
  readonly tickets: readonly JsonBody[];
  readonly files: readonly (KeptFile & { readonly base64: string | null })[];
  readonly sent: readonly { readonly at: string; readonly state: string; readonly text: string }[];
  readonly unread: readonly { readonly at: string; readonly text: string }[];
  /** Opt-ins, codes, how a channel knows him, … */
  readonly others: readonly { readonly kind: string; readonly body: JsonBody }[];
}

export async function exportPerson(store: Store, key: ConversationKey, now: Date): Promise<PersonExport> {
  const found = await findPersonal(store, key);
  return {
    madeAt: now.toISOString(),
    conversation: found.conversation?.body ?? null,
    transcript: await readTalk(store, key),
    tickets: found.tickets.map(({ body }) => ownPart(body)),
    files: await filesIn(store, found),
    sent: found.outbox.map(({ body }) => ({ at: body.createdAt, state: body.state, text: replyToText(body.reply) })),
    unread: found.inbox.map(({ body: { message } }) => ({ at: message.receivedAt, text: message.text })),
    others: found.others.filter(({ kind }) => kind !== 'attachment').map(({ kind, body }) => ({ kind, body })),
  };
}

/** Others who wait for the same answer, and what coaches noted among themselves, are not his to see; that there are some is. */
function ownPart(ticket: Ticket): JsonBody {
  return { ...ticket, watchers: ticket.watchers.length, notes: ticket.notes.length };
}

async function filesIn(store: Store, { others }: PersonalRecords): Promise<PersonExport['files']> {
  const heads = await Promise.all(
    others.filter(({ kind }) => kind === 'attachment').map(({ id }) => findFile(store, id)),
  );
  return Promise.all(
    heads
      .filter((head) => head !== null)
      .map(async (head) => ({ ...head, base64: (await readFile(store, head))?.toString('base64') ?? null })),
  );
}

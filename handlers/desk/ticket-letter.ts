import type { Conversation } from '../conversation.js';
import type { ConversationKey } from '../message.js';
import type { Append, Put } from '../ports.js';
import { appendTalk, putConversation, putOutbox, waitingSince } from '../records.js';
import { reply, text } from '../reply.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';

/** A line of ours about a question, to be written in the commit of what it tells. */
export interface TicketLetter {
  readonly conversation: ConversationKey;
  readonly puts: readonly Put[];
  readonly appends: readonly Append[];
}

/** To one who waits for the answer; null for who had everything erased, and for who said "stop": he only hears answers. */
export async function ticketLetter(
  deps: Pick<DeskDeps, 'store' | 'ids' | 'clock'>,
  { id, number }: DeskTicket,
  { to, words }: { readonly to: ConversationKey; readonly words: string },
): Promise<TicketLetter | null> {
  const known = await deps.store.get<Conversation>('conversation', to);
  if (!known || known.body.stopped) return null;
  const at = deps.clock.now().toISOString();
  const letter = {
    conversation: to,
    address: known.body.address,
    reply: reply([text(`**Vraag ${String(number)}**: ${words}`)]),
    ...waitingSince(at),
    ticket: id,
  } as const;
  return {
    conversation: to,
    // The conversation is written with it as it was, so that an erasure at the same moment is noticed.
    puts: [putOutbox(deps.ids.next(), letter, 'absent'), putConversation(known.body, known.version)],
    appends: appendTalk(to, [{ from: 'bot', name: null, text: `Vraag ${String(number)}: ${words}`, at }]),
  };
}

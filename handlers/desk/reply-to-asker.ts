import { toPlainText } from '../../knowledge/render.js';
import type { Mentor } from '../contacts/contact-log.js';
import { momentOf } from '../contacts/note-contact.js';
import type { Conversation } from '../conversation.js';
import { MentorlijnError } from '../errors.js';
import type { TurnEvent } from '../events.js';
import type { ConversationKey } from '../message.js';
import type { Append, Put, Store } from '../ports.js';
import type { ChannelName } from '../message.js';
import { appendTalk, putConversation, putOutbox, waitingSince } from '../records.js';
import { reply as replyOf, type Button, type CoachPart } from '../reply.js';
import { LABELS } from '../texts.js';
import type { Watcher } from '../ticket.js';
import { changeTicket, withHistory, type Once, type TicketChange } from './change-ticket.js';
import { otherEnd } from './other-end.js';
import type { ChannelPreview, PreviewReply } from './channel-preview.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { isFree, type DeskTicket } from './desk-ticket.js';
import { mustHold, notNow } from './ticket-actions.js';
import { ALREADY } from './texts.js';
import { knownTicket } from './known-ticket.js';

export interface CoachReply {
  readonly markdown: string;
  /** What the coach expects: an answer from the mentor, or nothing more. */
  readonly then: 'waiting-for-mentor' | 'answered';
  /** Names this reply: sent twice, it goes out once. */
  readonly once: string;
}

/** Longest reply, in characters. */
export const MAX_REPLY = 8_000;

/** The coach's words: on disk with the ticket, and on their way to everyone who waits for them. Replying to a free ticket takes it. */
export function replyToAsker(deps: DeskDeps, coach: Coach, id: string, reply: CoachReply): Promise<DeskTicket> {
  const request: Once = {
    name: reply.once,
    words: reply.markdown,
    refusal: ALREADY.said,
    asks: reply.then,
    onOther: (ticket, now) => otherEnd(coach, ticket, reply, now),
  };
  return changeTicket(deps, id, (ticket, now) => answerChange(deps, { coach, reply }, ticket, now), request);
}

async function answerChange(
  deps: DeskDeps,
  { coach, reply }: { readonly coach: Coach; readonly reply: CoachReply },
  ticket: DeskTicket,
  now: Date,
): Promise<TicketChange> {
  if (!isFree(ticket)) mustHold(ticket, coach);
  const markdown = reply.markdown.trim();
  if (markdown === '') throw notNow('Typ eerst een antwoord.');
  const at = now.toISOString();
  const part = partOf(ticket, coach, markdown);
  const receivers = receiversOf(ticket);
  const sent = (await Promise.all(receivers.map((receiver) => letterTo(deps, { ticket, receiver, part }, now)))).filter(
    (letter) => letter !== null,
  );
  const next: DeskTicket = {
    ...ticket,
    status: reply.then,
    coach: coach.id,
    since: at,
    coachSpoke: true,
    snooze: null,
  };
  return {
    ticket: withHistory(next, now, coach.id, 'geantwoord', reply.then === 'answered' ? null : 'wacht op de mentor'),
    puts: sent.flatMap(({ puts }) => puts),
    appends: sent.flatMap(({ appends }) => appends),
    events: firstAnswer(ticket, now),
    speaksTo: sent.map(({ conversation }) => conversation),
  };
}

/** The words of a coach as the asker would get them, before they are sent. */
export async function previewReply(
  deps: Pick<DeskDeps, 'store'> & { readonly preview: PreviewReply },
  coach: Coach,
  id: string,
  markdown: string,
): Promise<ChannelPreview & { readonly channel: ChannelName }> {
  const found = await knownTicket(deps.store, id);
  const { ticket } = found;
  const words = replyOf([partOf(ticket, coach, markdown.trim())], askerButtons(ticket));
  return { ...deps.preview(words), channel: ticket.address.channel };
}

function partOf({ number }: Pick<DeskTicket, 'number'>, coach: Coach, markdown: string): CoachPart {
  return { kind: 'coach', number, coach: coach.name, markdown };
}

function askerButtons({ id }: Pick<DeskTicket, 'id'>): readonly Button[] {
  return [{ label: LABELS.resolved, action: { do: 'resolved', ticket: id } }];
}

interface Receiver extends Pick<Watcher, 'conversation' | 'address'> {
  readonly role: 'asker' | 'watcher';
}

/** The asker and every watcher, each conversation once. */
export function receiversOf(ticket: DeskTicket): readonly Receiver[] {
  const seen = new Set<ConversationKey>([ticket.conversation]);
  const watchers = ticket.watchers.filter(({ conversation }) => !seen.has(conversation) && seen.add(conversation));
  return [
    { conversation: ticket.conversation, address: ticket.address, role: 'asker' },
    ...watchers.map(({ conversation, address }): Receiver => ({ conversation, address, role: 'watcher' })),
  ];
}

interface Letter {
  readonly conversation: ConversationKey;
  readonly puts: readonly Put[];
  readonly appends: readonly Append[];
}

/** What goes to whom, of which question. */
interface Sending {
  readonly ticket: DeskTicket;
  readonly receiver: Receiver;
  readonly part: CoachPart;
}

/** One conversation's copy; null for a watcher who had everything about him erased. */
async function letterTo(deps: DeskDeps, { ticket, receiver, part }: Sending, now: Date): Promise<Letter | null> {
  const at = now.toISOString();
  const buttons = receiver.role === 'asker' ? askerButtons(ticket) : [];
  const known = await deps.store.get<Conversation>('conversation', receiver.conversation);
  if (!known) {
    if (receiver.role === 'watcher') return null;
    throw new MentorlijnError('gone', 'Deze mentor liet zijn gegevens wissen. Antwoorden kan niet meer.');
  }
  const letter = putOutbox(
    deps.ids.next(),
    {
      conversation: receiver.conversation,
      // Where the asker wrote from last: his phone may have moved on since the ticket was made.
      address: known.body.address,
      reply: replyOf([part], buttons),
      ...waitingSince(at),
      ticket: ticket.id,
    },
    'absent',
  );
  const line = { from: 'coach', name: part.coach, text: toPlainText(part.markdown), at } as const;
  return {
    conversation: receiver.conversation,
    puts: [
      letter,
      putConversation(withThread(known.body, ticket, receiver, { offered: buttons, updatedAt: at }), known.version),
      ...(await momentOf(deps, ticket, { coach: part.coach, kind: 'answer', minutes: 0, now }, mentorIn(known.body))),
    ],
    appends: appendTalk(receiver.conversation, [line]),
  };
}

const mentorIn = ({ key, address, askerName }: Conversation): Mentor => ({ conversation: key, address, askerName });

/** From now on the asker's reaction goes to the coach. A watcher who is busy with a question of his own keeps that one. */
function withThread(
  conversation: Conversation,
  ticket: DeskTicket,
  receiver: Receiver,
  now: Pick<Conversation, 'offered' | 'updatedAt'>,
): Conversation {
  const joins = receiver.role === 'asker' || conversation.openTicket === null;
  if (!joins) return conversation;
  return { ...conversation, ...now, openTicket: ticket.id, asked: null, awaiting: null };
}

/** A human answered, in writing or on the phone, for the first time. */
export function firstAnswer(ticket: DeskTicket, now: Date): readonly TurnEvent[] {
  if (ticket.coachSpoke || (ticket.called ?? null) !== null) return [];
  const at = now.toISOString();
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(ticket.createdAt)) / 60_000));
  return [{ type: 'first-answer', at, number: ticket.number, minutes, late: at > ticket.dueAt }];
}

/** Points a conversation at another ticket; nothing when it is erased or already there. */
export async function pointConversation(
  store: Store,
  key: ConversationKey,
  from: string,
  to: string,
): Promise<readonly Put[]> {
  const known = await store.get<Conversation>('conversation', key);
  if (known?.body.openTicket !== from) return [];
  return [putConversation({ ...known.body, openTicket: to }, known.version)];
}

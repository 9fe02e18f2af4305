import { promisedBy, sayMoment } from '../desk/promise.js';
import type { ItemId } from '../../knowledge/entry.js';
import type { LastQuestion, TriedItem } from '../conversation.js';
import type { TurnEvent } from '../events.js';
import { text, type Button, type ReplyPart, type TicketPart } from '../reply.js';
import { EMPTY_TAGS, isOpen, type EscalationReason, type Ticket, type TicketId } from '../ticket.js';
import { LABELS, TEXTS } from '../texts.js';
import type { Signal } from '../../knowledge/signals.js';
import type { OutcomeCandidate } from '../outcome.js';
import { triedItems } from './tried-items.js';
import { endOf } from './excerpt.js';
import { result, type Turn, type TurnResult } from './turn.js';

/** Offers the coach: one tap sends the question with its context. */
export function offerCoach(
  turn: Turn,
  parts: readonly ReplyPart[],
  more: { candidates?: readonly OutcomeCandidate[]; buttons?: readonly Button[] } = {},
): TurnResult {
  return result('escalate', [...parts, text(TEXTS.offerCoach)], {
    candidates: more.candidates ?? [],
    buttons: [
      { label: LABELS.coach, action: { do: 'ask-coach' } },
      ...(more.buttons ?? []),
      { label: LABELS.menu, action: { do: 'menu' } },
    ],
    conversation: {
      asked: null,
      last: {
        text: turn.masked,
        original: turn.text,
        item: null,
        tried: triedFrom(turn, more.candidates ?? []),
        at: turn.now.toISOString(),
      },
    },
  });
}

export function triedFrom(turn: Turn, candidates: readonly OutcomeCandidate[]): readonly TriedItem[] {
  return triedItems(
    turn.knowledge.library,
    candidates.map(({ entry, score }) => ({ id: entry as ItemId, score })),
  );
}

export interface TicketOrder {
  /** What it was asked of and tried with; left out: those of the last question. */
  readonly question: Pick<LastQuestion, 'text' | 'original'> & Partial<Pick<LastQuestion, 'item' | 'tried'>>;
  readonly reason: EscalationReason;
  readonly signal?: Signal;
}

/** Makes the ticket and the promise. Both are committed before the asker reads the promise. */
export async function openTicket(turn: Turn, order: TicketOrder): Promise<TurnResult> {
  const open = turn.openTicket;
  if (open && isOpen(open.ticket) && !order.signal) return addToTicket(turn, open.ticket, open.version, order);
  const ticket = await newTicket(turn, order);
  return result(order.signal ? 'urgent' : 'escalate', [promisePart(turn, ticket, TEXTS_PROMISE.fresh)], {
    urgent: order.signal?.kind ?? null,
    buttons: ticketButtons(ticket),
    conversation: { openTicket: ticket.id, asked: null, awaiting: null, files: [] },
    tickets: [{ ticket, version: 0 }],
    events: [ticketEvent(turn, ticket)],
  });
}

const TEXTS_PROMISE = {
  fresh: (number: number, when: string) =>
    `Je vraag is bij de coach: **nummer ${String(number)}**. Je krijgt hier antwoord, ten laatste ${when}.`,
  added: (number: number, when: string) =>
    `Ik voeg dit toe aan je vraag **nummer ${String(number)}**. Je krijgt hier antwoord, ten laatste ${when}.`,
};

function addToTicket(turn: Turn, ticket: Ticket, version: number, order: TicketOrder): TurnResult {
  const at = turn.now.toISOString();
  const added: Ticket = {
    ...ticket,
    updatedAt: at,
    question: `${ticket.question}\n\n${order.question.original}`,
    masked: `${ticket.masked}\n\n${order.question.text}`,
    attachments: [...ticket.attachments, ...filesOf(turn)],
    history: [...ticket.history, { at, by: 'asker', action: 'aangevuld', detail: null }],
  };
  return result('escalate', [promisePart(turn, added, TEXTS_PROMISE.added)], {
    buttons: ticketButtons(added),
    conversation: { asked: null, awaiting: null, files: [] },
    tickets: [{ ticket: added, version }],
  });
}

/** What he sent before and with this question. */
function filesOf({ conversation, message }: Turn): Ticket['attachments'] {
  return [...(conversation.files ?? []), ...message.attachments];
}

async function newTicket(turn: Turn, order: TicketOrder): Promise<Ticket> {
  const at = turn.now.toISOString();
  const { conversation } = turn;
  const { item: shown = conversation.last?.item ?? null, tried = conversation.last?.tried ?? [] } = order.question;
  const item = shown === null ? undefined : turn.knowledge.library.items.get(shown);
  return {
    status: 'new',
    id: turn.nextId() as TicketId,
    number: 1000 + (await turn.store.nextNumber('ticket')),
    createdAt: at,
    updatedAt: at,
    question: order.question.original,
    masked: order.question.text,
    conversation: conversation.key,
    address: turn.message.address,
    askerName: conversation.askerName,
    profile: conversation.profile,
    tried,
    reason: order.reason,
    urgency: order.signal?.kind ?? null,
    dueAt: promisedBy(turn.now, turn.rules, order.signal !== undefined).toISOString(),
    tags: {
      ...EMPTY_TAGS,
      theme: item && item.kind !== 'term' ? item.theme : null,
      factors: item?.kind === 'entry' ? item.factors : [],
    },
    callback: null,
    coachSpoke: false,
    attachments: filesOf(turn),
    notes: [],
    watchers: [],
    minutes: 0,
    history: [{ at, by: 'asker', action: order.signal ? 'noodsignaal' : 'gevraagd', detail: order.reason }],
    learned: [],
  };
}

/** What was sent, so that the asker sees it and can add to it. Characters. */
const MAX_EXCERPT = 160;

/** The end of a question, where an addition stands; one line, and nothing in it that Markdown would take for its own. */
function excerpt(question: string): string {
  return endOf(question, MAX_EXCERPT).replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** The promise as a part of a reply. */
function promisePart(turn: Turn, ticket: Ticket, say: (number: number, when: string) => string): TicketPart {
  return {
    kind: 'ticket',
    number: ticket.number,
    markdown: `${say(ticket.number, sayMoment(new Date(ticket.dueAt), turn.now))}\n\n> ${excerpt(ticket.question)}`,
    dueAt: ticket.dueAt,
    state: 'open',
  };
}

function ticketButtons(ticket: Ticket): readonly Button[] {
  const call: readonly Button[] = ticket.callback ? [] : [{ label: LABELS.callback, action: { do: 'call-me' } }];
  return [...call, { label: LABELS.myQuestions, action: { do: 'my-questions' } }];
}

function ticketEvent(turn: Turn, ticket: Ticket): TurnEvent {
  return {
    type: 'ticket',
    at: turn.now.toISOString(),
    number: ticket.number,
    reason: ticket.reason,
    urgent: ticket.urgency,
    theme: ticket.tags.theme,
    channel: turn.message.address.channel,
    shown: ticket.tried.filter(({ shown }) => shown).map(({ id }) => id),
    factors: ticket.tags.factors,
    masked: ticket.masked,
  };
}

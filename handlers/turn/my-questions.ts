import { sayMoment } from '../desk/promise.js';
import { text, type ReplyPart } from '../reply.js';
import { QUESTION_STATES, TEXTS } from '../texts.js';
import { isOpen, type Ticket } from '../ticket.js';
import { beginningOf } from './excerpt.js';
import { coachButton } from './menu.js';
import { result, type Turn, type TurnResult } from './turn.js';

async function myTickets(turn: Turn): Promise<readonly Ticket[]> {
  const found = await turn.store.query<Ticket>({
    kind: 'ticket',
    index: 'conversation',
    prefix: `${turn.conversation.key}|`,
    order: 'desc',
    limit: 5,
  });
  return found.map(({ body }) => body);
}

/** His last questions to the coach, and how each stands. */
export async function myQuestions(turn: Turn): Promise<TurnResult> {
  const tickets = await myTickets(turn);
  if (tickets.length === 0) return result('smalltalk', [text(TEXTS.noQuestions)], { buttons: [coachButton] });
  return result(
    'smalltalk',
    tickets.map((ticket) => ticketState(turn, ticket)),
  );
}

function ticketState(turn: Turn, ticket: Ticket): ReplyPart {
  const short = beginningOf(ticket.masked, 60);
  return {
    kind: 'ticket',
    number: ticket.number,
    markdown: `**Vraag ${String(ticket.number)}**: ${sayState(ticket, turn.now)}.\n\n> ${short}`,
    dueAt: isOpen(ticket) ? ticket.dueAt : null,
    state: isOpen(ticket) ? 'open' : ticket.status === 'answered' ? 'answered' : 'closed',
  };
}

function sayState(ticket: Ticket, now: Date): string {
  if (!isOpen(ticket)) return ticket.status === 'answered' ? QUESTION_STATES.answered : QUESTION_STATES.closed;
  return ticket.coachSpoke ? QUESTION_STATES.talking : QUESTION_STATES.promised(sayMoment(new Date(ticket.dueAt), now));
}

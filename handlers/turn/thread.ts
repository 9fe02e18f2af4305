import { promisedBy, sayMoment } from '../desk/promise.js';
import { text } from '../reply.js';
import { isOpen, mayBecome, type Ticket } from '../ticket.js';
import { LABELS, TEXTS } from '../texts.js';
import { isNod } from './nod.js';
import { result, type Turn, type TurnResult } from './turn.js';

/** Once a coach has written, the asker's words go to the coach until the ticket is closed. */
export function threadStep(turn: Turn): TurnResult | null {
  const open = turn.openTicket;
  if (!open?.ticket.coachSpoke || open.ticket.status === 'closed') return null;
  if (open.ticket.status === 'answered' && (isNod(turn.text) || isThanks(turn.text)))
    return result('smalltalk', [text(TEXTS.thanks)]);
  const at = turn.now.toISOString();
  const { ticket } = open;
  const coach = ticket.status === 'new' ? null : ticket.coach;
  const line = { at, by: 'asker', action: 'reactie', detail: null };
  // Our turn again: a new promise, kept like the first.
  const waited = ticket.status === 'claimed' || ticket.status === 'reopened';
  const dueAt = waited ? ticket.dueAt : promisedBy(turn.now, turn.rules).toISOString();
  const base = {
    ...ticket,
    updatedAt: at,
    dueAt,
    history: [...ticket.history, line],
    attachments: [...ticket.attachments, ...turn.message.attachments],
  };
  const next: Ticket =
    ticket.status === 'waiting-for-mentor' && coach !== null
      ? { ...base, status: 'claimed', coach, since: at }
      : ticket.status === 'answered'
        ? { ...base, status: 'reopened', coach, since: at }
        : base;
  const promise = waited ? '' : ` Je krijgt antwoord ten laatste ${sayMoment(new Date(dueAt), turn.now)}.`;
  return result('escalate', [text(`${TEXTS.toldCoach}${promise}`), text(TEXTS.threadHint)], {
    buttons: [
      { label: LABELS.resolved, action: { do: 'resolved', ticket: ticket.id } },
      { label: LABELS.newQuestion, action: { do: 'new-question' } },
    ],
    tickets: [{ ticket: next, version: open.version }],
  });
}

function isThanks(message: string): boolean {
  return message.length < 60 && /\b(bedankt|dank|merci|thx|top|super|prima)\b/i.test(message) && !message.includes('?');
}

/** The asker wants to ask something else; the coach's thread stays as it is. */
export function leaveThread(turn: Turn): TurnResult {
  const said = turn.openTicket ? TEXTS.threadLeft : TEXTS.resumed;
  return result('smalltalk', [text(said)], {
    conversation: { openTicket: null, asked: null, awaiting: null, last: null },
  });
}

/** "Opgelost": the asker closes his own ticket. */
export async function closeByAsker(turn: Turn, id: string): Promise<TurnResult> {
  const found = await turn.store.get<Ticket>('ticket', id);
  const mine = found?.body.conversation === turn.conversation.key;
  if (!found || !mine || !mayBecome(found.body.status, 'closed')) return result('decline', [text(TEXTS.buttonOld)]);
  const at = turn.now.toISOString();
  const coach = found.body.status === 'new' ? null : found.body.coach;
  const closed: Ticket = {
    ...found.body,
    status: 'closed',
    coach,
    since: at,
    by: 'asker',
    updatedAt: at,
    history: [...found.body.history, { at, by: 'asker', action: 'gesloten', detail: null }],
  };
  return result('smalltalk', [text(TEXTS.resolved)], {
    tickets: [{ ticket: closed, version: found.version }],
    conversation: { openTicket: null },
    events: [{ type: 'closed', at, number: closed.number, by: 'asker' }],
  });
}

/** "Ook mijn vraag": this conversation gets the same answer. */
export async function watchTicket(turn: Turn, id: string): Promise<TurnResult> {
  const found = await turn.store.get<Ticket>('ticket', id);
  if (!found || !isOpen(found.body)) return result('decline', [text(TEXTS.buttonOld)]);
  const { conversation, message, now } = turn;
  const already = found.body.watchers.some((watcher) => watcher.conversation === conversation.key);
  const watcher = { conversation: conversation.key, address: message.address, since: now.toISOString() };
  const ticket: Ticket = already
    ? found.body
    : {
        ...found.body,
        watchers: [...found.body.watchers, watcher],
        updatedAt: watcher.since,
        history: [...found.body.history, { at: watcher.since, by: 'asker', action: 'ook mijn vraag', detail: null }],
      };
  return result('escalate', [text(TEXTS.alsoMine)], { tickets: [{ ticket, version: found.version }] });
}

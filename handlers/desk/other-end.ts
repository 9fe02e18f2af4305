import { MentorlijnError } from '../errors.js';
import { withHistory, type TicketChange } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskTicket } from './desk-ticket.js';
import type { CoachReply } from './reply-to-asker.js';
import { ALREADY } from './texts.js';

/**
 * The first press seemed to fail and went out; the second was on the other button. The words are not sent again, and the
 * question stands as the last press says, unless something happened to it since.
 */
export function otherEnd(
  coach: Coach,
  ticket: DeskTicket,
  { then }: Pick<CoachReply, 'then'>,
  now: Date,
): TicketChange {
  const asLeft = ticket.status === 'answered' || ticket.status === 'waiting-for-mentor';
  if (!asLeft || ticket.coach !== coach.id) throw new MentorlijnError('already-sent', ALREADY.movedOn);
  const said = then === 'answered' ? 'is het antwoord' : 'wacht op de mentor';
  const next: DeskTicket = { ...ticket, status: then, since: now.toISOString() };
  return { ticket: withHistory(next, now, coach.id, 'aangepast na versturen', said) };
}

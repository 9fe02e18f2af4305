import type { ItemId } from '../../knowledge/entry.js';
import { coachOf, isOpen, type Ticket } from '../ticket.js';

/** What the desk itself remembers on a ticket. The turn carries it along untouched. */
interface DeskExtras {
  /** Out of sight until this ISO time, or until the asker writes. */
  readonly snooze?: { readonly until: string; readonly since: string } | null;
  /** The ticket that took this one over. */
  readonly mergedInto?: string | null;
  /** The tickets this one took over. */
  readonly mergedFrom?: readonly string[];
  /** The last call that reached the asker, and the number it went to. */
  readonly called?: { readonly at: string; readonly by: string; readonly phone: string | null } | null;
  /** What was learned from it. */
  readonly learning?: TicketLearning;
}

/** `told`: the asker heard that his question helped; never twice. */
interface TicketLearning {
  readonly state: 'nothing' | 'proposed' | 'published' | 'rejected';
  readonly proposal: string | null;
  readonly told: boolean;
  /** What he hears of it once his own question is answered. */
  readonly owed?: OwedThanks | null;
}

export interface OwedThanks {
  readonly item: ItemId;
  /** An entry of its own came of it, or a wording of one that was there. */
  readonly wrote: boolean;
}

export type DeskTicket = Ticket & DeskExtras;

/** Nobody works on it: it waits for whoever comes first. */
export function isFree(ticket: Ticket): boolean {
  return ticket.status === 'new' || (ticket.status === 'reopened' && ticket.coach === null);
}

export function isHeldBy(ticket: Ticket, coach: string): boolean {
  return coachOf(ticket) === coach && ticket.status !== 'closed';
}

export function isSnoozed(ticket: DeskTicket, now: Date): boolean {
  const snooze = ticket.snooze ?? null;
  if (snooze === null || snooze.until <= now.toISOString()) return false;
  return !ticket.history.some(({ by, at }) => by === 'asker' && at > snooze.since);
}

/** The asker waits for our words: no coach wrote yet, or he reacted to what a coach wrote. */
export function awaitsUs(ticket: Ticket): boolean {
  if (!isOpen(ticket) || ticket.status === 'waiting-for-mentor') return false;
  // Who was reached by phone has heard a coach.
  if (!ticket.coachSpoke) return ((ticket as DeskTicket).called ?? null) === null;
  const last = ticket.history.findLast(({ action }) => action === 'geantwoord' || action === 'reactie');
  return last?.action === 'reactie';
}

/** He waits, and the promise has passed. */
export function isOverdue(ticket: Ticket, now: Date): boolean {
  return awaitsUs(ticket) && ticket.dueAt < now.toISOString();
}

import type { DeskTicket } from '../desk/desk-ticket.js';
import { isOpen, type Ticket, type Watcher } from '../ticket.js';

/** Who waits first for the same answer; null when nobody else does, or nobody waits any more. */
export function firstHeir(ticket: Ticket): Watcher | null {
  if (!isOpen(ticket)) return null;
  return ticket.watchers.find(({ conversation }) => conversation !== ticket.conversation) ?? null;
}

/**
 * Others may wait for the same answer ("ook mijn vraag", or merged by a coach). When the asker of an open question has
 * himself erased, the question goes on for the first of them: in his own words when his ticket was merged into this
 * one, else in the masked wording. Nothing else of the asker is left.
 */
export function heirOf(ticket: DeskTicket, first: Watcher, own: Ticket | null, now: Date): DeskTicket {
  const at = now.toISOString();
  return {
    ...ticket,
    conversation: first.conversation,
    address: first.address,
    question: own?.question ?? ticket.masked,
    masked: own?.masked ?? ticket.masked,
    askerName: own?.askerName ?? null,
    profile: own?.profile ?? {},
    tried: own?.tried ?? ticket.tried,
    callback: own?.callback ?? null,
    attachments: own?.attachments ?? [],
    notes: [],
    // Thanks were for the words of who is gone.
    ...(ticket.learning ? { learning: { ...ticket.learning, owed: null } } : {}),
    watchers: ticket.watchers.filter(({ conversation }) => conversation !== first.conversation),
    updatedAt: at,
    history: [
      ...ticket.history.map((line) => ({ ...line, detail: null })),
      { at, by: 'system', action: 'vrager gewist', detail: null },
    ],
  };
}

import { momentOf } from '../contacts/note-contact.js';
import { changeTicket, withHistory } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { isFree, type DeskTicket } from './desk-ticket.js';
import { firstAnswer } from './reply-to-asker.js';
import { ALREADY } from './texts.js';

export interface Call {
  readonly reached: 'reached' | 'not-reached';
  readonly minutes: number;
  readonly once: string;
}

/** A call to the asker: the minutes count; once he was reached, his wish to be called is fulfilled. Who reaches him has the question, as who replies. */
export function called(deps: DeskDeps, coach: Coach, id: string, call: Call): Promise<DeskTicket> {
  return changeTicket(
    deps,
    id,
    async (ticket, now) => {
      const at = now.toISOString();
      const reached = call.reached === 'reached';
      const held = reached && isFree(ticket) ? taken(ticket, coach, now) : ticket;
      const next: DeskTicket = {
        ...held,
        minutes: ticket.minutes + call.minutes,
        // A next wish to be called stands on its own again.
        ...(reached ? { callback: null, called: { at, by: coach.id, phone: ticket.callback?.phone ?? null } } : {}),
      };
      const detail = `${String(call.minutes)} min`;
      const moment = { coach: coach.name, kind: 'call', minutes: call.minutes, now } as const;
      return {
        ticket: withHistory(next, now, coach.id, reached ? 'gebeld' : 'gebeld, niet bereikt', detail),
        // Nobody at the other end: time spent, but no contact.
        puts: reached ? await momentOf(deps, ticket, moment) : [],
        events: [
          ...(reached ? firstAnswer(ticket, now) : []),
          { type: 'minutes', at, number: ticket.number, minutes: call.minutes, kind: 'called' },
        ],
      };
    },
    { name: call.once, words: `${call.reached} ${String(call.minutes)}`, refusal: ALREADY.called },
  );
}

function taken(ticket: DeskTicket, coach: Coach, now: Date): DeskTicket {
  const claimed = { ...ticket, status: 'claimed', coach: coach.id, since: now.toISOString() } as const;
  return withHistory(claimed, now, coach.id, 'genomen');
}

import { MentorlijnError } from '../errors.js';
import { isOpen } from '../ticket.js';
import { changeTicket, withHistory } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';
import { sayMoment } from './promise.js';
import { receiversOf } from './reply-to-asker.js';
import { notNow } from './ticket-actions.js';
import { ALREADY, PROMISE_TEXTS } from './texts.js';
import { ticketLetter, type TicketLetter } from './ticket-letter.js';

const MAX_DAYS = 30;

export interface LaterPromise {
  readonly until: Date;
  /** Names this change: sent twice, it is told once. */
  readonly once: string;
}

/** A new promise, honestly told to everyone who waits, before the old one is broken or after. */
export function postpone(deps: DeskDeps, coach: Coach, id: string, { until, once }: LaterPromise): Promise<DeskTicket> {
  return changeTicket(
    deps,
    id,
    async (ticket, now) => {
      if (!isOpen(ticket)) throw notNow('Deze vraag is al beantwoord.');
      const days = (until.getTime() - now.getTime()) / 86_400_000;
      if (!(days > 0 && days <= MAX_DAYS))
        throw new MentorlijnError('bad-request', `Kies een moment binnen de ${String(MAX_DAYS)} dagen.`);
      const told = await tellEveryone(deps, ticket, PROMISE_TEXTS.moved(sayMoment(until, now)));
      const moved: DeskTicket = { ...ticket, dueAt: until.toISOString() };
      return {
        ticket: withHistory(moved, now, coach.id, 'belofte verzet', until.toISOString()),
        puts: told.flatMap(({ puts }) => puts),
        appends: told.flatMap(({ appends }) => appends),
        speaksTo: told.map(({ conversation }) => conversation),
      };
    },
    { name: once, words: until.toISOString(), refusal: ALREADY.promised },
  );
}

/** The same words to the asker and every watcher. */
async function tellEveryone(deps: DeskDeps, ticket: DeskTicket, words: string): Promise<readonly TicketLetter[]> {
  const letters = receiversOf(ticket).map(({ conversation }) =>
    ticketLetter(deps, ticket, { to: conversation, words }),
  );
  return (await Promise.all(letters)).filter((letter) => letter !== null);
}

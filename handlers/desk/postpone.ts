import type { Conversation } from '../conversation.js';
import { MentorlijnError } from '../errors.js';
import type { Append, Put } from '../ports.js';
import { appendTalk, putOutbox, waitingSince } from '../records.js';
import { reply, text } from '../reply.js';
import { isOpen } from '../ticket.js';
import { changeTicket, withHistory } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';
import { sayMoment } from './promise.js';
import { receiversOf } from './reply-to-asker.js';
import { notNow } from './ticket-actions.js';
import { ALREADY } from './texts.js';

const MAX_DAYS = 30;
const LATER = 'Je antwoord komt later dan gedacht. Sorry. Je krijgt het ten laatste';

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
      const told = await tellEveryone(deps, ticket, `${LATER} ${sayMoment(until, now)}.`, now);
      const moved: DeskTicket = { ...ticket, dueAt: until.toISOString() };
      return {
        ticket: withHistory(moved, now, coach.id, 'belofte verzet', until.toISOString()),
        puts: told.flatMap(({ put }) => put),
        appends: told.flatMap(({ appends }) => appends),
        speaksTo: told.map(({ conversation }) => conversation),
      };
    },
    { name: once, words: until.toISOString(), refusal: ALREADY.promised },
  );
}

interface Told {
  readonly conversation: DeskTicket['conversation'];
  readonly put: Put;
  readonly appends: readonly Append[];
}

/** The same words to the asker and every watcher who did not say "stop". */
async function tellEveryone(deps: DeskDeps, ticket: DeskTicket, words: string, now: Date): Promise<readonly Told[]> {
  const at = now.toISOString();
  const told = receiversOf(ticket).map(async ({ conversation }): Promise<readonly Told[]> => {
    const known = (await deps.store.get<Conversation>('conversation', conversation))?.body;
    if (!known || known.stopped) return [];
    const letter = {
      conversation,
      address: known.address,
      reply: reply([text(`**Vraag ${String(ticket.number)}**: ${words}`)]),
      ...waitingSince(at),
      ticket: ticket.id,
    } as const;
    const line = { from: 'bot', name: null, text: `Vraag ${String(ticket.number)}: ${words}`, at } as const;
    return [
      { conversation, put: putOutbox(deps.ids.next(), letter, 'absent'), appends: appendTalk(conversation, [line]) },
    ];
  });
  return (await Promise.all(told)).flat();
}

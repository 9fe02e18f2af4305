import { createHash } from 'node:crypto';
import type { TurnEvent } from '../events.js';
import { MentorlijnError } from '../errors.js';
import type { ConversationKey } from '../message.js';
import type { Append, Put } from '../ports.js';
import { appendEvents, putTicket } from '../records.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';
import { knownTicket } from './known-ticket.js';

/** What one action of a coach changes: written together, or not at all. */
export interface TicketChange {
  readonly ticket: DeskTicket;
  readonly puts?: readonly Put[];
  readonly appends?: readonly Append[];
  readonly events?: readonly TurnEvent[];
  /** Conversations that get a message by it. */
  readonly speaksTo?: readonly ConversationKey[];
  /** Other tickets that change with it. */
  readonly alsoChanges?: readonly string[];
}

export type MakeChange = (ticket: DeskTicket, now: Date) => Promise<TicketChange> | TicketChange;

/** Two coaches, or a coach and an asker, may write at once: then we look again at what is there now. */
const MAX_CONFLICTS = 30;
/** One request of a coach: its name, the words or figures it carries, and what is said when others went before. */
export interface Once {
  readonly name: string;
  readonly words: string;
  readonly refusal: string;
  /** What else it asks beside its words; the same words that ask something else are no mere repetition. */
  readonly asks?: string;
  /** What is then still to be done. Throws when it is too late for it. */
  readonly onOther?: MakeChange;
}

/** How long a repeated request is recognised. */
const ONCE_DAYS = 3;

/**
 * Changes a ticket. `change` sees the newest version each time and throws when it is refused (somebody was faster).
 * `once` names the request: a repetition after a broken connection does nothing a second time; one that carries other
 * words or figures is refused, so that nobody believes those were kept. One that asks something else with the same words
 * gets just that.
 */
export async function changeTicket(
  deps: DeskDeps,
  id: string,
  change: MakeChange,
  request?: Once,
): Promise<DeskTicket> {
  const once = request?.name;
  const said = request ? digest(request.words) : null;
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const [found, repeated] = await Promise.all([
      knownTicket(deps.store, id),
      once === undefined ? null : deps.store.get<OnceBody>('token', onceId(id, once)),
    ]);
    if (repeated) {
      if (request && (repeated.body.said ?? said) !== said) throw new MentorlijnError('already-sent', request.refusal);
      if (!request?.onOther || (repeated.body.asks ?? request.asks) === request.asks) return found.ticket;
    }
    const now = deps.clock.now();
    const made = await (repeated && request?.onOther ? request.onOther : change)(found.ticket, now);
    if (made.ticket === found.ticket && made.puts === undefined) return found.ticket;
    const ticket: DeskTicket = { ...made.ticket, updatedAt: now.toISOString() };
    const done = await deps.store.commit({
      puts: [
        putTicket({ ticket, version: found.version }),
        ...(made.puts ?? []),
        ...(request ? [putOnce(id, request, now, repeated?.version ?? 'absent')] : []),
      ],
      appends: [...(made.appends ?? []), ...appendEvents(made.events ?? [])],
    });
    if (!done.ok) continue;
    for (const key of made.speaksTo ?? []) deps.live.publish('outbox', key);
    for (const changed of [id, ...(made.alsoChanges ?? [])]) deps.live.publish('tickets', changed);
    return ticket;
  }
  throw new MentorlijnError('conflict', 'Deze vraag verandert te snel. Probeer het opnieuw.');
}

interface OnceBody {
  readonly at: string;
  /** Of the words it carried; null from a release that did not look at them. */
  readonly said?: string | null;
  /** What else it asked, as it was asked last. */
  readonly asks?: string;
}

const digest = (words: string): string => createHash('sha256').update(words.trim()).digest('hex').slice(0, 32);

const onceId = (ticket: string, once: string): string => `once|${ticket}|${once}`;

function putOnce(ticket: string, { name, words, asks }: Once, now: Date, expect: Put['expect']): Put {
  return {
    kind: 'token',
    id: onceId(ticket, name),
    body: { at: now.toISOString(), said: digest(words), ...(asks === undefined ? {} : { asks }) } satisfies OnceBody,
    expiresAt: new Date(now.getTime() + ONCE_DAYS * 86_400_000).toISOString(),
    expect,
  };
}

/** The ticket with one line more in its history. */
export function withHistory(
  ticket: DeskTicket,
  now: Date,
  by: string,
  action: string,
  detail: string | null = null,
): DeskTicket {
  return { ...ticket, history: [...ticket.history, { at: now.toISOString(), by, action, detail }] };
}

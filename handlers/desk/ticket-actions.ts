import type { Factor, Theme } from '../../knowledge/entry.js';
import { momentOf } from '../contacts/note-contact.js';
import { MentorlijnError } from '../errors.js';
import { labelsEvent } from '../insights/labels-event.js';
import { coachOf, mayBecome, type TicketTags } from '../ticket.js';
import { changeTicket, withHistory } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { isFree, isHeldBy, type DeskTicket } from './desk-ticket.js';
import { ALREADY } from './texts.js';

/** Takes a free ticket. One claim wins. */
export function claim(deps: DeskDeps, coach: Coach, id: string): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) => {
    if (ticket.status === 'claimed' && ticket.coach === coach.id) return { ticket };
    if (!isFree(ticket) && !(ticket.status === 'reopened' && ticket.coach === coach.id)) throw taken(ticket);
    return {
      ticket: withHistory(
        { ...ticket, status: 'claimed', coach: coach.id, since: now.toISOString() },
        now,
        coach.id,
        'genomen',
      ),
    };
  });
}

function taken(ticket: DeskTicket): MentorlijnError {
  if (ticket.status === 'closed')
    return new MentorlijnError('not-possible-now', 'Deze vraag is gesloten. Heropen ze eerst.');
  return new MentorlijnError('already-claimed', 'Een collega heeft deze vraag al genomen.');
}

/** Gives it back to the queue. */
export function release(deps: DeskDeps, coach: Coach, id: string): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) => {
    mustHold(ticket, coach);
    if (ticket.status !== 'claimed' && ticket.status !== 'reopened')
      throw notNow('Je kunt deze vraag nu niet vrijgeven: de mentor is aan zet.');
    return {
      ticket: withHistory(
        { ...ticket, status: 'reopened', coach: null, since: now.toISOString() },
        now,
        coach.id,
        'vrijgegeven',
      ),
    };
  });
}

/** Takes it from a colleague; the page asks first. `from` is who the coach thinks has it. */
export function takeOver(deps: DeskDeps, coach: Coach, id: string, from: string): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) => {
    const holder = coachOf(ticket);
    if (holder === coach.id) return { ticket };
    if (ticket.status === 'new' || ticket.status === 'closed' || holder === null)
      throw notNow('Niemand heeft deze vraag nu: neem ze gewoon.');
    if (holder !== from) throw new MentorlijnError('already-claimed', 'Intussen heeft een andere collega deze vraag.');
    return {
      ticket: withHistory(
        { ...ticket, coach: coach.id, since: now.toISOString() },
        now,
        coach.id,
        'overgenomen',
        holder,
      ),
    };
  });
}

/** For colleagues only: never part of anything that is sent. */
export function addNote(deps: DeskDeps, coach: Coach, id: string, text: string, once?: string): Promise<DeskTicket> {
  return changeTicket(
    deps,
    id,
    (ticket, now) => ({
      ticket: withHistory(
        { ...ticket, notes: [...ticket.notes, { coach: coach.id, text, at: now.toISOString() }] },
        now,
        coach.id,
        'notitie',
      ),
    }),
    once === undefined ? undefined : { name: once, words: text, refusal: ALREADY.said },
  );
}

export function close(deps: DeskDeps, coach: Coach, id: string): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) => {
    if (ticket.status === 'closed') return { ticket };
    if (!isFree(ticket) && ticket.status !== 'answered') mustHold(ticket, coach);
    if (!mayBecome(ticket.status, 'closed')) throw notNow('Deze vraag kan nu niet gesloten worden.');
    const at = now.toISOString();
    return {
      ticket: withHistory(
        { ...ticket, status: 'closed', coach: coachOf(ticket) ?? coach.id, since: at, by: 'coach', snooze: null },
        now,
        coach.id,
        'gesloten',
      ),
      events: [{ type: 'closed', at, number: ticket.number, by: 'coach' }],
    };
  });
}

/** Back to work; it comes back with whoever reopens it. */
export function reopen(deps: DeskDeps, coach: Coach, id: string): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) => {
    if (!mayBecome(ticket.status, 'reopened') || ticket.status === 'claimed')
      throw notNow('Deze vraag is niet gesloten.');
    const { mergedInto } = ticket;
    if (mergedInto !== undefined && mergedInto !== null)
      throw notNow('Deze vraag is samengevoegd met een andere. Werk daar verder.');
    return {
      ticket: withHistory(
        { ...ticket, status: 'reopened', coach: coach.id, since: now.toISOString() },
        now,
        coach.id,
        'heropend',
      ),
    };
  });
}

/** Longest a question may stay out of sight. */
const MAX_SNOOZE_DAYS = 60;

/** Out of sight until then, or until the asker writes. `until: null` brings it back. */
export function snooze(deps: DeskDeps, coach: Coach, id: string, until: Date | null): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) => {
    if (until === null) return { ticket: withHistory({ ...ticket, snooze: null }, now, coach.id, 'terug in beeld') };
    if (ticket.status === 'closed') throw notNow('Een gesloten vraag kun je niet uitstellen.');
    if (until <= now || until.getTime() - now.getTime() > MAX_SNOOZE_DAYS * 86_400_000)
      throw new MentorlijnError('bad-request', `Kies een moment binnen de ${String(MAX_SNOOZE_DAYS)} dagen.`);
    return {
      ticket: withHistory(
        { ...ticket, snooze: { until: until.toISOString(), since: now.toISOString() } },
        now,
        coach.id,
        'uitgesteld',
        until.toISOString(),
      ),
    };
  });
}

export interface NewTags extends Omit<TicketTags, 'theme' | 'factors'> {
  readonly theme: Theme | null;
  readonly factors: readonly Factor[];
}

export function setTags(deps: DeskDeps, coach: Coach, id: string, tags: NewTags): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) =>
    JSON.stringify(ticket.tags) === JSON.stringify(tags)
      ? { ticket }
      : {
          ticket: withHistory({ ...ticket, tags }, now, coach.id, 'labels'),
          events: [labelsEvent(ticket.number, tags, now)],
        },
  );
}

export interface TimeSpent {
  readonly minutes: number;
  readonly kind: 'called' | 'worked';
  /** Names this entry, so that it counts once however often it is sent. */
  readonly once?: string | undefined;
}

/** Time spent, for the firm's statement. A call is noted with it. */
export function addMinutes(
  deps: DeskDeps,
  coach: Coach,
  id: string,
  { minutes, kind: call, once }: TimeSpent,
): Promise<DeskTicket> {
  return changeTicket(
    deps,
    id,
    async (ticket, now) => ({
      ticket: withHistory(
        { ...ticket, minutes: ticket.minutes + minutes },
        now,
        coach.id,
        call === 'called' ? 'gebeld' : 'gewerkt',
        `${String(minutes)} min`,
      ),
      puts: await momentOf(deps, ticket, {
        coach: coach.name,
        kind: call === 'called' ? 'call' : 'work',
        minutes,
        now,
      }),
      events: [{ type: 'minutes', at: now.toISOString(), number: ticket.number, minutes, kind: call }],
    }),
    once === undefined ? undefined : { name: once, words: `${call} ${String(minutes)}`, refusal: ALREADY.worked },
  );
}

/** Colleagues see who has read it. Once per coach. */
export async function markRead(deps: DeskDeps, coach: Coach, id: string): Promise<void> {
  await changeTicket(deps, id, (ticket, now) =>
    ticket.history.some(({ by, action }) => by === coach.id && action === 'gelezen')
      ? { ticket }
      : { ticket: withHistory(ticket, now, coach.id, 'gelezen') },
  );
}

export function mustHold(ticket: DeskTicket, coach: Coach): void {
  if (isHeldBy(ticket, coach.id)) return;
  if (ticket.status === 'closed') throw notNow('Deze vraag is gesloten. Heropen ze eerst.');
  if (isFree(ticket)) throw notNow('Neem deze vraag eerst.');
  throw new MentorlijnError('already-claimed', 'Een collega heeft deze vraag. Neem ze eerst over.');
}

export function notNow(message: string): MentorlijnError {
  return new MentorlijnError('not-possible-now', message);
}

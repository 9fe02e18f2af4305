import type { Factor, Phase, Theme } from '../../knowledge/entry.js';
import type { SignalKind } from '../../knowledge/signals.js';
import type { TurnEvent } from '../events.js';
import type { ChannelName } from '../message.js';
import type { EscalationReason, TicketTags } from '../ticket.js';
import { belgianDay } from '../belgian-day.js';

/** A question that the bot could not answer at once. */
export interface OpenQuestion {
  readonly text: string;
  readonly day: string;
}

/** What one day holds, ready to be added up. */
export interface DayTally {
  /** Counts by name, as in `countName`. */
  readonly counts: Map<string, number>;
  readonly waits: { readonly number: number; readonly minutes: number; readonly late: boolean }[];
  readonly unanswered: OpenQuestion[];
}

/** A ticket as the figures know it: its labels as they now are, and no person. */
export interface TicketFigures {
  readonly number: number;
  /** When it was made; null while only later lines were read. */
  day: string | null;
  theme: Theme | null;
  factors: readonly Factor[];
  reason: EscalationReason | null;
  urgent: SignalKind | null;
  channel: ChannelName | null;
  tags: TicketTags | null;
  /** Day of the newest labels. */
  labelled: string | null;
}

export interface Tallies {
  readonly days: Map<string, DayTally>;
  readonly tickets: Map<number, TicketFigures>;
}

/** The name under which something is counted. */
export function countName(first: string, ...parts: readonly (string | null)[]): string {
  let name = first;
  for (const part of parts) name += part === null ? '|' : `|${part}`;
  return name;
}

/** Moment -> day in Brussels, which only changes with the hour. */
export function dayReader(): (at: string) => string {
  const known = new Map<string, string>();
  return (at) => {
    const hour = at.slice(0, 13);
    const seen = known.get(hour);
    if (seen !== undefined) return seen;
    const day = belgianDay(new Date(at));
    known.set(hour, day);
    return day;
  };
}

/** Adds one event. */
export function addEvent(tallies: Tallies, event: TurnEvent, dayOf: (at: string) => string): void {
  const day = dayOf(event.at);
  const tally = tallyOf(tallies, day);
  const count: Count = (first, ...parts) => {
    const name = countName(first, ...parts);
    tally.counts.set(name, (tally.counts.get(name) ?? 0) + 1);
  };
  switch (event.type) {
    case 'question':
      addQuestion(tally, event, day, count);
      break;
    case 'shown':
      count('picked');
      count('item-shown', event.item);
      addPlace(event.theme, event.phase, event.factors, count);
      break;
    case 'feedback':
      count(event.helped ? 'helped' : 'not-helped');
      count(event.helped ? 'item-helped' : 'item-not-helped', event.item);
      break;
    case 'ticket':
      Object.assign(ticketOf(tallies, event.number), ticketPart(event, day));
      for (const item of event.shown ?? []) count('item-to-coach', item);
      addTicketQuestion(tally, event, day);
      break;
    case 'labels':
      Object.assign(ticketOf(tallies, event.number), { tags: event.tags, labelled: day });
      break;
    case 'first-answer':
      tally.waits.push({ number: event.number, minutes: event.minutes, late: event.late });
      break;
    case 'minutes':
      addMinutes(tally, event.minutes);
      if (event.kind === 'called') count('calls');
      break;
    case 'closed':
      count('closed', event.by);
      break;
    case 'survey':
    case 'survey-answer':
      break;
  }
}

type Count = (first: string, ...parts: readonly (string | null)[]) => void;

function addQuestion(
  tally: DayTally,
  event: Extract<TurnEvent, { type: 'question' }>,
  day: string,
  count: Count,
): void {
  if ((event.role ?? 'question') !== 'question' || event.decision === 'smalltalk') return;
  count('decision', event.decision);
  count('channel', event.channel);
  count('channel-decision', event.channel, event.decision);
  count('language', event.language);
  if (event.urgent !== null) count('urgent', event.urgent);
  if (event.decision === 'answer' && event.item !== null) {
    count('item-shown', event.item);
    addPlace(event.theme, event.phase, event.factors ?? [], count);
  }
  if (event.decision === 'escalate' || event.decision === 'choose') tally.unanswered.push({ text: event.masked, day });
}

/** Reasons by which a question for the coach is one that the knowledge should have answered. */
const GAPS: readonly EscalationReason[] = ['asked', 'unknown', 'none-of-these'];

/** Mostly the bot already noted it when it did not know; what it had refused is new here. */
function addTicketQuestion(tally: DayTally, event: Extract<TurnEvent, { type: 'ticket' }>, day: string): void {
  const { masked: text } = event;
  if (text === undefined || !GAPS.includes(event.reason)) return;
  if (!tally.unanswered.some((known) => known.text === text)) tally.unanswered.push({ text, day });
}

function addPlace(theme: Theme | null, phase: Phase | null, factors: readonly Factor[], count: Count): void {
  count('theme', theme);
  count('theme-phase', theme, phase);
  for (const factor of factors) count('factor', factor);
}

function addMinutes({ counts }: DayTally, minutes: number): void {
  counts.set('minutes', (counts.get('minutes') ?? 0) + minutes);
}

function ticketPart(event: Extract<TurnEvent, { type: 'ticket' }>, day: string): Partial<TicketFigures> {
  const { theme, factors = [], reason, urgent, channel = null } = event;
  return { day, theme, factors, reason, urgent, channel };
}

/** What each log knows of a ticket, put together, oldest log first. */
export function joinTickets(logs: readonly ReadonlyMap<number, TicketFigures>[]): ReadonlyMap<number, TicketFigures> {
  const joined = new Map<number, TicketFigures>();
  for (const tickets of logs)
    for (const [number, part] of tickets) {
      const known = joined.get(number);
      if (!known) joined.set(number, part);
      else {
        const made = part.day === null ? known : part;
        const labelled = part.labelled === null ? known : part;
        joined.set(number, { ...made, tags: labelled.tags, labelled: labelled.labelled });
      }
    }
  return joined;
}

function tallyOf({ days }: Tallies, day: string): DayTally {
  const known = days.get(day) ?? { counts: new Map<string, number>(), waits: [], unanswered: [] };
  days.set(day, known);
  return known;
}

function ticketOf({ tickets }: Tallies, number: number): TicketFigures {
  const known = tickets.get(number) ?? {
    number,
    day: null,
    theme: null,
    factors: [],
    reason: null,
    urgent: null,
    channel: null,
    tags: null,
    labelled: null,
  };
  tickets.set(number, known);
  return known;
}

import type { TurnEvent } from '../events.js';
import type { SurveyTally } from '../survey/survey-tally.js';
import type { DayTally, Tallies, TicketFigures } from './tally.js';

/** One month's log, added up as far as it was read. */
export interface MonthTally extends Tallies {
  readonly surveys: Map<string, SurveyTally>;
  /** The newest real questions of the month, masked, oldest first. */
  asked: string[];
  /** Lines read, and lines that the snapshot in the store holds. */
  read: number;
  kept: number;
}

/** Goes up whenever events are counted another way: what was kept before is then counted anew from the lines. */
export const SNAPSHOT_FORMAT = 2;

/** A month as it lies in the store. Like the events it holds no person. */
export interface Snapshot {
  readonly format: number;
  readonly read: number;
  readonly days: readonly (readonly [
    day: string,
    counts: readonly (readonly [string, number])[],
    waits: DayTally['waits'],
    unanswered: DayTally['unanswered'],
  ])[];
  readonly tickets: readonly TicketFigures[];
  readonly asked: readonly string[];
  readonly surveys: readonly (readonly [id: string, tally: KeptSurvey])[];
}

interface KeptSurvey {
  readonly steps: readonly (readonly [string, number])[];
  readonly counts: readonly (readonly [number, readonly (readonly [number, number])[]])[];
  readonly words: readonly (readonly [number, readonly string[]])[];
}

/** So many are enough to see what a change of the knowledge would do. */
const MOST_ASKED = 500;

/** Remembers what was really asked: no commands, no emergencies. */
export function addAsked(tally: MonthTally, event: TurnEvent): void {
  if (event.type !== 'question' || event.urgent !== null || event.masked === '') return;
  if ((event.role ?? 'question') !== 'question') return;
  tally.asked.push(event.masked);
  if (tally.asked.length >= 2 * MOST_ASKED) tally.asked = tally.asked.slice(-MOST_ASKED);
}

export function emptyMonth(): MonthTally {
  return { days: new Map(), tickets: new Map(), surveys: new Map(), asked: [], read: 0, kept: 0 };
}

export function toSnapshot({ days, tickets, surveys, asked, read }: MonthTally): Snapshot {
  return {
    format: SNAPSHOT_FORMAT,
    read,
    days: [...days].map(([day, { counts, waits, unanswered }]) => [day, [...counts], waits, unanswered]),
    tickets: [...tickets.values()],
    asked: asked.slice(-MOST_ASKED),
    surveys: [...surveys].map(([id, { steps, counts, words }]) => [
      id,
      { steps: [...steps], counts: [...counts].map(([at, given]) => [at, [...given]]), words: [...words] },
    ]),
  };
}

export function fromSnapshot({ days, tickets, surveys, asked, read }: Snapshot): MonthTally {
  return {
    days: new Map(
      days.map(([day, counts, waits, unanswered]) => [
        day,
        { counts: new Map(counts), waits: [...waits], unanswered: [...unanswered] },
      ]),
    ),
    tickets: new Map(tickets.map((ticket) => [ticket.number, { ...ticket }])),
    surveys: new Map(surveys.map(([id, kept]) => [id, toSurvey(kept)])),
    asked: [...asked],
    read,
    kept: read,
  };
}

function toSurvey({ steps, counts, words }: KeptSurvey): SurveyTally {
  return {
    steps: new Map(steps) as SurveyTally['steps'],
    counts: new Map(counts.map(([at, given]) => [at, new Map(given)])),
    words: new Map(words.map(([at, said]) => [at, [...said]])),
  };
}

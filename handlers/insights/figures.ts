import type { ItemId } from '../../knowledge/entry.js';
import type { Counted } from './event-index.js';
import { countName, type DayTally, type OpenQuestion, type TicketFigures } from './tally.js';
import type { Figures, ItemFigures, Period } from './views.js';

/** One period, added up. */
export interface Summed {
  readonly period: Pick<Period, 'from' | 'to'>;
  /** In order; a day may stand twice. */
  readonly days: readonly (readonly [day: string, tally: DayTally])[];
  readonly counts: ReadonlyMap<string, number>;
  /** Tickets made in it. */
  readonly tickets: readonly TicketFigures[];
  /** Tickets whose labels were last set in it, whenever they were made. */
  readonly labelled: readonly TicketFigures[];
  readonly waits: readonly { readonly minutes: number; readonly late: boolean; readonly urgent: boolean }[];
  readonly unanswered: readonly OpenQuestion[];
}

export function sumUp(counted: Pick<Counted, 'days' | 'tickets'>, period: Pick<Period, 'from' | 'to'>): Summed {
  const within = (day: string | null): boolean => day !== null && day >= period.from && day <= period.to;
  const days = counted.days.filter(([day]) => within(day)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const counts = new Map<string, number>();
  for (const [, day] of days) for (const [name, count] of day.counts) counts.set(name, (counts.get(name) ?? 0) + count);
  const tickets = [...counted.tickets.values()];
  return {
    period,
    days,
    counts,
    tickets: tickets.filter(({ day }) => within(day)),
    labelled: tickets.filter(({ labelled }) => within(labelled)),
    waits: days.flatMap(([, { waits }]) =>
      waits.map(({ number, minutes, late }) => ({
        minutes,
        late,
        urgent: (counted.tickets.get(number)?.urgent ?? null) !== null,
      })),
    ),
    unanswered: days.flatMap(([, { unanswered }]) => unanswered),
  };
}

export function countOf(
  { counts }: Pick<Summed, 'counts'>,
  first: string,
  ...name: readonly (string | null)[]
): number {
  return counts.get(countName(first, ...name)) ?? 0;
}

/** Everything counted under a name of two parts: ["web", 12], … */
export function countsUnder({ counts }: Pick<Summed, 'counts'>, first: string): readonly (readonly [string, number])[] {
  const prefix = `${first}|`;
  return [...counts]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, count]) => [name.slice(prefix.length), count]);
}

export function toFigures(summed: Summed): Figures {
  const decided = (decision: string): number => countOf(summed, 'decision', decision);
  const minutes = summed.waits.map((wait) => wait.minutes);
  const questions = ['answer', 'choose', 'escalate', 'decline', 'urgent'].map(decided).reduce((a, b) => a + b, 0);
  return {
    questions,
    direct: decided('answer'),
    choices: decided('choose'),
    picked: countOf(summed, 'picked'),
    unknown: decided('escalate'),
    declined: decided('decline'),
    urgent: decided('urgent'),
    toCoach: summed.tickets.length,
    helped: countOf(summed, 'helped'),
    notHelped: countOf(summed, 'not-helped'),
    firstAnswers: minutes.length,
    medianMinutes: percentile(minutes, 0.5),
    p90Minutes: percentile(minutes, 0.9),
    inTime: summed.waits.filter(({ late }) => !late).length,
    closed: countsUnder(summed, 'closed').reduce((total, [, count]) => total + count, 0),
    coachMinutes: countOf(summed, 'minutes'),
    calls: countOf(summed, 'calls'),
  };
}

/** The value that this share of all values does not pass (nearest rank); null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** How each item did in a period. */
export function itemFigures(summed: Summed): readonly ItemFigures[] {
  const ids = new Set(
    ['item-shown', 'item-helped', 'item-not-helped', 'item-to-coach'].flatMap((name) =>
      countsUnder(summed, name).map(([id]) => id as ItemId),
    ),
  );
  return [...ids].map((item) => ({
    item,
    shown: countOf(summed, 'item-shown', item),
    helped: countOf(summed, 'item-helped', item),
    notHelped: countOf(summed, 'item-not-helped', item),
    toCoach: countOf(summed, 'item-to-coach', item),
  }));
}

/** Part of a whole, 0–1; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

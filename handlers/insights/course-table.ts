import { DateTime } from 'luxon';
import type { Summed } from './figures.js';
import { countName } from './tally.js';
import { COLUMNS } from './texts.js';
import { number, tableOf, text } from './table-of.js';
import type { Table } from './views.js';

/** More steps than these and a chart is unreadable. */
const MOST_DAYS = 45;
const MOST_WEEKS = 27;

type Step = 'day' | 'week' | 'month';

/** Questions over time: a day, a week or a month a row, whichever reads best. */
export function courseTable(summed: Summed): Table {
  const from = DateTime.fromISO(summed.period.from, { zone: 'utc' });
  const to = DateTime.fromISO(summed.period.to, { zone: 'utc' });
  const length = to.diff(from, 'days').days + 1;
  const step: Step = length <= MOST_DAYS ? 'day' : length <= MOST_WEEKS * 7 ? 'week' : 'month';
  const rows: (readonly [string, ...number[]])[] = [];
  for (let at = from.startOf(step); at <= to; at = at.plus({ [step]: 1 }))
    rows.push([label(at, step), ...countsBetween(summed, at, at.plus({ [step]: 1 }))]);
  return tableOf(
    'verloop',
    [
      text(COLUMNS.period),
      number(COLUMNS.questions),
      number('Rechtstreeks'),
      number('Keuze'),
      number('Bot wist het niet'),
      number('Noodsignaal'),
      number('Hoort hier niet'),
      number('Naar de coach'),
    ],
    rows,
  );
}

function label(at: DateTime, step: Step): string {
  const dutch = at.setLocale('nl-BE');
  if (step === 'day') return dutch.toFormat('d/M');
  return step === 'week' ? `week ${String(at.weekNumber)}` : dutch.toFormat('LLL yyyy');
}

const DECISIONS = ['answer', 'choose', 'escalate', 'urgent', 'decline'] as const;

function countsBetween({ days, tickets }: Summed, from: DateTime, before: DateTime): readonly number[] {
  const [first, end] = [from.toISODate() ?? '', before.toISODate() ?? ''];
  const within = (day: string | null): boolean => day !== null && day >= first && day < end;
  const own = days.filter(([day]) => within(day)).map(([, tally]) => tally);
  const decided = DECISIONS.map((decision) =>
    own.reduce((total, { counts }) => total + (counts.get(countName('decision', decision)) ?? 0), 0),
  );
  return [decided.reduce((a, b) => a + b, 0), ...decided, tickets.filter(({ day }) => within(day)).length];
}

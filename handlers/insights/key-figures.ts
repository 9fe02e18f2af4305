import { share } from './figures.js';
import type { TableInput } from './tables.js';
import { COLUMNS, KEY_FIGURES } from './texts.js';
import { number, tableOf, text } from './table-of.js';
import type { Cell, Figures, Table } from './views.js';

/** The first table: every figure beside the period before. Shares stand as whole percents, so that one column holds all. */
export function keyFigures({ figures, figuresBefore, standing }: TableInput): Table {
  const both = ROWS.map(([title, read]): readonly Cell[] => {
    const [now, before] = [read(figures), read(figuresBefore)];
    return [title, now, before, now === null || before === null ? null : round(now - before)];
  });
  const today: readonly (readonly Cell[])[] = [
    [KEY_FIGURES.open, standing.open, null, null],
    [KEY_FIGURES.overdue, standing.overdue, null, null],
    [KEY_FIGURES.reviews, standing.reviewsOverdue, null, null],
  ];
  return tableOf(
    'kerncijfers',
    [text('Cijfer'), number('Deze periode'), number(COLUMNS.before), number('Verschil')],
    [...both, ...today],
  );
}

const percentOf = (part: number, whole: number): number | null => {
  const found = share(part, whole);
  return found === null ? null : round(found * 100);
};
const round = (value: number): number => Math.round(value * 10) / 10;

const ROWS: readonly (readonly [string, (figures: Figures) => number | null])[] = [
  [KEY_FIGURES.questions, ({ questions }) => questions],
  [KEY_FIGURES.direct, ({ direct }) => direct],
  [`${KEY_FIGURES.directShare} (%)`, ({ direct, questions }) => percentOf(direct, questions)],
  [KEY_FIGURES.choices, ({ choices }) => choices],
  [KEY_FIGURES.picked, ({ picked }) => picked],
  [KEY_FIGURES.unknown, ({ unknown }) => unknown],
  [KEY_FIGURES.declined, ({ declined }) => declined],
  [KEY_FIGURES.urgent, ({ urgent }) => urgent],
  [KEY_FIGURES.toCoach, ({ toCoach }) => toCoach],
  [KEY_FIGURES.helped, ({ helped }) => helped],
  [KEY_FIGURES.notHelped, ({ notHelped }) => notHelped],
  [`${KEY_FIGURES.helpedShare} (%)`, ({ helped, notHelped }) => percentOf(helped, helped + notHelped)],
  [KEY_FIGURES.firstAnswers, ({ firstAnswers }) => firstAnswers],
  [`${KEY_FIGURES.median} (minuten)`, ({ medianMinutes }) => medianMinutes],
  [`${KEY_FIGURES.p90} (minuten)`, ({ p90Minutes }) => p90Minutes],
  [KEY_FIGURES.inTime, ({ inTime }) => inTime],
  [`${KEY_FIGURES.inTime} (%)`, ({ inTime, firstAnswers }) => percentOf(inTime, firstAnswers)],
  [KEY_FIGURES.closed, ({ closed }) => closed],
  [KEY_FIGURES.minutes, ({ coachMinutes }) => coachMinutes],
  [KEY_FIGURES.calls, ({ calls }) => calls],
];

import { PHASES, PHASE_TITLES, THEMES, THEME_TITLES, type Theme } from '../../knowledge/entry.js';
import { countOf, type Summed } from './figures.js';
import { countName } from './tally.js';
import { NONE, YEAR_PARTS } from './texts.js';
import { number, tableOf, text } from './table-of.js';
import type { Table, TableName } from './views.js';

type Counted = (theme: Theme | null, column: number) => number;

/** Themes by the phase of the course, and by the moment of the school year. */
export function themeMatrices(summed: Summed): readonly Table[] {
  const phases = [...PHASES, null];
  return [
    matrix('themas-fasen', [...PHASES.map((phase) => PHASE_TITLES[phase]), NONE], (theme, column) =>
      countOf(summed, 'theme-phase', theme, phases[column] ?? null),
    ),
    matrix(
      'themas-schooljaar',
      YEAR_PARTS.map(({ title }) => title),
      (theme, column) => inYearPart(summed, theme, YEAR_PARTS[column]?.months ?? []),
    ),
  ];
}

function matrix(name: TableName, titles: readonly string[], count: Counted): Table {
  const rows = [...THEMES, null]
    .map((theme) => {
      const cells = titles.map((_title, column) => count(theme, column));
      const total = cells.reduce((a, b) => a + b, 0);
      return { title: theme === null ? NONE : THEME_TITLES[theme], cells, total };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
  return tableOf(
    name,
    [text('Thema'), ...titles.map(number), number('Samen')],
    rows.map(({ title, cells, total }) => [title, ...cells, total]),
  );
}

function inYearPart({ days, tickets }: Summed, theme: Theme | null, months: readonly number[]): number {
  const within = (day: string | null): boolean => day !== null && months.includes(Number(day.slice(5, 7)));
  const name = countName('theme', theme);
  let total = tickets.filter((ticket) => within(ticket.day) && (ticket.tags?.theme ?? ticket.theme) === theme).length;
  for (const [day, { counts }] of days) if (within(day)) total += counts.get(name) ?? 0;
  return total;
}

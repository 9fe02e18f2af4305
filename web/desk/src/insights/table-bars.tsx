import type { Table } from '../../../../handlers/insights/views.js';
import { Bars } from './charts/bars.js';
import { Columns } from './charts/columns.js';
import { sayCell } from './table-view.js';

/** Bars of the columns named by place; the figure behind a bar is that of `shown`. */
export function TableBars({
  table,
  parts,
  shown,
  only,
}: {
  readonly table: Table;
  readonly parts: readonly number[];
  readonly shown: readonly number[];
  readonly only?: number;
}) {
  const series = parts.map((place) => table.columns[place]?.title ?? '');
  return (
    <Bars
      {...(parts.length > 1 ? { series } : {})}
      bars={table.rows.slice(0, only).map((row) => ({
        title: String(row[0]),
        parts: parts.map((place) => Number(row[place] ?? 0)),
        shown: shown.map((place) => sayCell(row[place] ?? null, table.columns[place])).join(' · '),
      }))}
    />
  );
}

/** The course of a period: every way a question can end, on top of one another. */
export function CourseChart({ table }: { readonly table: Table }) {
  const places = [2, 3, 4, 5, 6];
  return (
    <Columns
      title={table.title}
      labels={table.rows.map(([label]) => String(label))}
      series={places.map((place) => ({
        title: table.columns[place]?.title ?? '',
        values: table.rows.map((row) => Number(row[place] ?? 0)),
      }))}
    />
  );
}

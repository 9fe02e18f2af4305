import type { Cell, Column, Table } from './views.js';

/** Spreadsheets run a cell that starts with one of these as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const BOM = '\uFEFF';

/** A table as a file that a Belgian spreadsheet opens with a double click: semicolons, comma as decimal sign. */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const lines = [
    columns.map(({ title }) => quote(title)),
    ...rows.map((row) => row.map((cell, at) => write(cell, columns[at]))),
  ];
  return BOM + lines.map((line) => line.join(';')).join('\r\n') + '\r\n';
}

function write(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quote(cell);
  const shown = column?.kind === 'percent' ? Math.round(cell * 1000) / 10 : Math.round(cell * 100) / 100;
  return String(shown).replace('.', ',');
}

function quote(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { TABLE_TEXTS } from './texts.js';
import type { Cell, Column, Table, TableName } from './views.js';

/** A table with its title and reading note. */
export function tableOf(name: TableName, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const [title, note] = TABLE_TEXTS[name];
  return { name, title, note, columns, rows };
}

export const text = (title: string): Column => ({ title, kind: 'text' });
export const number = (title: string): Column => ({ title, kind: 'number' });
export const percent = (title: string): Column => ({ title, kind: 'percent' });

import type { ItemId, Theme } from '../../knowledge/entry.js';

/** What Inzichten shows: shapes and lists only, shared with the page. */

export const PERIOD_KINDS = ['week', 'month', 'school-year', 'free'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface Period {
  readonly kind: PeriodKind;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Today falls in it, and it goes on. */
  readonly running: boolean;
}

/** Numbers of one period. `null` where nothing was measured. */
export interface Figures {
  readonly questions: number;
  readonly direct: number;
  readonly choices: number;
  /** Choices of which one was picked. */
  readonly picked: number;
  readonly unknown: number;
  readonly declined: number;
  readonly urgent: number;
  readonly toCoach: number;
  readonly helped: number;
  readonly notHelped: number;
  readonly firstAnswers: number;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  readonly inTime: number;
  readonly closed: number;
  readonly coachMinutes: number;
  readonly calls: number;
}

/** How things stand at this moment. */
export interface Standing {
  readonly open: number;
  readonly overdue: number;
  readonly urgentOpen: number;
  readonly reviewsOverdue: number;
}

export type Cell = string | number | null;
export type ColumnKind = 'text' | 'number' | 'percent' | 'minutes' | 'date';

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** Everything on the page and in the files is a table; a chart only draws one. */
export interface Table {
  readonly name: TableName;
  readonly title: string;
  /** How to read it, in one line. */
  readonly note: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export const TABLES = [
  'kerncijfers',
  'verloop',
  'themas',
  'themas-fasen',
  'themas-schooljaar',
  'factoren',
  'oorzaken',
  'steun',
  'bereik',
  'kanalen',
  'talen',
  'noodsignalen',
  'redenen',
  'belofte',
  'ingangen',
  'onbeantwoord',
  'signalen',
  'nazicht',
] as const;
export type TableName = (typeof TABLES)[number];

/** Questions that nobody answered, alike enough to need one entry. */
export interface UnansweredGroup {
  /** The plainest of them. Masked. */
  readonly example: string;
  readonly others: readonly string[];
  readonly count: number;
  /** ISO date of the newest. */
  readonly last: string;
  readonly theme: Theme | null;
}

/** How an entry, term or checklist does. */
export interface ItemFigures {
  readonly item: ItemId;
  readonly shown: number;
  readonly helped: number;
  readonly notHelped: number;
  readonly toCoach: number;
}

/** An entry that mentors read without being helped. */
export interface WeakItem extends ItemFigures {
  readonly title: string;
}

export interface Insights {
  readonly period: Period;
  readonly previous: Period;
  readonly figures: Figures;
  readonly before: Figures;
  readonly standing: Standing;
  readonly tables: readonly Table[];
  readonly unanswered: readonly UnansweredGroup[];
  readonly weak: readonly WeakItem[];
}

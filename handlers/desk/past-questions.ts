import { setImmediate as rest } from 'node:timers/promises';
import type { Store, StoredRecord } from '../ports.js';
import type { DeskTicket } from './desk-ticket.js';

/** Rows of one page. */
export const PAGE = 200;
/** So many are looked through for one page before the page is given as it is, with the place to go on from. */
const MOST_LOOKED_AT = 2_000;

export type PastView = 'answered' | 'closed';

export interface PastPage {
  readonly tickets: readonly DeskTicket[];
  /** Where the next page begins; null when there is none. */
  readonly next: string | null;
}

/**
 * Answered or closed questions that pass a filter, the latest promise first. However many there are, each is found by
 * going on from page to page; a rare one costs a few short pages, never one long wait for everybody.
 */
export async function readPast(
  store: Store,
  view: PastView,
  { after, passes }: { readonly after: string | null; readonly passes: (ticket: DeskTicket) => boolean },
): Promise<PastPage> {
  const found: DeskTicket[] = [];
  let next = after;
  for (let looked = 0; looked < MOST_LOOKED_AT && found.length < PAGE;) {
    const rows = await readOn(store, view, next);
    next = rows.length === 0 ? null : (valueOf(rows.at(-1)) ?? null);
    if (next === null) break;
    looked += rows.length;
    found.push(...rows.map(({ body }) => body).filter(passes));
    await rest();
  }
  return { tickets: found, next: next !== null && (await isMore(store, view, next)) ? next : null };
}

/** A page of the index, completed with every question of the same promise as its last: the next begins below it. */
async function readOn(
  store: Store,
  view: PastView,
  after: string | null,
): Promise<readonly StoredRecord<DeskTicket>[]> {
  const rows = await store.query<DeskTicket>(below(view, after, PAGE));
  const last = valueOf(rows.at(-1));
  if (rows.length < PAGE || last === undefined) return rows;
  const alike = await store.query<DeskTicket>({ kind: 'ticket', index: 'status', prefix: last, order: 'desc' });
  const read = new Set(rows.map(({ id }) => id));
  return [...rows, ...alike.filter(({ id }) => !read.has(id))];
}

async function isMore(store: Store, view: PastView, next: string): Promise<boolean> {
  return (await store.query(below(view, next, 1))).length > 0;
}

function below(view: PastView, after: string | null, limit: number) {
  const to = after === null ? {} : { to: after };
  return { kind: 'ticket', index: 'status', prefix: `${view}|`, order: 'desc', limit, ...to } as const;
}

function valueOf(row: StoredRecord | undefined): string | undefined {
  return row?.indexes.status;
}

import type { Phase } from '../../knowledge/entry.js';
import type { Library } from '../../knowledge/library.js';
import { MentorlijnError } from '../errors.js';
import type { Query, Store } from '../ports.js';
import { coachOf, isOpen, type Ticket } from '../ticket.js';
import { looksAfter } from './absence.js';
import { listCoaches } from './accounts.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { awaitsUs, isFree, isOverdue, isSnoozed, type DeskTicket } from './desk-ticket.js';
import { PAGE, readPast, type PastView } from './past-questions.js';
import { VIEWS, type Queue, type QueueFilter, type QueueRow, type ViewName } from './views.js';
import { beginningOf } from '../turn/excerpt.js';

/** More open questions than this and the desk has another problem. */
const MAX_OPEN = 5_000;

/** Which part of a view is wanted: so many pages of open questions, or what comes after a place in the past. */
export interface QueuePart {
  readonly pages?: number | undefined;
  readonly after?: string | undefined;
}

/** A view of the queue: its rows by promise, and how many each view holds. */
export async function readQueue(
  deps: Pick<DeskDeps, 'store' | 'clock' | 'knowledge'>,
  coach: Coach,
  view: ViewName,
  wanted: QueueFilter & QueuePart = {},
): Promise<Queue> {
  const now = deps.clock.now();
  const { library } = deps.knowledge.current();
  const fits = (ticket: DeskTicket): boolean => passes(ticket, wanted, library);
  const [open, answered, closed, failed, past, coaches] = await Promise.all([
    tickets(deps.store, { kind: 'ticket', index: 'open', limit: MAX_OPEN }),
    deps.store.count({ kind: 'ticket', index: 'status', prefix: 'answered|' }),
    deps.store.count({ kind: 'ticket', index: 'status', prefix: 'closed|' }),
    deps.store.count({ kind: 'outbox', index: 'failed' }),
    isPast(view) ? readPast(deps.store, view, { after: placeIn(view, wanted.after), passes: fits }) : null,
    listCoaches(deps),
  ]);
  const mine = looksAfter(coach, coaches, now);
  const inView = (name: ViewName): readonly DeskTicket[] => open.filter((ticket) => belongsTo(name, ticket, mine, now));
  const counts = Object.fromEntries(
    VIEWS.map((name) => [name, name === 'answered' ? answered : name === 'closed' ? closed : inView(name).length]),
  ) as Queue['counts'];
  const chosen = past ? [...past.tickets].sort(byNewest) : [...inView(view)].sort(byPromise).filter(fits);
  const shown = past ? chosen : chosen.slice(0, PAGE * (wanted.pages ?? 1));
  return {
    view,
    rows: shown.map((ticket) => ({
      ...toRow(ticket, now),
      forAbsent: coachOf(ticket) !== coach.id && mine.has(coachOf(ticket) ?? ''),
    })),
    schools: schoolsOf([...open, ...(past?.tickets ?? [])]),
    counts,
    more: past ? past.next !== null : shown.length < chosen.length,
    next: past?.next ?? null,
    failed,
  };
}

function isPast(view: ViewName): view is PastView {
  return view === 'answered' || view === 'closed';
}

/** A place of another view is no place in this one. */
function placeIn(view: PastView, after: string | undefined): string | null {
  if (after === undefined) return null;
  if (!after.startsWith(`${view}|`)) throw new MentorlijnError('bad-request', 'Deze bladzijde bestaat niet.');
  return after;
}

function schoolsOf(all: readonly DeskTicket[]): readonly string[] {
  return [...new Set(all.flatMap(({ school }) => school ?? []))].sort((a, b) => a.localeCompare(b, 'nl'));
}

async function tickets(store: Store, query: Query): Promise<readonly DeskTicket[]> {
  return (await store.query<DeskTicket>(query)).map(({ body }) => body);
}

/** Whether an open ticket is in a view; `mine` names the coaches whose questions are the viewer's to answer. Snoozed ones only show where everything shows, and when they are urgent. */
export function belongsTo(view: ViewName, ticket: DeskTicket, mine: ReadonlySet<string>, now: Date): boolean {
  if (!isOpen(ticket)) return false;
  const awake = !isSnoozed(ticket, now);
  switch (view) {
    case 'new':
      return awake && isFree(ticket);
    case 'mine':
      return awake && mine.has(coachOf(ticket) ?? '') && ticket.status !== 'waiting-for-mentor';
    case 'waiting':
      return awake && ticket.status === 'waiting-for-mentor';
    case 'overdue':
      return isOverdue(ticket, now);
    case 'urgent':
      return ticket.urgency !== null;
    case 'snoozed':
      return !awake;
    case 'open':
      return true;
    case 'answered':
    case 'closed':
      return false;
  }
}

function byPromise(a: Ticket, b: Ticket): number {
  const urgent = Number(b.urgency !== null) - Number(a.urgency !== null);
  return urgent || compare(a.dueAt, b.dueAt) || a.number - b.number;
}

function byNewest(a: Ticket, b: Ticket): number {
  return compare(b.updatedAt, a.updatedAt) || b.number - a.number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function passes(ticket: DeskTicket, filter: QueueFilter, library: Library): boolean {
  return (
    (filter.theme === undefined || ticket.tags.theme === filter.theme) &&
    (filter.school === undefined || ticket.school === filter.school) &&
    (filter.channel === undefined || ticket.address.channel === filter.channel) &&
    (filter.phase === undefined || phasesOf(ticket, library).includes(filter.phase))
  );
}

/** The phases of the entry that came closest to the question. */
function phasesOf(ticket: Pick<Ticket, 'tried'>, library: Library): readonly Phase[] {
  const best = ticket.tried[0] ? library.items.get(ticket.tried[0].id) : undefined;
  return best && best.kind !== 'term' ? best.phase : [];
}

const EXCERPT = 140;

export function toRow(ticket: DeskTicket, now: Date): QueueRow {
  return {
    id: ticket.id,
    number: ticket.number,
    status: ticket.status,
    coach: coachOf(ticket),
    askerName: ticket.askerName,
    channel: ticket.address.channel,
    excerpt: beginningOf(ticket.question, EXCERPT),
    theme: ticket.tags.theme,
    urgency: ticket.urgency,
    dueAt: ticket.dueAt,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    overdue: isOverdue(ticket, now),
    coachSpoke: ticket.coachSpoke,
    awaitsUs: awaitsUs(ticket),
    callback: ticket.callback !== null,
    watchers: ticket.watchers.length,
    school: ticket.school ?? null,
    forAbsent: false,
    snoozedUntil: isSnoozed(ticket, now) ? (ticket.snooze?.until ?? null) : null,
  };
}

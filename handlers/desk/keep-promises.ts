import type { SignalKind } from '../../knowledge/signals.js';
import type { Put } from '../ports.js';
import { getTicket } from '../records.js';
import { coachOf } from '../ticket.js';
import type { DeskDeps } from './desk-deps.js';
import { whoAnswersFor } from './absence.js';
import { listCoaches } from './accounts.js';
import type { Coach } from './coach.js';
import { awaitsUs, isFree, type DeskTicket } from './desk-ticket.js';
import { isOpenAt } from './promise.js';
import { PROMISE_TEXTS } from './texts.js';
import { ticketLetter, type TicketLetter } from './ticket-letter.js';

/** What coaches are told of a ticket, so that no promise is forgotten. */
export type AlertKind = 'urgent-new' | 'urgent-untaken' | 'due-soon' | 'overdue';

export interface Alert {
  readonly kind: AlertKind;
  readonly ticket: string;
  readonly number: number;
  readonly urgency: SignalKind | null;
  readonly dueAt: string;
  /** Who has it, or stands in for him; null tells everybody. */
  readonly coach: string | null;
  /** His address. */
  readonly email: string | null;
}

/** How coaches hear of it: by mail, in a Teams channel. Never holds the asker's words. */
export interface Notifier {
  /** `already` names the ways in which it was told before. Throws `PartlyTold` when some ways went and others did not. */
  notify(alert: Alert, already?: readonly string[]): Promise<void>;
}

/** Told in some ways, not in all: only the rest is tried again. */
export class PartlyTold extends Error {
  override readonly name = 'PartlyTold';
  constructor(
    readonly ways: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`told in ${String(ways.length)} ways, not in all`, options);
  }
}

const SOON_MINUTES = 60;
const UNTAKEN_MINUTES = 5;
const KEEP_DAYS = 30;

/**
 * Looks after every open promise; called every half minute or so, by any number of processes. Each alert goes out
 * once. Returns those that went out now.
 */
export async function keepPromises(deps: DeskDeps, notifier: Notifier): Promise<readonly Alert[]> {
  const now = deps.clock.now();
  const open = await deps.store.query<DeskTicket>({ kind: 'ticket', index: 'open', limit: 5_000 });
  const due = open.flatMap(({ body }) => alertsFor(body, now, isOpenAt(now, deps.rules)));
  if (due.length === 0) return [];
  const coaches = await listCoaches(deps);
  const told: Alert[] = [];
  for (const alert of due.map((one) => addressed(one, coaches, now))) {
    const raised = await raise(deps, alert, now);
    if (raised && (await tell(deps, notifier, alert, raised))) told.push(alert);
  }
  return told;
}

/** Whoever is away hears nothing: his stand-in does, or else everybody. */
function addressed(alert: Alert, coaches: readonly Coach[], now: Date): Alert {
  const coach = alert.coach === null ? null : whoAnswersFor(alert.coach, coaches, now);
  return { ...alert, coach, email: coaches.find(({ id }) => id === coach)?.email ?? null };
}

/** Said, and written down that it was said; what could not be said is tried again when its lease is over. */
async function tell(deps: DeskDeps, notifier: Notifier, alert: Alert, raised: RaisedRecord): Promise<boolean> {
  try {
    await notifier.notify(alert, raised.body.ways);
  } catch (error) {
    if (error instanceof PartlyTold) await keepWays(deps, raised, error.ways);
    deps.log.error('alert-failed', error, { kind: alert.kind, number: alert.number, tries: raised.body.tries });
    return false;
  }
  await deps.store.commit({ puts: [putRaised(raised.id, { ...raised.body, told: true }, raised.version)] });
  return true;
}

/** What is due to be said of a ticket now. Pure. */
function alertsFor(ticket: DeskTicket, now: Date, deskIsOpen: boolean): readonly Alert[] {
  if (!awaitsUs(ticket)) return [];
  const minutesLeft = (Date.parse(ticket.dueAt) - now.getTime()) / 60_000;
  const age = (now.getTime() - Date.parse(ticket.createdAt)) / 60_000;
  const urgent = ticket.urgency !== null;
  const kinds: readonly (readonly [AlertKind, boolean])[] = [
    ['urgent-new', urgent],
    ['urgent-untaken', urgent && isFree(ticket) && deskIsOpen && age >= UNTAKEN_MINUTES],
    ['due-soon', deskIsOpen && minutesLeft > 0 && minutesLeft <= SOON_MINUTES && !urgent],
    ['overdue', minutesLeft < 0],
  ];
  const { id, number, urgency, dueAt } = ticket;
  return kinds
    .filter(([, holds]) => holds)
    .map(([kind]) => ({ kind, ticket: id, number, urgency, dueAt, coach: coachOf(ticket), email: null }));
}

/** A lost race is no harm: then it is told once too often rather than once too little. */
async function keepWays(deps: DeskDeps, raised: RaisedRecord, ways: readonly string[]): Promise<void> {
  await deps.store.commit({ puts: [putRaised(raised.id, { ...raised.body, ways }, raised.version)] });
}

/** How far the saying of an alert got. */
interface Raised {
  readonly at: string;
  readonly told: boolean;
  readonly tries: number;
  readonly ways: readonly string[];
}
interface RaisedRecord {
  readonly id: string;
  readonly version: number;
  readonly body: Raised;
}

/** An alert that was not said within this time is tried again, here or by another process. */
const LEASE_MS = 60_000;
const MAX_TRIES = 60;

/**
 * Written down before it is said, so that of all processes one says it. A late answer is told to the asker with it.
 * Null when it has been said, or is being said elsewhere.
 */
async function raise(deps: DeskDeps, alert: Alert, now: Date): Promise<RaisedRecord | null> {
  const id = alertId(alert);
  const before = await deps.store.get<Raised>('token', id);
  if (before && !isDueAgain(before.body, now)) return null;
  const body: Raised = {
    at: now.toISOString(),
    told: false,
    tries: (before?.body.tries ?? 0) + 1,
    ways: before?.body.ways ?? [],
  };
  const apology = alert.kind === 'overdue' && !before ? await tellAsker(deps, alert.ticket) : null;
  const done = await deps.store.commit({
    puts: [putRaised(id, body, before?.version ?? 'absent'), ...(apology?.puts ?? [])],
    ...(apology ? { appends: apology.appends } : {}),
  });
  if (!done.ok) return null;
  if (apology) deps.live.publish('outbox', apology.conversation);
  deps.live.publish('tickets', alert.ticket);
  return { id, version: (before?.version ?? 0) + 1, body };
}

function isDueAgain({ at, told, tries }: Raised, now: Date): boolean {
  return !told && tries < MAX_TRIES && now.getTime() - Date.parse(at) > LEASE_MS;
}

/** A promise that was moved is watched anew. */
function alertId({ ticket, kind, dueAt }: Alert): string {
  return `alert|${ticket}|${kind}${kind === 'due-soon' || kind === 'overdue' ? `|${dueAt}` : ''}`;
}

function putRaised(id: string, body: Raised, expect: Put['expect']): Put {
  const expiresAt = new Date(Date.parse(body.at) + KEEP_DAYS * 86_400_000).toISOString();
  return { kind: 'token', id, body, expiresAt, expect };
}

async function tellAsker(deps: DeskDeps, id: string): Promise<TicketLetter | null> {
  const found = await getTicket(deps.store, id);
  if (!found) return null;
  const { ticket } = found;
  return ticketLetter(deps, ticket, { to: ticket.conversation, words: PROMISE_TEXTS.broken });
}

import type { SignalKind } from '../../knowledge/signals.js';
import type { Conversation } from '../conversation.js';
import type { Put, Store } from '../ports.js';
import { appendTalk, putOutbox } from '../records.js';
import { reply, text } from '../reply.js';
import { coachOf } from '../ticket.js';
import type { DeskDeps } from './desk-deps.js';
import { isFree, type DeskTicket } from './desk-ticket.js';
import { isOpenAt } from './promise.js';

/** What coaches are told of a ticket, so that no promise is forgotten. */
export const ALERTS = ['urgent-new', 'urgent-untaken', 'due-soon', 'overdue'] as const;
export type AlertKind = (typeof ALERTS)[number];

export interface Alert {
  readonly kind: AlertKind;
  readonly ticket: string;
  readonly number: number;
  readonly urgency: SignalKind | null;
  readonly dueAt: string;
  /** Who has it; null tells everybody. */
  readonly coach: string | null;
}

/** How coaches hear of it: by mail, in a Teams channel. Never holds the asker's words. */
export interface Notifier {
  notify(alert: Alert): Promise<void>;
}

const SOON_MINUTES = 60;
const UNTAKEN_MINUTES = 5;
const KEEP_DAYS = 30;
const LATE_TEXT =
  'Je antwoord laat langer op zich wachten dan beloofd. Sorry. Een coach bekijkt je vraag zo snel mogelijk; je hoeft niets te doen.';

/**
 * Looks after every open promise; called every half minute or so, by any number of processes. Each alert goes out
 * once. Returns those that went out now.
 */
export async function keepPromises(deps: DeskDeps, notifier: Notifier): Promise<readonly Alert[]> {
  const now = deps.clock.now();
  const open = await deps.store.query<DeskTicket>({ kind: 'ticket', index: 'open', limit: 5_000 });
  const due = open.flatMap(({ body }) => alertsFor(body, now, isOpenAt(now, deps.rules)));
  const raised: Alert[] = [];
  for (const alert of due) if (await raise(deps, alert, now)) raised.push(alert);
  for (const alert of raised) {
    await notifier.notify(alert).catch((error: unknown) => {
      deps.log.error('alert-failed', error, { kind: alert.kind, number: alert.number });
    });
  }
  return raised;
}

/** What is due to be said of a ticket now. Pure. */
export function alertsFor(ticket: DeskTicket, now: Date, deskIsOpen: boolean): readonly Alert[] {
  const waits = !ticket.coachSpoke && ticket.status !== 'closed' && ticket.status !== 'answered';
  if (!waits) return [];
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
    .map(([kind]) => ({ kind, ticket: id, number, urgency, dueAt, coach: coachOf(ticket) }));
}

/** Written down before it is said, so that of all processes one says it. A late answer is told to the asker with it. */
async function raise(deps: DeskDeps, alert: Alert, now: Date): Promise<boolean> {
  const id = `alert|${alert.ticket}|${alert.kind}`;
  if (await deps.store.get('token', id)) return false;
  const expiresAt = new Date(now.getTime() + KEEP_DAYS * 86_400_000).toISOString();
  const once: Put = { kind: 'token', id, body: { at: now.toISOString() }, expiresAt, expect: 'absent' };
  const apology = alert.kind === 'overdue' ? await tellAsker(deps, alert.ticket, now) : null;
  const done = await deps.store.commit({
    puts: [once, ...(apology?.puts ?? [])],
    ...(apology ? { appends: apology.appends } : {}),
  });
  if (!done.ok) return false;
  if (apology) deps.live.publish('outbox', apology.to);
  deps.live.publish('tickets', alert.ticket);
  return true;
}

async function tellAsker(deps: DeskDeps, id: string, now: Date) {
  const ticket = (await deps.store.get<DeskTicket>('ticket', id))?.body;
  const conversation = ticket ? await conversationOf(deps.store, ticket) : null;
  // Who said "stop" only hears an answer.
  if (!ticket || !conversation || conversation.stopped) return null;
  const at = now.toISOString();
  const words = `**Vraag ${String(ticket.number)}**: ${LATE_TEXT}`;
  const letter = {
    conversation: ticket.conversation,
    address: conversation.address,
    reply: reply([text(words)]),
    state: 'waiting',
    attempts: 0,
    dueAt: at,
    createdAt: at,
    ticket: ticket.id,
    failure: null,
  } as const;
  return {
    to: ticket.conversation,
    puts: [putOutbox(deps.ids.next(), letter, 'absent')],
    appends: appendTalk(ticket.conversation, [
      { from: 'bot', name: null, text: `Vraag ${String(ticket.number)}: ${LATE_TEXT}`, at },
    ]),
  };
}

async function conversationOf(store: Store, ticket: DeskTicket): Promise<Conversation | null> {
  return (await store.get<Conversation>('conversation', ticket.conversation))?.body ?? null;
}

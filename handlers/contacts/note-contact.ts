import type { Coach } from '../desk/coach.js';
import type { DeskDeps } from '../desk/desk-deps.js';
import type { DeskTicket } from '../desk/desk-ticket.js';
import { ALREADY } from '../desk/texts.js';
import { MentorlijnError } from '../errors.js';
import { belgianDay } from '../belgian-day.js';
import { schoolYearOf } from '../insights/period.js';
import type { Put } from '../ports.js';
import { getTicket } from '../records.js';
import { addMoments, contactId, getContactLog, logsOf, putContactLog, type Mentor } from './contact-log.js';
import { CONTACT_TEXTS } from './texts.js';
import type { ContactKind, ContactLog, ContactMoment, NOTED_KINDS } from './views.js';

/** The write for something a coach did in a ticket: an answer, a call, time spent. */
export function momentOf(
  deps: Pick<DeskDeps, 'store' | 'ids'>,
  ticket: DeskTicket,
  done: { readonly coach: string; readonly kind: ContactKind; readonly minutes: number; readonly now: Date },
  mentor: Mentor = ticket,
): Promise<readonly Put[]> {
  const { coach, kind, minutes, now } = done;
  const moment: ContactMoment = {
    id: deps.ids.next(),
    at: now.toISOString(),
    kind,
    minutes,
    ticket: ticket.number,
    theme: ticket.tags.theme,
    remark: null,
    coach,
  };
  return addMoments(deps.store, mentor, [moment]);
}

export interface Noted {
  readonly kind: (typeof NOTED_KINDS)[number];
  /** ISO date. */
  readonly day: string;
  readonly minutes: number;
  readonly remark: string | null;
  /** Names the request: sent twice, it is noted once. */
  readonly once: string;
}

/** Where a moment is noted: in a log that exists, or for the mentor of a ticket. */
export type NotedFor = { readonly log: string } | { readonly ticket: string };

const MAX_CONFLICTS = 20;

/** A visit, a training day, a meeting: what happened outside the helpline. Returns the log's id. */
export async function noteContact(deps: DeskDeps, coach: Coach, where: NotedFor, noted: Noted): Promise<string> {
  const today = belgianDay(deps.clock.now());
  if (noted.day > today) throw new MentorlijnError('bad-request', CONTACT_TEXTS.wrongDay);
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const mentor = await mentorOf(deps, where);
    const id = contactId(mentor.conversation, schoolYearOf(noted.day));
    const made = toMoment(coach, noted);
    const puts = await addMoments(deps.store, mentor, [made]);
    // After what we build upon was read: one that comes in between is either seen here, or refuses our commit.
    const before = await momentNamed(deps, mentor, noted.once);
    if (before && figuresOf(before) !== figuresOf(made)) throw new MentorlijnError('already-sent', ALREADY.noted);
    if (before) return id;
    if ((await deps.store.commit({ puts })).ok) return id;
  }
  throw new MentorlijnError('conflict', CONTACT_TEXTS.changing);
}

/** By the name of its request, in whichever year. */
async function momentNamed({ store }: DeskDeps, { conversation }: Mentor, once: string): Promise<ContactMoment | null> {
  const logs = await logsOf(store, { conversation, year: '' });
  return logs.flatMap(({ body }) => body.moments).find(({ id }) => id === once) ?? null;
}

const figuresOf = ({ kind, at, minutes, remark }: ContactMoment): string => JSON.stringify([kind, at, minutes, remark]);

function toMoment({ name }: Coach, { kind, day, minutes, remark, once }: Noted): ContactMoment {
  // Noon in Brussels is the same day everywhere we count.
  return { id: once, at: `${day}T11:00:00.000Z`, kind, minutes, ticket: null, theme: null, remark, coach: name };
}

async function mentorOf({ store }: DeskDeps, where: NotedFor): Promise<Mentor> {
  if ('ticket' in where) {
    const found = await getTicket(store, where.ticket);
    if (!found) throw new MentorlijnError('not-found', CONTACT_TEXTS.noLog);
    if (!(await store.get('conversation', found.ticket.conversation)))
      throw new MentorlijnError('gone', CONTACT_TEXTS.erased);
    return found.ticket;
  }
  const found = await getContactLog(store, where.log);
  if (!found) throw new MentorlijnError('not-found', CONTACT_TEXTS.noLog);
  const { conversation, channel, name } = found.body;
  return { conversation, address: { channel }, askerName: name };
}

/** Takes away what a coach noted by hand; what the helpline itself recorded stays. */
export async function dropContact(deps: DeskDeps, id: string, moment: string): Promise<void> {
  const asked = await getContactLog(deps.store, id);
  const all = asked ? await logsOf(deps.store, asked.body) : [];
  const holder = all.find(({ body }) => body.moments.some((one) => one.id === moment))?.id ?? id;
  await changeLog(deps, holder, (log) => {
    const found = log.moments.find((one) => one.id === moment);
    if (!found) throw new MentorlijnError('not-found', CONTACT_TEXTS.noMoment);
    if (found.ticket !== null) throw new MentorlijnError('not-possible-now', CONTACT_TEXTS.onlyNoted);
    return { ...log, moments: log.moments.filter((one) => one.id !== moment) };
  });
}

/** Mentor and firm as they stand on the statement. */
export async function labelContacts(deps: DeskDeps, id: string, label: string | null): Promise<void> {
  await changeLog(deps, id, (log) => ({ ...log, label }));
}

async function changeLog(deps: DeskDeps, id: string, change: (log: ContactLog) => ContactLog): Promise<void> {
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const found = await getContactLog(deps.store, id);
    if (!found) throw new MentorlijnError('not-found', CONTACT_TEXTS.noLog);
    if ((await deps.store.commit({ puts: [putContactLog(change(found.body), found.version, id)] })).ok) return;
  }
  throw new MentorlijnError('conflict', CONTACT_TEXTS.changing);
}

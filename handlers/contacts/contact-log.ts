import { createHash } from 'node:crypto';
import { belgianDay } from '../belgian-day.js';
import { schoolYearOf } from '../insights/period.js';
import type { Address, ConversationKey } from '../message.js';
import type { Put, Store, StoredRecord } from '../ports.js';
import type { ContactLog, ContactMoment, ContactTotals } from './views.js';

/** Kept so long after the school year, for who asks for a statement afterwards. */
export const KEEP_YEARS = 2;

/** Whose log it is. */
export interface Mentor {
  readonly conversation: ConversationKey;
  readonly address: Pick<Address, 'channel'>;
  readonly askerName: string | null;
}

/** Id of a mentor's log of a year: says nothing of the person, and is the same on every process. */
export function contactId(conversation: ConversationKey, year: string): string {
  return createHash('sha256').update(`contact|${conversation}|${year}`).digest('base64url').slice(0, 22);
}

export async function getContactLog(store: Store, id: string): Promise<StoredRecord<ContactLog> | null> {
  return store.get<ContactLog>('contact', id);
}

/** Every log of a mentor in a year: two, when he wrote on two channels before he joined them. */
export function logsOf(
  store: Store,
  { conversation, year }: Pick<ContactLog, 'conversation' | 'year'>,
): Promise<readonly StoredRecord<ContactLog>[]> {
  return store.query<ContactLog>({ kind: 'contact', index: 'conversation', prefix: `${conversation}|${year}` });
}

/** Logs of one mentor and year as one. */
export function joinLogs(logs: readonly ContactLog[]): ContactLog | null {
  const [first, ...more] = logs;
  if (!first) return null;
  return more.reduce(
    (joined, log) => ({
      ...joined,
      name: joined.name ?? log.name,
      label: joined.label ?? log.label,
      moments: [...joined.moments, ...log.moments].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    }),
    first,
  );
}

/** The write that adds moments to a mentor's log; part of the commit of what happened. */
export async function addMoments(
  store: Store,
  mentor: Mentor,
  moments: readonly ContactMoment[],
): Promise<readonly Put[]> {
  const [first] = moments;
  if (!first) return [];
  const year = schoolYearOf(belgianDay(new Date(first.at)));
  const found = await getContactLog(store, contactId(mentor.conversation, year));
  const log = found?.body ?? newLog(mentor, year);
  const all = [...log.moments, ...moments].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [putContactLog({ ...log, name: mentor.askerName ?? log.name, moments: all }, found?.version ?? 0)];
}

export function newLog(mentor: Mentor, year: string): ContactLog {
  const { conversation, address, askerName } = mentor;
  return { conversation, channel: address.channel, year, name: askerName, label: null, moments: [] };
}

export function putContactLog(
  log: ContactLog,
  version: number,
  id: string = contactId(log.conversation, log.year),
): Put {
  const end = Number(log.year.slice(5)) + KEEP_YEARS;
  return {
    kind: 'contact',
    id,
    body: log,
    // By the index `conversation` it is found, and goes, with the person.
    indexes: { conversation: `${log.conversation}|${log.year}`, year: `${log.year}|${log.conversation}` },
    expiresAt: `${String(end)}-09-01T00:00:00.000Z`,
    expect: version === 0 ? 'absent' : version,
  };
}

/** Three letters about one question on one day are one contact, with the time of all. */
export function joinSameDay(moments: readonly ContactMoment[]): readonly ContactMoment[] {
  const joined = new Map<string, ContactMoment>();
  for (const moment of moments) {
    const { id, at, kind, ticket, minutes } = moment;
    const name = ticket === null ? id : `${belgianDay(new Date(at))}|${kind}|${String(ticket)}`;
    const known = joined.get(name);
    joined.set(name, known ? { ...known, minutes: known.minutes + minutes } : moment);
  }
  return [...joined.values()];
}

/** Looking things up costs time but is no contact. */
export function totalsOf(moments: readonly ContactMoment[]): ContactTotals {
  return {
    contacts: joinSameDay(moments).filter(({ kind }) => kind !== 'work').length,
    minutes: moments.reduce((total, { minutes }) => total + minutes, 0),
  };
}

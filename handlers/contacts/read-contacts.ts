import { THEME_TITLES } from '../../knowledge/entry.js';
import { MentorlijnError } from '../errors.js';
import { CHANNEL_TITLES } from '../insights/texts.js';
import { belgianDay } from '../belgian-day.js';
import { schoolYearOf } from '../insights/period.js';
import type { Column, Table } from '../insights/views.js';
import type { Clock, Store } from '../ports.js';
import { getTicket } from '../records.js';
import { contactId, getContactLog, joinLogs, joinSameDay, logsOf, newLog, totalsOf } from './contact-log.js';
import { CONTACT_TEXTS, CONTACT_TITLES } from './texts.js';
import type { ContactLog, ContactRow, ContactStatement } from './views.js';

interface ContactDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Every mentor with contacts in a school year, the most guided first. */
export async function listContacts({ store }: ContactDeps, year: string): Promise<readonly ContactRow[]> {
  const found = await store.query<ContactLog>({ kind: 'contact', index: 'year', prefix: `${year}|` });
  return found
    .filter(({ body }, at) => found.findIndex((other) => other.body.conversation === body.conversation) === at)
    .map(({ id, body }) => ({
      id,
      body:
        joinLogs(found.map((one) => one.body).filter(({ conversation }) => conversation === body.conversation)) ?? body,
    }))
    .map(({ id, body }) => ({
      id,
      name: nameOf(body),
      channel: body.channel,
      last: body.moments.at(-1)?.at ?? '',
      ...totalsOf(body.moments),
    }))
    .sort((a, b) => b.minutes - a.minutes || b.contacts - a.contacts);
}

export async function readStatement({ store }: ContactDeps, id: string): Promise<ContactStatement> {
  const found = await getContactLog(store, id);
  if (!found) throw new MentorlijnError('not-found', CONTACT_TEXTS.noLog);
  return toStatement(store, found.body, id);
}

/** The statement of a ticket's mentor for a school year; empty when there was no contact yet. */
export async function statementOf(deps: ContactDeps, ticketId: string, year: string): Promise<ContactStatement> {
  const found = await getTicket(deps.store, ticketId);
  if (!found) throw new MentorlijnError('not-found', CONTACT_TEXTS.noLog);
  const [known] = await logsOf(deps.store, { conversation: found.ticket.conversation, year });
  const id = known?.id ?? contactId(found.ticket.conversation, year);
  return toStatement(deps.store, known?.body ?? newLog(found.ticket, year), id);
}

export const thisYear = ({ clock }: Pick<ContactDeps, 'clock'>): string => schoolYearOf(belgianDay(clock.now()));

async function toStatement(store: Store, one: ContactLog, id: string): Promise<ContactStatement> {
  const log = joinLogs((await logsOf(store, one)).map(({ body }) => body)) ?? one;
  const { conversation, year, label, channel, moments } = log;
  const all = await store.query<ContactLog>({ kind: 'contact', index: 'conversation', prefix: `${conversation}|` });
  return {
    id,
    year,
    years: [...new Set([...all.map(({ body }) => body.year), year])].sort().reverse(),
    name: nameOf(log),
    label,
    channel,
    moments: joinSameDay(moments),
    ...totalsOf(moments),
  };
}

function nameOf({ label, name, channel, moments }: ContactLog): string {
  const ticket = moments.find((moment) => moment.ticket !== null)?.ticket ?? null;
  return label ?? name ?? CONTACT_TEXTS.unnamed(CHANNEL_TITLES[channel], ticket);
}

type Sheet = Pick<Table, 'columns' | 'rows'>;
const { columns: words } = CONTACT_TEXTS;
const textColumn = (title: string): Column => ({ title, kind: 'text' });
const figureColumn = (title: string): Column => ({ title, kind: 'number' });

export function statementSheet({ moments }: ContactStatement): Sheet {
  return {
    columns: [
      { title: words.date, kind: 'date' },
      textColumn(words.kind),
      textColumn(words.theme),
      figureColumn(words.minutes),
      textColumn(words.coach),
      textColumn(words.remark),
    ],
    rows: moments.map(({ at, kind, theme, minutes, coach, remark }) => [
      belgianDay(new Date(at)),
      CONTACT_TITLES[kind],
      theme === null ? '' : THEME_TITLES[theme],
      minutes,
      coach,
      remark ?? '',
    ]),
  };
}

export function listSheet(rows: readonly ContactRow[]): Sheet {
  return {
    columns: [
      textColumn(words.mentor),
      textColumn(words.channel),
      figureColumn(words.contacts),
      figureColumn(words.minutes),
      { title: words.last, kind: 'date' },
    ],
    rows: rows.map(({ name, channel, contacts, minutes, last }) => [
      name,
      CHANNEL_TITLES[channel],
      contacts,
      minutes,
      last === '' ? '' : belgianDay(new Date(last)),
    ]),
  };
}

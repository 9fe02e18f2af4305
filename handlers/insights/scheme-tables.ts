import { FACTORS } from '../../knowledge/entry.js';
import { CAUSES, WANTED_SUPPORT } from '../ticket.js';
import { countOf, countsUnder, share, type Summed } from './figures.js';
import type { TicketFigures } from './tally.js';
import {
  CAUSE_TITLES,
  CHANNEL_TITLES,
  COLUMNS,
  FACTOR_TITLES,
  LANGUAGE_TITLES,
  NONE,
  REASON_TITLES,
  SCOPE_TITLES,
  SUPPORT_TITLES,
  URGENCY_TITLES,
} from './texts.js';
import { number, percent, tableOf, text } from './table-of.js';
import type { Table, TableName } from './views.js';

/** The breakdowns that the sources made by hand (sections 2.5.2–2.5.4 of the end report), and how questions came in. */
export function breakdowns(now: Summed, before: Summed): readonly Table[] {
  const byTag = (
    name: TableName,
    title: string,
    words: Titles,
    read: (ticket: TicketFigures) => string | null,
  ): Table => split(name, title, words, countTickets(now, read), countTickets(before, read));
  const byCount = (name: TableName, title: string, words: Titles, first: string): Table =>
    split(name, title, words, new Map(countsUnder(now, first)), new Map(countsUnder(before, first)));
  return [
    factorTable(now),
    byTag('oorzaken', 'Oorzaak', inOrder(CAUSES, CAUSE_TITLES), ({ tags }) => tags?.cause ?? null),
    byTag('steun', 'Gewenste steun', inOrder(WANTED_SUPPORT, SUPPORT_TITLES), ({ tags }) => tags?.support ?? null),
    byTag('bereik', 'Bereik', SCOPE_TITLES, ({ tags }) => tags?.scope ?? null),
    byCount('kanalen', 'Kanaal', CHANNEL_TITLES, 'channel'),
    byCount('talen', 'Taal', LANGUAGE_TITLES, 'language'),
    byCount('noodsignalen', 'Soort', URGENCY_TITLES, 'urgent'),
    byTag('redenen', 'Reden', REASON_TITLES, ({ reason }) => reason),
  ];
}

type Titles = Readonly<Record<string, string>>;

function inOrder<T extends string>(names: readonly T[], titles: Readonly<Record<T, string>>): Titles {
  return Object.fromEntries(names.map((name) => [name, titles[name]]));
}

function countTickets(
  { tickets }: Summed,
  read: (ticket: TicketFigures) => string | null,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const ticket of tickets) counts.set(read(ticket) ?? '', (counts.get(read(ticket) ?? '') ?? 0) + 1);
  return counts;
}

/** One row a value, in the order of the scheme; words a coach typed himself come after, what has no label last. */
function split(
  name: TableName,
  title: string,
  titles: Titles,
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): Table {
  const total = [...now.values()].reduce((a, b) => a + b, 0);
  const own = [...now.keys()].filter((value) => value !== '' && titles[value] === undefined).sort();
  const rows = [...Object.keys(titles), ...own, '']
    .map((value) => ({ value, count: now.get(value) ?? 0, earlier: before.get(value) ?? 0 }))
    .filter(({ count, earlier }) => count + earlier > 0);
  return tableOf(
    name,
    [text(title), number(COLUMNS.count), percent(COLUMNS.share), number(COLUMNS.before)],
    rows.map(({ value, count, earlier }) => [
      value === '' ? NONE : (titles[value] ?? value),
      count,
      share(count, total),
      earlier,
    ]),
  );
}

function factorTable(now: Summed): Table {
  const answered = countOf(now, 'decision', 'answer') + countOf(now, 'picked');
  const asked = now.tickets.length;
  const factorsOf = (ticket: TicketFigures): readonly string[] => ticket.tags?.factors ?? ticket.factors;
  return tableOf(
    'factoren',
    [
      text('Factor'),
      number('Antwoord van de bot'),
      number('Bij de coach'),
      number('Samen'),
      percent('Aandeel van alle vragen'),
    ],
    FACTORS.map((factor) => {
      const bot = countOf(now, 'factor', factor);
      const coach = now.tickets.filter((ticket) => factorsOf(ticket).includes(factor)).length;
      return [FACTOR_TITLES[factor], bot, coach, bot + coach, share(bot + coach, answered + asked)];
    }),
  );
}

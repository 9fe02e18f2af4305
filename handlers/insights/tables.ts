import { THEMES, THEME_TITLES, type Theme } from '../../knowledge/entry.js';
import type { Library } from '../../knowledge/library.js';
import { courseTable } from './course-table.js';
import { countOf, itemFigures, percentile, share, type Summed } from './figures.js';
import { keyFigures } from './key-figures.js';
import { breakdowns } from './scheme-tables.js';
import { COLUMNS, NONE } from './texts.js';
import { number, percent, tableOf, text } from './table-of.js';
import { themeMatrices } from './theme-tables.js';
import type { Figures, ItemFigures, Standing, Table, UnansweredGroup } from './views.js';

export interface TableInput {
  readonly now: Summed;
  readonly before: Summed;
  readonly figures: Figures;
  readonly figuresBefore: Figures;
  readonly standing: Standing;
  readonly unanswered: readonly UnansweredGroup[];
  readonly library: Library;
  readonly today: string;
}

/** Every table of Inzichten, in the order in which it is read. */
export function allTables(input: TableInput): readonly Table[] {
  return [
    keyFigures(input),
    courseTable(input.now),
    themeTable(input),
    ...themeMatrices(input.now),
    ...breakdowns(input.now, input.before),
    promiseTable(input.now),
    itemTable(input),
    unansweredTable(input.unanswered),
    signalTable(input.now),
    reviewTable(input),
  ];
}

function themeTable({ now, before, library }: TableInput): Table {
  const helped = helpedByTheme(itemFigures(now), library);
  const rows = [...THEMES, null]
    .map((theme) => {
      const bot = countOf(now, 'theme', theme);
      const coach = now.tickets.filter((ticket) => (ticket.tags?.theme ?? ticket.theme) === theme).length;
      const earlier =
        countOf(before, 'theme', theme) +
        before.tickets.filter((ticket) => (ticket.tags?.theme ?? ticket.theme) === theme).length;
      return {
        title: theme === null ? NONE : THEME_TITLES[theme],
        bot,
        coach,
        earlier,
        helped: helped.get(theme) ?? null,
      };
    })
    .filter(({ bot, coach, earlier }) => bot + coach + earlier > 0)
    .sort((a, b) => b.bot + b.coach - (a.bot + a.coach));
  return tableOf(
    'themas',
    [
      text('Thema'),
      number('Antwoord van de bot'),
      number('Bij de coach'),
      number('Samen'),
      number(COLUMNS.before),
      percent('Geholpen'),
    ],
    rows.map(({ title, bot, coach, earlier, helped: said }) => [title, bot, coach, bot + coach, earlier, said]),
  );
}

function helpedByTheme(items: readonly ItemFigures[], library: Library): ReadonlyMap<Theme | null, number | null> {
  const sums = new Map<Theme | null, { yes: number; all: number }>();
  for (const { item, helped, notHelped } of items) {
    const known = library.items.get(item);
    const theme = known && known.kind !== 'term' ? known.theme : null;
    const sum = sums.get(theme) ?? { yes: 0, all: 0 };
    sums.set(theme, { yes: sum.yes + helped, all: sum.all + helped + notHelped });
  }
  return new Map([...sums].map(([theme, { yes, all }]) => [theme, share(yes, all)]));
}

function promiseTable(now: Summed): Table {
  const groups = [
    ['Gewone vragen', now.waits.filter(({ urgent }) => !urgent)],
    ['Dringende vragen', now.waits.filter(({ urgent }) => urgent)],
    ['Alle vragen', now.waits],
  ] as const;
  return tableOf(
    'belofte',
    [
      text('Soort'),
      number('Antwoorden'),
      { title: 'Mediaan', kind: 'minutes' },
      { title: '90 % binnen', kind: 'minutes' },
      number('Op tijd'),
      percent('Op tijd (%)'),
    ],
    groups.map(([title, waits]) => {
      const minutes = waits.map((wait) => wait.minutes);
      const inTime = waits.filter(({ late }) => !late).length;
      return [
        title,
        waits.length,
        percentile(minutes, 0.5),
        percentile(minutes, 0.9),
        inTime,
        share(inTime, waits.length),
      ];
    }),
  );
}

function itemTable({ now, library }: TableInput): Table {
  const rows = itemFigures(now)
    .map((figures) => ({ ...figures, known: library.items.get(figures.item) }))
    .sort((a, b) => b.shown - a.shown);
  return tableOf(
    'ingangen',
    [
      text('Ingang'),
      text('Thema'),
      number('Getoond'),
      number('Geholpen'),
      number('Niet geholpen'),
      percent('Geholpen, van wie het zei'),
      number('Daarna naar de coach'),
      text('Naam'),
    ],
    rows.map(({ item, known, shown, helped, notHelped, toCoach }) => [
      known?.title ?? `${item} (bestaat niet meer)`,
      known && known.kind !== 'term' ? THEME_TITLES[known.theme] : '',
      shown,
      helped,
      notHelped,
      share(helped, helped + notHelped),
      toCoach,
      item,
    ]),
  );
}

function unansweredTable(groups: readonly UnansweredGroup[]): Table {
  return tableOf(
    'onbeantwoord',
    [text('Voorbeeld'), number(COLUMNS.count), { title: 'Laatst', kind: 'date' }, text('Ook zo gevraagd')],
    groups.map(({ example, count, last, others }) => [example, count, last, others.join(' / ')]),
  );
}

function signalTable({ labelled }: Summed): Table {
  const rows = labelled.filter(({ tags }) => (tags?.signal ?? null) !== null);
  return tableOf(
    'signalen',
    [{ title: 'Datum', kind: 'date' }, number('Vraag'), text('Thema'), text('Signaal')],
    rows
      .sort((a, b) => ((a.labelled ?? '') < (b.labelled ?? '') ? 1 : -1))
      .map(({ labelled: day, number: ticket, tags }) => [
        day,
        ticket,
        tags?.theme ? THEME_TITLES[tags.theme] : NONE,
        tags?.signal ?? '',
      ]),
  );
}

function reviewTable({ library, today }: TableInput): Table {
  const late = [...library.items.values()].filter(({ reviewBy }) => reviewBy < today);
  return tableOf(
    'nazicht',
    [text('Ingang'), { title: 'Nagekeken', kind: 'date' }, { title: 'Na te kijken voor', kind: 'date' }, text('Naam')],
    late
      .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : 1))
      .map(({ title, checked, reviewBy, id }) => [title, checked, reviewBy, id]),
  );
}

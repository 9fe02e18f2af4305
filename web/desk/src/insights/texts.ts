import type { PeriodKind } from '../../../../handlers/insights/views.js';

/** What the pages of Inzichten say around the tables of the server. */
export const INSIGHT_TEXTS = {
  title: 'Inzichten',
  report: 'Verslag voor het bestuur',
  survey: 'Bevragingen',
  contacts: 'Begeleiding per mentor',
  loading: 'De cijfers worden opgeteld',
  comparedWith: (label: string) => `Vergeleken met ${label}`,
  running: 'Deze periode loopt nog: we vergelijken met even veel dagen.',
  earlier: 'Vroeger',
  later: 'Later',
  periodKind: 'Periode',
  from: 'Van',
  until: 'Tot en met',
  csv: 'CSV',
  csvOf: (title: string) => `Download "${title}" als CSV`,
  csvFailed: 'Het bestand kon niet gemaakt worden. Probeer het opnieuw.',
  tableOf: (title: string) => `Tabel: ${title}`,
  showAll: (count: number) => `Toon alle ${sayNumber(count)}`,
  nothing: 'Nog niets in deze periode.',
  unanswered: 'Vragen zonder rechtstreeks antwoord',
  unansweredNone: 'Elke vraag kreeg een rechtstreeks antwoord.',
  makeEntry: 'Maak ingang',
  also: 'Ook zo gevraagd',
  times: (count: number) => (count === 1 ? '1 keer' : `${String(count)} keer`),
  weak: 'Ingangen die niet helpen',
  weakNote: 'Minder dan 60 % geholpen, of drie op de tien vroegen daarna toch de coach.',
  weakNone: 'Geen enkele in deze periode.',
  print: 'Druk af of bewaar als pdf',
  back: 'Terug naar Inzichten',
  same: 'gelijk',
  first: 'geen vergelijking',
  more: (count: string) => `${count} meer`,
  less: (count: string) => `${count} minder`,
} as const;

export const PERIOD_WORDS: Readonly<Record<PeriodKind, string>> = {
  week: 'Week',
  month: 'Maand',
  'school-year': 'Schooljaar',
  free: 'Vrij gekozen',
};

const plain = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('nl-BE', { style: 'percent', maximumFractionDigits: 0 });
const date = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const brussels = new Intl.DateTimeFormat('nl-BE', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'Europe/Brussels',
});

/** The day of a moment, where the mentors are. */
export const sayDayOf = (isoTime: string): string => brussels.format(new Date(isoTime));
export const sayNumber = (value: number): string => plain.format(value);
export const sayPercent = (value: number): string => percent.format(value);
export const sayDay = (isoDate: string): string => date.format(new Date(`${isoDate}T00:00:00Z`));

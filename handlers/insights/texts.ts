import type { DateTime } from 'luxon';
import type { Factor } from '../../knowledge/entry.js';
import type { SignalKind } from '../../knowledge/signals.js';
import type { ChannelName } from '../message.js';
import type { Language } from '../outcome.js';
import type { Cause, EscalationReason, TicketTags, WantedSupport } from '../ticket.js';
import type { PeriodKind, TableName } from './views.js';

/** Every word of Inzichten: on the page, in the files and on paper. */

const long = (day: DateTime): string => day.setLocale('nl-BE').toFormat('d LLLL yyyy');

export const PERIOD_TEXTS = {
  noDay: 'Kies een datum, zoals 2026-11-21.',
  wrongOrder: 'De einddatum ligt voor de begindatum.',
  tooLong: 'Kies een periode van hoogstens drie jaar.',
  label: (kind: PeriodKind, from: DateTime, to: DateTime): string => {
    if (kind === 'month') return from.setLocale('nl-BE').toFormat('LLLL yyyy');
    if (kind === 'school-year') return `schooljaar ${String(from.year)}-${String(from.year + 1)}`;
    const days = `${long(from)} tot en met ${long(to)}`;
    return kind === 'week' ? `week ${String(from.weekNumber)}: ${days}` : days;
  },
  upTo: (label: string, to: DateTime): string => `${label}, tot en met ${to.setLocale('nl-BE').toFormat('d LLLL')}`,
} as const;

export const NONE = 'Nog niet ingedeeld';

/** The parts of a school year in which the sector's coach worked (section 1.5.2 of the end report), with the start apart. */
export const YEAR_PARTS = [
  { title: 'Sept-okt', months: [9, 10] },
  { title: 'Nov-dec', months: [11, 12] },
  { title: 'Jan-maart', months: [1, 2, 3] },
  { title: 'April-juni', months: [4, 5, 6] },
  { title: 'Juli-aug', months: [7, 8] },
] as const;

export const CHANNEL_TITLES: Readonly<Record<ChannelName, string>> = {
  web: 'Webpagina',
  teams: 'Teams',
  whatsapp: 'WhatsApp',
  emulator: 'Emulator',
  console: 'Terminal',
};

export const LANGUAGE_TITLES: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Frans',
  en: 'Engels',
  other: 'Andere taal',
};

export const URGENCY_TITLES: Readonly<Record<SignalKind, string>> = {
  medical: 'Medisch noodgeval',
  safety: 'Gevaar op de werf',
  psychosocial: 'Psychosociaal',
  violence: 'Geweld of grensoverschrijdend gedrag',
  inspection: 'Inspectie ter plaatse',
};

export const REASON_TITLES: Readonly<Record<EscalationReason, string>> = {
  asked: 'De mentor vroeg een coach',
  unknown: 'De bot wist het niet',
  'not-helped': 'Het antwoord van de bot hielp niet',
  'none-of-these': 'Geen van de voorstellen paste',
  urgent: 'Noodsignaal',
  'not-for-a-bot': 'Niet voor een bot om te beslissen',
  error: 'Fout bij de bot',
  language: 'Andere taal',
  expired: 'Het antwoord was aan nazicht toe',
};

export const FACTOR_TITLES: Readonly<Record<Factor, string>> = {
  'extern-wetgevend': 'Extern: wetgeving',
  'extern-economisch-sectoraal': 'Extern: economie en sector',
  'extern-klimatologisch': 'Extern: klimaat en weer',
  'intern-management': 'Intern: management',
  'intern-organisatie': 'Intern: organisatie',
  'partner-school': 'Partner: school',
  'partner-student': 'Partner: leerling',
  'partner-externe-dienst': 'Partner: externe dienst',
  'partner-sector': 'Partner: sector',
};

export const CAUSE_TITLES: Readonly<Record<Cause, string>> = {
  moment: 'Moment in het schooljaar',
  bedrijf: 'Soort bedrijf (klein of jong, werkgever is mentor, cultuur)',
  arbeidsverhouding: 'Arbeidsverhouding (alleen of met een ploeg)',
  mentorprofiel: 'Profiel van de mentor (ervaren of nieuw)',
  doelgroep: 'Doelgroep (BUSO of BSO, leeftijd, traject)',
  sectorkenmerk: 'Kenmerk van de sector (klant, werf, seizoen, uren)',
};

export const SUPPORT_TITLES: Readonly<Record<WantedSupport, string>> = {
  individueel: 'Individuele begeleiding',
  vorming: 'Vorming',
  ervaringsdeling: 'Ervaringen delen',
};

export const SCOPE_TITLES: Readonly<Record<NonNullable<TicketTags['scope']>, string>> = {
  collectief: 'Collectief: raakt veel mentors',
  individueel: 'Individueel: raakt deze mentor',
};

export const COLUMNS = {
  count: 'Aantal',
  share: 'Aandeel',
  before: 'Vorige periode',
  questions: 'Vragen',
  period: 'Periode',
} as const;

export const KEY_FIGURES = {
  questions: 'Vragen aan de bot',
  direct: 'Rechtstreeks beantwoord',
  choices: 'Keuze voorgelegd',
  picked: 'Uit de keuze gekozen',
  unknown: 'De bot wist het niet',
  declined: 'Hoort niet bij de helplijn',
  urgent: 'Noodsignalen',
  toCoach: 'Vragen naar de coach',
  helped: 'Mentors zeiden "geholpen"',
  notHelped: 'Mentors zeiden "niet echt"',
  helpedShare: 'Geholpen, van wie het zei',
  directShare: 'Rechtstreeks beantwoord, van alle vragen',
  firstAnswers: 'Eerste antwoorden van een coach',
  median: 'Wachttijd tot het eerste antwoord: mediaan',
  p90: 'Wachttijd tot het eerste antwoord: negen op de tien',
  inTime: 'Binnen de belofte beantwoord',
  closed: 'Vragen afgesloten',
  minutes: 'Minuten van coaches',
  calls: 'Telefoongesprekken',
  open: 'Nu open',
  overdue: 'Nu te laat',
  reviews: 'Ingangen waarvan het nazicht te laat is',
} as const;

/** Title and reading note of each table. */
export const TABLE_TEXTS: Readonly<Record<TableName, readonly [title: string, note: string]>> = {
  kerncijfers: ['Kerncijfers', 'Begroetingen, knoppen en reacties op de coach tellen niet als vraag.'],
  verloop: ['Verloop', 'Vragen per dag, week of maand en hoe ze afliepen.'],
  themas: ['Thema’s', 'Het thema van het getoonde antwoord, of het label dat de coach gaf.'],
  'themas-fasen': ['Thema’s per fase van het traject', 'De fase van het getoonde antwoord, niet de datum.'],
  'themas-schooljaar': ['Thema’s per moment in het schooljaar', 'Wanneer de vraag kwam.'],
  factoren: [
    'Beïnvloedende factoren',
    'Een vraag kan meer factoren hebben: de aandelen zijn samen meer dan 100 %. Antwoorden van de bot tellen met de factoren van de ingang, vragen bij de coach met hun labels.',
  ],
  oorzaken: ['Oorzaken', 'Waardoor de vraag ontstaat, volgens de labels van de coach.'],
  steun: ['Gewenste steun', 'Wat de mentor zoekt, volgens de labels van de coach.'],
  bereik: ['Collectief of individueel', 'Wie het probleem raakt, volgens de labels van de coach.'],
  kanalen: ['Kanalen', 'Waar mentors hun vraag stellen.'],
  talen: ['Talen', 'Taal van de vraag, door de bot herkend.'],
  noodsignalen: ['Noodsignalen', 'Berichten waarop de bot eerste hulp gaf en een coach alarmeerde.'],
  redenen: ['Waarom een vraag naar de coach ging', 'Elke vraag bij de coach heeft één reden.'],
  belofte: [
    'Wachttijd en belofte',
    'Minuten op de klok, ook ’s nachts en in het weekend. De belofte rekent in openingsuren.',
  ],
  ingangen: ['Ingangen', 'Getoond, geholpen, niet geholpen, en daarna toch naar de coach.'],
  onbeantwoord: [
    'Vragen zonder rechtstreeks antwoord',
    'Gegroepeerd op gelijkenis. Persoonsgegevens zijn vervangen. Per groep: een voorbeeld en het aantal.',
  ],
  signalen: ['Signalen voor het beleid', 'Opmerkingen die coaches bij een vraag noteerden.'],
  nazicht: ['Nazicht te laat', 'Ingangen waarvan de datum van nazicht voorbij is.'],
};

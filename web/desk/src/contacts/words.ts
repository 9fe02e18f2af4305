import type { ContactKind } from '../../../../handlers/contacts/views.js';

/** What the pages on a mentor's guidance say. */
export const CONTACT_WORDS: Readonly<Record<ContactKind, string>> = {
  answer: 'Antwoord van de coach',
  call: 'Telefoongesprek',
  work: 'Opzoekwerk voor een vraag',
  visit: 'Bezoek of gesprek ter plaatse',
  training: 'Vorming',
  exchange: 'Uitwisseling met andere mentors',
};

export const CONTACT_PAGE = {
  title: 'Begeleiding per mentor',
  intro: 'Contactmomenten en tijd van coaches per mentor, voor een overzicht aan zijn onderneming.',
  private: 'Deze lijst toont personen. Wist een mentor zijn gegevens, dan verdwijnt ook zijn overzicht.',
  year: 'Schooljaar',
  none: 'Nog geen contactmomenten in dit schooljaar.',
  csv: 'Download de lijst als CSV',
  csvFailed: 'Het bestand kon niet gemaakt worden. Probeer het opnieuw.',
  mentor: 'Mentor',
  channel: 'Kanaal',
  contacts: 'Contactmomenten',
  minutes: 'Minuten',
  last: 'Laatste contact',
  statement: 'Overzicht van begeleiding',
  back: 'Terug naar de lijst',
  print: 'Druk af of bewaar als pdf',
  statementCsv: 'Download als CSV',
  label: 'Mentor en onderneming, zoals ze op het overzicht staan',
  saveLabel: 'Bewaar naam',
  note: 'Noteer een contactmoment buiten de helplijn',
  kind: 'Vorm',
  day: 'Datum',
  remark: 'Opmerking (staat op het overzicht)',
  save: 'Noteer',
  drop: (what: string, day: string) => `Haal weg: ${what} op ${day}`,
  failed: 'Dat lukte niet.',
} as const;

/** The statement itself. */
export const STATEMENT = {
  title: 'Begeleiding van een mentor in duaal leren',
  about: (name: string, year: string) => `${name}, schooljaar ${year}`,
  says: 'De sectorcoach van Mentorlijn begeleidde deze mentor op de momenten hieronder. De inhoud van de vragen blijft tussen mentor en coach.',
  date: 'Datum',
  kind: 'Vorm',
  theme: 'Thema',
  coach: 'Coach',
  minutes: 'Minuten',
  remark: 'Opmerking',
  period: 'Maand',
  times: 'Aantal',
  totals: (contacts: number, time: string) =>
    `${contacts === 1 ? '1 contactmoment' : `${String(contacts)} contactmomenten`}, samen ${time} van de coach.`,
  grouped: 'Veel momenten: hieronder staan ze per maand.',
  made: (day: string, coach: string) => `Opgemaakt op ${day} door ${coach}.`,
  signature: 'Handtekening',
} as const;

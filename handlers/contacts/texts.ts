import type { ContactKind } from './views.js';

/** What the overview of a mentor's guidance says. */
export const CONTACT_TITLES: Readonly<Record<ContactKind, string>> = {
  answer: 'Antwoord van de coach',
  call: 'Telefoongesprek',
  work: 'Opzoekwerk voor een vraag',
  visit: 'Bezoek of gesprek ter plaatse',
  training: 'Vorming',
  exchange: 'Uitwisseling met andere mentors',
};

export const CONTACT_TEXTS = {
  unnamed: (channel: string, ticket: number | null): string =>
    `Mentor zonder naam (${channel}${ticket === null ? '' : `, vraag ${String(ticket)}`})`,
  noLog: 'Dit overzicht bestaat niet (meer).',
  changing: 'Dit overzicht verandert te snel. Probeer het opnieuw.',
  noMoment: 'Dit moment bestaat niet (meer).',
  onlyNoted: 'Alleen wat je zelf noteerde, kun je weghalen.',
  wrongDay: 'Kies een dag in dit schooljaar, niet in de toekomst.',
  erased: 'Deze mentor liet zijn gegevens wissen.',
  columns: {
    date: 'Datum',
    kind: 'Vorm',
    theme: 'Thema',
    minutes: 'Minuten',
    coach: 'Coach',
    remark: 'Opmerking',
    mentor: 'Mentor',
    channel: 'Kanaal',
    contacts: 'Contactmomenten',
    last: 'Laatste contact',
  },
} as const;

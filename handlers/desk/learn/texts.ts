/** What the mentor reads when his question made the line wiser. */
export const LEARN_TEXTS = {
  thanksPhrasing: (title: string, path: string): string =>
    `Je vraag hielp ons, bedankt! Wie dit voortaan in jouw woorden vraagt, krijgt meteen antwoord. Dit is het: [${title}](${path})`,
  thanksEntry: (title: string, path: string): string =>
    `Je vraag hielp ons, bedankt! Het antwoord staat nu in Mentorlijn, ook voor andere mentors: [${title}](${path})`,
} as const;

/** Lines in the history of a ticket. */
export const LEARN_HISTORY = {
  proposed: 'voorgesteld om te leren',
  published: 'geleerd',
  rejected: 'voorstel om te leren afgewezen',
  nothing: 'niets te leren',
} as const;

export const LEARN_REFUSALS = {
  takeFirst: 'Neem deze vraag eerst: je leert uit een vraag waar een coach naar keek.',
  alreadyWaiting: 'Uit deze vraag is al iets voorgesteld. Keur dat eerst goed of af.',
  notWaiting: 'Over dit voorstel is al beslist.',
  needsEditor: 'Goedkeuren kan een redacteur of teamleider.',
  needsSecond: 'Dit is je eigen voorstel: een andere redacteur of teamleider keurt het goed.',
  hasProblems: 'Er staan nog fouten in. Los ze eerst op.',
  notYours: 'Intrekken kan alleen wie het voorstelde.',
  empty: 'Typ eerst hoe de mentor het vraagt.',
  tooLong: 'Dit is te lang voor een vraagvorm. Houd het bij één of twee zinnen.',
  noReason: 'Zeg kort waarom.',
  exists: 'Deze vraagvorm staat al bij deze ingang.',
  wrongPlace: 'Deze plaats kan niet: kies een thema en een naam in kleine letters met koppeltekens.',
  dates: 'De volgende datum moet na vandaag liggen.',
} as const;

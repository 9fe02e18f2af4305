/** What the bot and the desk say about surveys. Plain Dutch, "je". */
export const SURVEY_TEXTS = {
  wantsTo:
    'Mag ik je af en toe een korte bevraging sturen, hoogstens zeven vragen? Zo weet de sector wat mentors nodig hebben. Je antwoorden staan zonder naam in het overzicht.',
  wantsNo: 'Oké, dan vraag ik niets. Je kunt altijd gewoon je vragen stellen.',
  wantsYes: 'Fijn, dank je. Je hoort van mij als er een bevraging is. Stoppen kan altijd.',
  invite: (title: string, intro: string, count: number): string =>
    `**${title}**\n\n${intro}\n\nHet ${count === 1 ? 'is 1 vraag' : `zijn ${String(count)} vragen`}. Je antwoorden staan zonder naam in het overzicht. Stoppen kan altijd. Begin je nu?`,
  later: 'Goed, ik vraag het je later nog eens.',
  question: (at: number, count: number, text: string): string =>
    `**Vraag ${String(at)} van ${String(count)}**\n\n${text}`,
  scale: (low: string, high: string): string => `1 = ${low}, 5 = ${high}.`,
  open: 'Typ je antwoord in één bericht. Zet er geen namen in.',
  already: 'Die vraag heb je al gehad. We zijn hier:',
  gone: 'Deze bevraging loopt niet meer. Bedankt om mee te doen.',
  unfinished: 'Je was nog bezig met onze bevraging. Ga je verder?',
  stopped: 'Oké, ik stop met de bevraging. Bedankt voor wat je al liet weten.',
  finished: 'Dat was alles. Bedankt! Met je antwoorden helpen we mentors beter. Nog een vraag? Typ ze gerust.',
  /** Stands in the conversation in the place of an answer, so that no coach reads who said what. */
  unrecorded: '[antwoord op de bevraging]',
  transcript: (title: string): string => `Uitnodiging voor de bevraging "${title}".`,
} as const;

export const SURVEY_LABELS = {
  yes: 'Ja, graag',
  no: 'Liever niet',
  start: 'Ja, begin',
  later: 'Later',
  never: 'Vraag het niet meer',
  skip: 'Sla over',
  stop: 'Stop de bevraging',
  resume: 'Ga verder',
} as const;

/** To who writes a survey. */
export const SURVEY_PROBLEMS = {
  gone: 'Deze bevraging bestaat niet (meer).',
  noQuestions: 'Schrijf eerst minstens één vraag.',
  started: 'Deze bevraging loopt of liep al: de vragen staan vast. Je kunt alleen de einddatum nog aanpassen.',
  wrongOrder: 'De einddatum ligt voor de begindatum.',
  past: 'De einddatum ligt in het verleden.',
  overlap: (title: string): string => `In die dagen loopt al een andere bevraging: "${title}".`,
  conflict: 'Een collega veranderde deze bevraging net ook. Herlaad de pagina.',
  doubles: 'Elke keuze mag maar één keer voorkomen.',
} as const;

export const RESULT_COLUMNS = {
  question: 'Vraag',
  answer: 'Antwoord',
  count: 'Aantal',
  mean: 'Gemiddelde',
  hidden: 'Te weinig antwoorden om te tonen',
} as const;

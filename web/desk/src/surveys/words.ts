import type { QuestionKind, SurveyStage } from '../../../../handlers/survey/views.js';

/** What the pages on surveys say. */
export const STAGE_WORDS: Readonly<Record<SurveyStage, string>> = {
  draft: 'Ontwerp',
  planned: 'Gepland',
  open: 'Loopt nu',
  closed: 'Afgelopen',
};

export const KIND_WORDS: Readonly<Record<QuestionKind, string>> = {
  scale: 'Schaal van 1 tot 5',
  choice: 'Keuze',
  open: 'Open vraag',
};

export const SURVEY_PAGE = {
  title: 'Bevragingen',
  intro:
    'Een korte vragenlijst die de bot voorlegt aan mentors die dat goed vinden. Antwoorden staan zonder naam in de resultaten.',
  back: 'Terug naar Inzichten',
  backToList: 'Terug naar de bevragingen',
  none: 'Er is nog geen bevraging.',
  make: 'Nieuwe bevraging',
  onlyLead: 'Alleen een teamleider schrijft een bevraging.',
  count: (started: number, finished: number) => `${String(started)} begonnen, ${String(finished)} klaar`,
  from: (from: string, to: string) => `van ${from} tot en met ${to}`,
  surveyTitle: 'Titel',
  surveyIntro: 'Waarvoor dient ze? (leest de mentor)',
  question: (at: number) => `Vraag ${String(at)}`,
  kind: 'Soort',
  text: 'Vraag',
  low: '1 betekent',
  high: '5 betekent',
  options: 'Keuzes, één per regel (hoogstens 6, elk hoogstens 20 tekens)',
  add: 'Voeg een vraag toe',
  remove: (at: number) => `Haal vraag ${String(at)} weg`,
  up: (at: number) => `Zet vraag ${String(at)} hoger`,
  most: 'Hoogstens zeven vragen: mentors hebben het druk.',
  when: 'Wanneer wordt ze gesteld?',
  whenHint:
    'Vanaf de eerste dag nodigt de bot uit wie ja zei, in openingsuren. Laat leeg zolang je schrijft. Kies geen te korte periode: mentors antwoorden tussen twee werven door.',
  halfWindow: 'Vul beide dagen in, of geen van beide.',
  first: 'Eerste dag',
  last: 'Laatste dag',
  save: 'Bewaar',
  saved: 'Bewaard.',
  remove_: 'Gooi weg',
  fixed: 'Deze bevraging loopt of liep al: de vragen staan vast.',
  moveEnd: 'Verplaats de laatste dag',
  preview: 'Zo ziet de mentor het',
  failed: 'Dat lukte niet.',
  csv: 'Download als CSV',
  csvFailed: 'Het bestand kon niet gemaakt worden. Probeer het opnieuw.',
  results: 'Resultaten',
  taken: (invited: number, started: number, finished: number, stopped: number) =>
    `${String(invited)} uitgenodigd, ${String(started)} begonnen, ${String(finished)} klaar, ${String(stopped)} gestopt.`,
  few: 'Nog te weinig antwoorden: pas vanaf drie worden ze getoond.',
  answers: (count: number) => (count === 1 ? '1 antwoord' : `${String(count)} antwoorden`),
  mean: (value: string) => `gemiddeld ${value} op 5`,
  noWords: 'Nog geen antwoorden.',
  careful: 'Kleine groep: toon open antwoorden niet verder dan nodig.',
} as const;

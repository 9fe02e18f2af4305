import type { Certainty, ItemKind } from '../../../../knowledge/entry.js';
import type {
  Change,
  Proposal,
  QuestionKind,
  Revision,
  Unseen,
  Verdict,
} from '../../../../handlers/desk/learn/views.js';

/** Dutch for what learning names. */
export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  entry: 'Vraag',
  term: 'Begrip',
  checklist: 'Checklist',
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  bevestigd: 'bevestigd',
  'algemeen-bekend': 'algemeen bekend',
  'te-controleren': 'te controleren',
};

const CHANGE_WORDS: Readonly<Record<Change['do'], string>> = {
  'add-phrasing': 'Vraagvorm erbij',
  phrasings: 'Vraagvormen gewijzigd',
  write: 'Tekst',
  retire: 'Intrekken',
  reviewed: 'Nagekeken',
  restore: 'Teruggezet',
};

export const ACTION_WORDS: Readonly<Record<Revision['action'], string>> = {
  ...CHANGE_WORDS,
  write: 'Tekst gewijzigd of nieuw',
  retire: 'Ingetrokken',
  'at-home': 'Staat nu in de bestanden',
};

export const STATE_WORDS: Readonly<Record<Proposal['state'], string>> = {
  waiting: 'Wacht op goedkeuring',
  published: 'Gepubliceerd',
  rejected: 'Afgewezen',
  withdrawn: 'Ingetrokken',
};

export const QUESTION_WORDS: Readonly<Record<QuestionKind, string>> = {
  own: 'Deze woorden zelf',
  phrasing: 'Vraagvorm',
  kept: 'Proefvraag',
  real: 'Echte vraag',
};

export const UNSEEN_WORDS: Readonly<Record<Unseen, string>> = {
  training:
    'Na het publiceren leert de zoeker opnieuw, in een minuut of twee. Wat daardoor licht verschuift, ziet de proef niet.',
  'removed-words': 'Vraagvormen die je schrapt, tellen mee tot de zoeker opnieuw geleerd heeft.',
  'new-text': 'De woorden van het antwoord helpen mee zoeken. Wat je daarin wijzigt, telt pas na dat leren.',
  'second-opinion': 'Het eigen taalmodel van deze installatie kijkt soms mee. Dat doet het in deze proef niet.',
};

const DECISION_WORDS: Readonly<Record<Verdict['decision'], string>> = {
  answer: 'antwoord',
  choose: 'laat kiezen, eerst',
  escalate: 'naar de coach',
  decline: 'wijst af',
  urgent: 'noodsignaal',
};

/** "antwoord: Moet ik een Dimona doen?" */
export function sayVerdict({ decision, title }: Verdict): string {
  return title === null ? DECISION_WORDS[decision] : `${DECISION_WORDS[decision]}: ${title}`;
}

/** "nieuwe ingang", "tekst van een ingang gewijzigd". */
export function sayChange(change: Change): string {
  if (change.do !== 'write') return CHANGE_WORDS[change.do];
  return change.before === null ? 'Nieuwe ingang' : 'Tekst gewijzigd';
}

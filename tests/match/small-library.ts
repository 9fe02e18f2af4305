import type { Entry, ItemId, Term, Theme } from '../../knowledge/entry.js';

const BASE = {
  keywords: [],
  certainty: 'bevestigd',
  checked: '2026-11-21',
  reviewBy: '2027-09-01',
  related: [],
  details: '',
} as const;

/** A made-up entry: enough to train on. */
export function entry(
  id: string,
  ref: string,
  title: string,
  phrasings: readonly string[],
  theme: Theme = 'ziekte',
): Entry {
  return {
    ...BASE,
    kind: 'entry',
    id: id as ItemId,
    title,
    phrasings,
    theme,
    sources: [{ doc: 'eindrapport', ref }],
    short: title,
    file: `entries/${theme}/${id}.md`,
    phase: ['tijdens'],
    months: [],
    factors: ['extern-wetgevend'],
    dependsOn: [],
    helpers: [],
    offerCoach: false,
    variants: [],
  };
}

export function term(id: string, title: string, aka: readonly string[]): Term {
  return {
    ...BASE,
    kind: 'term',
    id: id as ItemId,
    title,
    aka,
    phrasings: [],
    sources: [{ doc: 'eindrapport', ref: 'q42' }],
    short: title,
    file: `terms/${id}.md`,
  };
}

export const SMALL = [
  entry('ziek-wie-betaalt', 'q47', 'Mijn leerling is ziek. Wie betaalt hem?', [
    'hij is ziek wie betaalt',
    'moet ik doorbetalen bij ziekte',
    'gewaarborgd loon leerling',
    'griep en loon',
    'ziek thuis wie betaalt zijn dagen',
    'betaal ik als hij ziek in bed ligt',
  ]),
  entry('ziek-melden', 'q47', 'Hoe moet mijn leerling zich ziek melden?', [
    'hoe moet hij zich ziek melden',
    'niet gebeld dat hij ziek is',
    'ziek verwittigen voor zeven uur',
    'wie moet hij bellen als hij ziek is',
    'sms sturen dat hij ziek is is dat genoeg',
  ]),
  entry(
    'dimona-doen',
    'q7',
    'Moet ik een Dimona doen voor mijn leerling?',
    [
      'moet ik dimona doen voor nen sao',
      'dimona nodig',
      'leerling aangeven bij de rsz',
      'rsz aangifte leerling',
      'inschrijven bij rsz voor hij begint',
    ],
    'dimona',
  ),
  entry(
    'rijden-tractor',
    'q43',
    'Mag mijn leerling met de tractor rijden?',
    [
      'mag hij met den tractor op straat',
      'tractor rijden 16 jaar',
      'rijbewijs g leerling',
      'met de tractor naar de werf',
      'mag hij op de openbare weg rijden',
    ],
    'voertuigen',
  ),
  entry(
    'gsm-werk',
    'q14',
    'Mijn leerling zit altijd op zijn gsm. Wat doe ik?',
    [
      'gsm onder de werkuren',
      'altijd op zijn telefoon',
      'mag ik zijn smartphone afpakken',
      'zit te scrollen in plaats van te werken',
      'gsm verbod',
    ],
    'omgang',
  ),
];

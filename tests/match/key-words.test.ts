import { expect, test } from '@jest/globals';
import type { ItemId } from '../../knowledge/entry.js';
import { withKeyWords } from '../../knowledge/match/key-words.js';
import type { Matcher } from '../../knowledge/match/match.js';
import { entry } from './small-library.js';

const ITEMS = [
  {
    ...entry('zagen', 'q1', 'Welke machines mag mijn leerling gebruiken?', []),
    keywords: ['kettingzaag', 'bosmaaier'],
  },
  { ...entry('graver', 'q2', 'Mag hij met de minigraver werken?', []), keywords: ['machines'] },
  { ...entry('verzekering', 'q3', 'Wie verzekert mijn leerling?', []), keywords: ['polis arbeidsongevallen'] },
];
/** A matcher that takes every word alone for no question of ours. */
const deaf: Matcher = {
  match: () => ({
    candidates: ['graver', 'zagen'].map((id) => ({
      id: id as ItemId,
      kind: 'entry',
      score: 0.01,
      why: { rankers: {}, terms: [] },
    })),
    margin: 0,
    terms: [],
    concepts: [],
    knownShare: 1,
    notOurs: 0.9,
  }),
};
const named = (text: string): readonly string[] | undefined =>
  withKeyWords(deaf, ITEMS)
    .match(text)
    .named?.map(({ id }) => id);

test.each([
  ['a key word', 'kettingzaag', ['zagen']],
  ['what stands beside it asks nothing more', 'mag hij kettingzaag?', ['zagen']],
  ['another form of it', 'Kettingzagen', ['zagen']],
  ['a key word before a word of the title', 'machines', ['graver', 'zagen']],
  ['a word of a longer key word', 'polis', ['verzekering']],
  ['two words that stand at one item', 'machines bosmaaier', ['zagen']],
  ['two words that stand at no item together', 'polis kettingzaag', undefined],
  ['a word nobody wrote', 'voetbal', undefined],
  ['small words only', 'mag hij dat', undefined],
  ['a sentence of its own', 'hoe oud is de kettingzaag', undefined],
  ['a longer question', 'mijn buurman heeft gisteren zijn kettingzaag verkocht', undefined],
])('%s: "%s" names %j', (_what, text, wanted) => {
  expect(named(text)).toEqual(wanted);
});

test('what the matcher made of it stays as it was', () => {
  const { candidates, notOurs, margin } = withKeyWords(deaf, ITEMS).match('kettingzaag');
  expect({ candidates, notOurs, margin }).toEqual({
    candidates: deaf.match('kettingzaag').candidates,
    notOurs: 0.9,
    margin: 0,
  });
});

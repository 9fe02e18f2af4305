import { expect, test } from '@jest/globals';
import type { ItemId } from '../../knowledge/entry.js';
import { withKnownPhrasings } from '../../knowledge/match/known-phrasings.js';
import type { Matcher } from '../../knowledge/match/match.js';
import { entry } from './small-library.js';

const ITEMS = [
  entry('noteren', 'q1', 'Mijn leerling noteert te weinig', ['schrijft niks op', 'hij heeft geen boekje', 'boekje']),
  entry('liegen', 'q2', 'Mijn leerling liegt', ['hij zegt niks', 'hij heeft geen boekje']),
  entry('slordig', 'q3', 'Mijn leerling is slordig', ['alles ligt overal']),
];
/** As training could leave it: unsure, and in this order. */
const unsure: Matcher = {
  match: () => ({
    candidates: ['liegen', 'noteren', 'slordig'].map((id, at) => ({
      id: id as ItemId,
      kind: 'entry',
      score: 0.3 - at / 10,
      why: { rankers: {}, terms: [] },
    })),
    margin: 0.1,
    terms: [],
    concepts: [],
    knownShare: 1,
    notOurs: 0.85,
  }),
};
const matcher = withKnownPhrasings(unsure, ITEMS);
const told = (text: string): readonly (string | number | undefined)[] => {
  const { candidates, notOurs } = matcher.match(text);
  return [candidates[0]?.id, Math.round(100 * (candidates[0]?.score ?? 0)), notOurs];
};

test.each([
  ['the very words of a phrasing, whatever training made of them', 'schrijft niks op', ['noteren', 90, 0]],
  ['signs, capitals and accents aside', '  Schríjft niks op!? ', ['noteren', 90, 0]],
  ['a title', 'Mijn leerling is slordig.', ['slordig', 90, 0]],
  ['not one word more', 'hij schrijft niks op', ['liegen', 30, 0.85]],
  ['not words that stand at two items', 'hij heeft geen boekje', ['liegen', 30, 0.85]],
  ['not a word or two, which lean on what was said before', 'boekje', ['liegen', 30, 0.85]],
])('%s', (_what, text, wanted) => {
  expect(told(text)).toEqual(wanted);
});

test('what comes after it is no rival', () => {
  const { candidates, margin } = matcher.match('schrijft niks op');
  expect(candidates.map(({ id }) => id)).toEqual(['noteren', 'liegen', 'slordig']);
  expect(margin).toBeCloseTo(0.8);
});

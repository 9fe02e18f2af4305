import { expect, test } from '@jest/globals';
import { BETWEEN, featuresOf, grams, PREFIX, type FeatureKeys } from '../../knowledge/match/features.js';
import { createVocabulary, featureIds, head, toVector } from '../../knowledge/match/vectors.js';
import type { Analysis } from '../../knowledge/text/analyse.js';

const WORDS: Analysis = {
  words: ['moet', 'dimona', 'moet'],
  stems: ['moet', 'dimona', 'moet'],
  parts: ['dim'],
  concepts: ['aangifte', 'plicht'],
  unknown: [],
};
/** Words, concepts and pairs first, then letter groups; "dim" and some groups are not among them. */
const NAMES = ['s:moet', 's:dimona', 'c:aangifte', 'b:moet dimona', 'd:aangifte+plicht', 'g:_dim', 'g:mona', 'g:oet_'];
const BY_NAME: FeatureKeys<string> = {
  one: (kind, name) => PREFIX[kind] + name,
  two: (kind, first, second) => PREFIX[kind] + first + BETWEEN[kind] + second,
  grams: (word) => grams(word).map((gram) => PREFIX.gram + gram),
};
const vocabulary = createVocabulary(NAMES.join('\n'), [5, 1, 2, 1, 1, 1, 2, 4], 10);

test('features by number are the known ones of those by name, as heavy and in the same order', () => {
  const byName = [...featuresOf(WORDS, BY_NAME)].filter(([name]) => NAMES.includes(name));
  const byId = [...featuresOf(WORDS, featureIds(vocabulary))].filter(([id]) => id >= 0);
  expect(byId.map(([id, weight]) => [NAMES[id], weight])).toEqual(byName);
  expect(byName).toHaveLength(NAMES.length);
});

test('a vector holds the known features by number, and has length one; so has its head', () => {
  const vector = toVector(featuresOf(WORDS, featureIds(vocabulary)), vocabulary);
  expect([...vector.ids]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const length = (values: Float32Array): number => Math.hypot(...values);
  expect(length(vector.values)).toBeCloseTo(1, 6);
  const plain = head(vector, 5);
  expect([...plain.ids]).toEqual([0, 1, 2, 3, 4]);
  expect(length(plain.values)).toBeCloseTo(1, 6);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import Fuse from 'fuse.js';
import { createFuzzyRanker, type Heading } from '../../knowledge/match/fuzzy.js';

/** The scores as Fuse's own token search gives them. */
function byFuse(words: readonly string[], shortlist: readonly Heading[]): ReadonlyMap<number, number> {
  const fuse = new Fuse(shortlist, {
    keys: ['heading'],
    useTokenSearch: true,
    tokenize: (text: string) => text.split(' ').filter((word) => word !== ''),
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.3,
  });
  return new Map(fuse.search(words.join(' ')).map(({ item, score }) => [item.index, 1 - (score ?? 1)]));
}

/** Few letters, so that words are often nearly alike; some longer than Fuse reads at once. */
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 40 });
const words = fc.uniqueArray(letters, { minLength: 1, maxLength: 8 });
const headings = fc
  .array(fc.array(letters, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((of, index) => ({ index, heading: of.join(' ') })));

test('scores are those of Fuse token search, asked or known without asking', () => {
  fc.assert(
    fc.property(words, headings, (query, shortlist) => {
      const ours = createFuzzyRanker()(query, shortlist);
      const theirs = byFuse(query, shortlist);
      expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
      for (const [index, score] of theirs) expect(ours.get(index)).toBeCloseTo(score, 10);
    }),
    { numRuns: 400 },
  );
});

test('asked again, also among other headings, a word is as alike as at first', () => {
  fc.assert(
    fc.property(words, headings, (query, all) => {
      const asked = createFuzzyRanker();
      asked(query, all);
      const few = all.slice(0, 2).reverse();
      expect(asked(query, few)).toEqual(createFuzzyRanker()(query, few));
    }),
    { numRuns: 100 },
  );
});

test('a title spelled almost right is found, and short words say nothing', () => {
  const shortlist = [
    { index: 7, heading: 'prestatiestaat lezen' },
    { index: 8, heading: 'werkkledij wassen' },
  ];
  expect([...createFuzzyRanker()(['prestasiestaat', 'wat'], shortlist).keys()]).toEqual([7]);
  expect(createFuzzyRanker()(['wat', 'is'], shortlist).size).toBe(0);
  expect(createFuzzyRanker()(['werkkledij'], []).size).toBe(0);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRankSet } from '../../knowledge/match/rank-set.js';

const number = fc.nat({ max: 300 });

test('each number has the place it stands at, and no other number has one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(number), number, (numbers, other) => {
      const ascending = Uint32Array.from(numbers).sort();
      const placeOf = createRankSet(ascending);
      expect([...ascending].map(placeOf)).toEqual([...ascending.keys()]);
      expect(placeOf(other)).toBe(ascending.indexOf(other));
    }),
  );
});

test('numbers far beyond the highest have no place', () => {
  expect(createRankSet([3, 31, 32, 64])(4_000_000)).toBe(-1);
  expect(createRankSet([])(0)).toBe(-1);
});

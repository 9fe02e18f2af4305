import { expect, test } from '@jest/globals';
import { randomPool } from '../../bot/random-pool.js';

test('a pool gives other bytes every time, also after it was filled anew', () => {
  const next = randomPool(12);
  const drawn = Array.from({ length: 2_000 }, () => next().toString('hex'));
  expect(new Set(drawn).size).toBe(2_000);
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([24]));
});

test('two pools share nothing', () => {
  const [one, other] = [randomPool(8), randomPool(8)];
  const drawn = Array.from({ length: 300 }, () => [one(), other()].map((bytes) => bytes.toString('hex'))).flat();
  expect(new Set(drawn).size).toBe(600);
});

import { expect, test } from '@jest/globals';
import { leftMs } from '../../bot/expectation.js';

const START = { spentMs: 0, trainingMs: 15_000, trained: false, questions: 1_000, questionMs: 1, measured: false };

test.each([
  ['at the start, what is thought', {}, 16_000],
  ['half through training', { spentMs: 7_500 }, 8_500],
  ['training that takes four times as long says that the questions will', { spentMs: 60_000 }, 12_000 + 4_000],
  ['after slow training', { spentMs: 60_000, trained: true }, 4_000],
  [
    'once questions were measured, only these count',
    { spentMs: 60_000, trained: true, questions: 500, questionMs: 6, measured: true },
    3_000,
  ],
  ['nearly there', { trained: true, questions: 0 }, 0],
])('what is still to come: %s', (_what, so, left) => {
  expect(leftMs({ ...START, ...so })).toBe(left);
});

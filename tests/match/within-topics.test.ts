import { describe, expect, it } from '@jest/globals';
import type { WithinTopic } from '../../knowledge/match/model.js';
import { packBytes } from '../../knowledge/match/pack.js';
import { createWithinTopics } from '../../knowledge/match/within-topics.js';

const part = (
  items: readonly number[],
  bias: readonly number[],
  rows: Record<number, readonly number[]>,
): WithinTopic => ({
  items,
  bias,
  ids: packBytes(Uint32Array.from(Object.keys(rows), Number)),
  rows: {
    values: packBytes(Int8Array.from(Object.values(rows).flat())),
    scales: packBytes(new Float32Array(Object.keys(rows).length).fill(0.5)),
  },
});

/** Topic 0 has items 3 and 1, topic 1 item 0 alone, topic 2 items 4 and 2. Feature 7 stands in topics 0 and 2. */
const within = createWithinTopics([
  part([3, 1], [0, 0], { 2: [4, 0], 7: [0, 2] }),
  part([0], [0.3], { 7: [5] }),
  part([4, 2], [1, 0], { 7: [-2, 2] }),
]);

const score = (features: Record<number, number>, topics: readonly number[]): number[] => {
  const byItem = new Float32Array(5).fill(-1);
  const plain = {
    ids: Uint32Array.from(Object.keys(features), Number),
    values: Float32Array.from(Object.values(features)),
  };
  within.score(plain, topics, byItem);
  return Array.from(byItem, (value) => Number(value.toFixed(4)));
};
/** Probability of the first of two. */
const first = (logit: number, other: number): number => Number((1 / (1 + Math.exp(other - logit))).toFixed(4));

describe('the classifiers within topics', () => {
  it.each([
    ['no feature: the bias decides', {}, [0, 2], [-1, 0.5, 1 - first(1, 0), 0.5, first(1, 0)]],
    ['a feature of one topic', { 2: 1 }, [0], [-1, 1 - first(2, 0), -1, first(2, 0), -1]],
    ['a feature that two topics know', { 7: 1 }, [2, 0], [-1, first(1, 0), first(1, 0), first(0, 1), first(0, 1)]],
    ['two features of one topic', { 2: 1, 7: 2 }, [0], [-1, 1 - first(2, 2), -1, first(2, 2), -1]],
    ['features that nobody knows', { 0: 3, 9: 3 }, [0], [-1, 0.5, -1, 0.5, -1]],
    ['an item alone in its topic', { 7: 3 }, [1], [1, -1, -1, -1, -1]],
  ] as const)('%s', (_name, features, topics, expected) => {
    const found = score(features, topics);
    found.forEach((value, item) => expect(value).toBeCloseTo(expected[item] ?? NaN, 3));
  });

  it('leaves nothing of one question for the next', () => {
    const before = score({ 7: 1 }, [0, 2]);
    score({ 2: 5, 7: 5 }, [0, 1, 2]);
    expect(score({ 7: 1 }, [0, 2])).toEqual(before);
  });

  it('keeps the items of a topic in the order of its model', () => {
    expect([0, 1, 2, 3].map((topic) => within.itemsOf(topic))).toEqual([[3, 1], [0], [4, 2], []]);
  });
});

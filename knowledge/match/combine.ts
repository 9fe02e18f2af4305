import type { Bm25, Bm25Scores } from './bm25.js';
import type { Classifier } from './classifier.js';
import type { Model } from './model.js';
import { fuzzyScores } from './fuzzy.js';
import type { RankerWeights } from './weights.js';
import { head, type Vector } from './vectors.js';

/** One item in the running: what each ranker says of it (0–1). */
export interface Contender {
  readonly index: number;
  readonly rankers: Readonly<Record<keyof RankerWeights, number>>;
  /** Weighted sum of the logarithms: the ranking score. */
  sum: number;
  /** Share of the running's total (0–1). */
  share: number;
}

export interface Evidence {
  readonly topics: Float32Array;
  readonly bm25: Bm25Scores;
  /** Log-odds that the question is not ours. */
  readonly foreign: number;
}

export interface Rankers {
  readonly model: Pick<Model, 'items'>;
  readonly classifier: Classifier;
  readonly bm25: Bm25;
  /** Feature ids below this one are words and concepts. */
  readonly plain: number;
}

const TOPICS_IN_RUNNING = 6;
const ITEMS_PER_TOPIC = 4;
const OTHERS_IN_RUNNING = 12;
const FUZZY_SHORTLIST = 8;

export interface Question {
  readonly vector: Vector;
  /** Stems outside the vocabulary. */
  readonly unknown: number;
}

export function gather({ vector, unknown }: Question, { classifier, bm25 }: Rankers): Evidence {
  return {
    topics: classifier.topics(vector),
    bm25: bm25.score(vector.ids, unknown),
    foreign: classifier.foreign(vector),
  };
}

/** The items worth comparing, with every ranker's opinion, best first. */
export function contend(
  vector: Vector,
  words: readonly string[],
  evidence: Evidence,
  rankers: Rankers,
  weights: RankerWeights,
): Contender[] {
  const { model, classifier } = rankers;
  const plain = head(vector, rankers.plain);
  const within = new Map<number, number>();
  const seen = new Set<number>();
  const scoreTopic = (topic: number): void => {
    if (seen.has(topic)) return;
    seen.add(topic);
    const probabilities = classifier.within(plain, topic);
    classifier.itemsOf(topic).forEach((item, at) => within.set(item, probabilities[at] ?? 0));
  };
  const running = new Set<number>();
  for (const topic of bestTopics(evidence.topics)) {
    scoreTopic(topic);
    const items = [...classifier.itemsOf(topic)].sort((a, b) => (within.get(b) ?? 0) - (within.get(a) ?? 0));
    for (const item of items.slice(0, ITEMS_PER_TOPIC)) running.add(item);
  }
  for (const item of byScore(evidence.bm25.items)) running.add(item);
  const contenders = [...running].flatMap((index): Contender[] => {
    const item = model.items[index];
    if (!item) return [];
    scoreTopic(item.topic);
    const opinions = {
      topic: evidence.topics[item.topic] ?? 0,
      within: within.get(index) ?? 0,
      bm25: evidence.bm25.items.get(index) ?? 0,
      fuzzy: 0,
    };
    return [{ index, rankers: opinions, sum: weigh(opinions, weights), share: 0 }];
  });
  return withShares(addFuzzy(contenders.sort(bySum), words, model, weights).sort(bySum));
}

function addFuzzy(
  contenders: readonly Contender[],
  words: readonly string[],
  model: Pick<Model, 'items'>,
  weights: RankerWeights,
): Contender[] {
  const shortlist = contenders
    .slice(0, FUZZY_SHORTLIST)
    .map(({ index }) => ({ index, heading: model.items[index]?.heading ?? '' }));
  const scores = fuzzyScores(words, shortlist);
  return contenders.map((contender) => {
    const opinions = { ...contender.rankers, fuzzy: scores.get(contender.index) ?? 0 };
    return { ...contender, rankers: opinions, sum: weigh(opinions, weights) };
  });
}

/** Floors keep one silent ranker from vetoing what the others agree on. */
export const FLOORS: Readonly<Record<keyof RankerWeights, number>> = {
  topic: 0.001,
  within: 0.003,
  bm25: 0.2,
  fuzzy: 0.2,
};

export function weigh(opinions: Contender['rankers'], weights: RankerWeights): number {
  let sum = 0;
  for (const name of RANKERS) sum += weights[name] * Math.log(opinions[name] + FLOORS[name]);
  return sum;
}

export const RANKERS: readonly (keyof RankerWeights)[] = ['topic', 'within', 'bm25', 'fuzzy'];

function withShares(contenders: Contender[]): Contender[] {
  const highest = contenders[0]?.sum ?? 0;
  let total = 0;
  for (const contender of contenders) total += contender.share = Math.exp(contender.sum - highest);
  for (const contender of contenders) contender.share /= total || 1;
  return contenders;
}

function bestTopics(topics: Float32Array): number[] {
  const order = Array.from(topics.subarray(0, -1), (score, topic) => ({ score, topic })).sort(
    (a, b) => b.score - a.score,
  );
  return order.slice(0, TOPICS_IN_RUNNING).map(({ topic }) => topic);
}

function byScore(scores: ReadonlyMap<number, number>): number[] {
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, OTHERS_IN_RUNNING)
    .map(([item]) => item);
}

const bySum = (a: Contender, b: Contender): number => b.sum - a.sum || a.index - b.index;

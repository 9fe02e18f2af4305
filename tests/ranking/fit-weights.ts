import { FLOORS } from '../../knowledge/match/combine.js';
import type { RankerWeights } from '../../knowledge/match/weights.js';
import type { HeldOut, Writer } from './fit.js';

/** One held-out question with its contenders, as numbers. */
export interface RankedQuestion {
  readonly writer: Writer | null;
  readonly contenders: readonly RankedContender[];
}

interface RankedContender {
  /** Logarithm per ranker, in the order of RANKERS. */
  readonly opinions: readonly number[];
  readonly rightTopic: boolean;
  readonly rightItem: boolean;
}

const RANKERS: readonly (keyof RankerWeights)[] = ['topic', 'within', 'bm25', 'fuzzy'];
const ROUNDS = 200;
const RATE = 0.3;
const MOMENTUM = 0.9;
/** Part for the very item, the rest for any item of the right topic: both make an answer right. */
const ITEM_SHARE = 0.4;

export function toRanked({ item, writer, insight }: HeldOut, refs: readonly (readonly string[])[]): RankedQuestion {
  const gold = refs[item] ?? [];
  return {
    writer,
    contenders: insight.contenders.map(({ index, rankers }) => ({
      opinions: RANKERS.map((name) => Math.log(rankers[name] + FLOORS[name])),
      rightTopic: (refs[index] ?? []).some((ref) => gold.includes(ref)),
      rightItem: index === item,
    })),
  };
}

/**
 * Listwise logistic regression on evenly spread opinions: weights, none below zero, under which the right ones carry
 * most. On writers left out whole: within a writer's own words the classifier counts for more than a stranger's bear.
 */
export function fitRankers(all: readonly RankedQuestion[]): RankerWeights {
  const ranked = all.filter(
    ({ writer, contenders }) => writer !== null && contenders.some(({ rightTopic }) => rightTopic),
  );
  const spread = RANKERS.map((_name, k) =>
    deviation(ranked.flatMap(({ contenders }) => contenders.map((c) => c.opinions[k] ?? 0))),
  );
  let weights = RANKERS.map(() => 0.5);
  let speed = RANKERS.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const pull = RANKERS.map(() => 0);
    for (const { contenders } of ranked) addPull(contenders, weights, spread, pull);
    speed = speed.map((value, k) => MOMENTUM * value + (pull[k] ?? 0) / ranked.length);
    weights = weights.map((weight, k) => Math.max(0, weight + RATE * (speed[k] ?? 0)));
  }
  const [topic = 0, within = 0, bm25 = 0, fuzzy = 0] = weights.map((weight, k) =>
    Number((weight / (spread[k] ?? 1)).toFixed(3)),
  );
  return { topic, within, bm25, fuzzy };
}

function addPull(
  contenders: readonly RankedContender[],
  weights: readonly number[],
  spread: readonly number[],
  pull: number[],
): void {
  const shares = softmax(
    contenders.map(({ opinions }) =>
      opinions.reduce((sum, value, k) => sum + (value / (spread[k] ?? 1)) * (weights[k] ?? 0), 0),
    ),
  );
  const target = targetOf(contenders, shares);
  contenders.forEach(({ opinions }, at) => {
    const miss = (target[at] ?? 0) - (shares[at] ?? 0);
    opinions.forEach((value, k) => (pull[k] = (pull[k] ?? 0) + (miss * value) / (spread[k] ?? 1)));
  });
}

function targetOf(contenders: readonly RankedContender[], shares: readonly number[]): number[] {
  const topicMass = contenders.reduce((sum, { rightTopic }, at) => sum + (rightTopic ? (shares[at] ?? 0) : 0), 0) || 1;
  const hasItem = contenders.some(({ rightItem }) => rightItem);
  const itemShare = hasItem ? ITEM_SHARE : 0;
  return contenders.map(
    ({ rightTopic, rightItem }, at) =>
      (rightItem ? itemShare : 0) + (rightTopic ? ((1 - itemShare) * (shares[at] ?? 0)) / topicMass : 0),
  );
}

/** Every ranker alone, then together: first and among three, by topic; then per writer left out whole. */
export function soloTable(ranked: readonly RankedQuestion[], weights: RankerWeights): string {
  const rate = (of: readonly RankedQuestion[], score: (opinions: readonly number[]) => number): string => {
    const tops = of.map(({ contenders }) => [...contenders].sort((a, b) => score(b.opinions) - score(a.opinions)));
    const at = (most: number): string =>
      (
        (tops.filter((top) => top.slice(0, most).some(({ rightTopic }) => rightTopic)).length / of.length) *
        100
      ).toFixed(1);
    return `${at(1)} / ${at(3)}`;
  };
  const together = (opinions: readonly number[]): number =>
    RANKERS.reduce((sum, name, k) => sum + weights[name] * (opinions[k] ?? 0), 0);
  const folds = ranked.filter(({ writer }) => writer === null);
  const writers = [...new Set(ranked.flatMap(({ writer }) => (writer === null ? [] : [writer])))];
  return [
    ...RANKERS.map((name, k) => `${name} alone: ${rate(folds, (opinions) => opinions[k] ?? 0)}`),
    `together: ${rate(folds, together)}`,
    ...writers.map((one) => {
      const own = ranked.filter(({ writer }) => writer === one);
      return `together, ${one} left out whole (${String(own.length)}): ${rate(own, together)}`;
    }),
  ].join('\n');
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

export function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const grown = values.map((value) => Math.exp(value - highest));
  const total = grown.reduce((sum, value) => sum + value, 0);
  return grown.map((value) => value / total);
}

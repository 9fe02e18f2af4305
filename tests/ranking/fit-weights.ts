import type { Signs } from '../../knowledge/match/calibrate.js';

/** One held-out question with its contenders, as numbers. */
export interface Ranked {
  readonly text: string;
  readonly nearest: number;
  readonly coverage: number;
  readonly foreign: number;
  readonly knownShare: number;
  readonly contenders: readonly RankedContender[];
}

export interface RankedContender {
  readonly index: number;
  /** Logarithm per ranker. */
  readonly opinions: readonly number[];
  readonly topics: readonly string[];
  readonly rightTopic: boolean;
  readonly rightItem: boolean;
}

export interface Judgement {
  readonly signs: readonly number[];
  readonly right: boolean;
  readonly ours: boolean;
}

const ROUNDS = 300;
/** Half for the very item, half for any item of the right topic: both make an answer right. */
const ITEM_SHARE = 0.4;

/** Listwise logistic regression: weights under which the right contenders carry the most. */
export function fitRankers(ranked: readonly Ranked[]): { readonly weights: readonly number[]; readonly table: string } {
  const size = ranked[0]?.contenders[0]?.opinions.length ?? 0;
  let weights = Array.from({ length: size }, () => 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = Array.from({ length: size }, () => 0);
    for (const { contenders } of ranked) {
      const shares = softmax(contenders.map(({ opinions }) => dot(opinions, weights)));
      const target = targetOf(contenders, shares);
      contenders.forEach(({ opinions }, at) => {
        const pull = (target[at] ?? 0) - (shares[at] ?? 0);
        for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + pull * (opinions[k] ?? 0);
      });
    }
    weights = weights.map((weight, k) => Math.max(0, weight + (0.15 * (gradient[k] ?? 0)) / ranked.length));
  }
  return { weights, table: soloTable(ranked, weights) };
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

/** Every ranker alone, then together: first and among three, by topic. */
function soloTable(ranked: readonly Ranked[], weights: readonly number[]): string {
  const rate = (score: (opinions: readonly number[]) => number): string => {
    const tops = ranked.map(({ contenders }) => [...contenders].sort((a, b) => score(b.opinions) - score(a.opinions)));
    const at = (most: number): string =>
      (
        (tops.filter((top) => top.slice(0, most).some(({ rightTopic }) => rightTopic)).length / ranked.length) *
        100
      ).toFixed(1);
    return `${at(1)} / ${at(3)}`;
  };
  return [
    ...weights.map((_weight, k) => `ranker ${String(k)} alone: ${rate((opinions) => opinions[k] ?? 0)}`),
    `together: ${rate((opinions) => dot(opinions, weights))}`,
  ].join('\n');
}

/** Platt-style logistic regression on the signs of the best candidate. */
export function fitCalibration(
  ranked: readonly Ranked[],
  weights: readonly number[],
  signsOf: (signs: Signs) => readonly number[],
): { readonly numbers: readonly number[]; readonly judgements: readonly Judgement[] } {
  const judgements = ranked.flatMap((question): Judgement[] => {
    const shares = softmax(question.contenders.map(({ opinions }) => dot(opinions, weights)));
    const best = shares.indexOf(Math.max(...shares));
    const top = question.contenders[best];
    if (!top) return [];
    // As in select.ts: contenders count for their main topic, and the best one carries all its own topics.
    const share = question.contenders.reduce(
      (sum, { topics }, at) => sum + (top.topics.includes(topics[0] ?? '') ? (shares[at] ?? 0) : 0),
      0,
    );
    const ours = question.contenders.some(({ rightTopic }) => rightTopic);
    return [{ signs: signsOf({ ...question, share }), right: top.rightTopic, ours }];
  });
  return { numbers: logistic(judgements), judgements };
}

function logistic(judgements: readonly Judgement[]): number[] {
  const size = judgements[0]?.signs.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 15_000; round++) {
    const gradient = Array.from({ length: size }, () => 0);
    for (const { signs, right } of judgements) {
      const miss = (right ? 1 : 0) - 1 / (1 + Math.exp(-dot(signs, weights)));
      for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + miss * (signs[k] ?? 0);
    }
    weights = weights.map((weight, k) => weight + (0.05 * (gradient[k] ?? 0)) / judgements.length);
  }
  return weights;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
}

function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const grown = values.map((value) => Math.exp(value - highest));
  const total = grown.reduce((sum, value) => sum + value, 0);
  return grown.map((value) => value / total);
}

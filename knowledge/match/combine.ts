import type { Bm25, Bm25Scores } from './bm25.js';
import type { Classifier } from './classifier.js';
import type { Model } from './model.js';
import type { FuzzyRanker } from './fuzzy.js';
import type { RankerWeights } from './weights.js';
import { head, type Vector } from './vectors.js';

/** One item in the running: what each ranker says of it (0–1). */
export interface Contender {
  readonly index: number;
  rankers: Readonly<Record<keyof RankerWeights, number>>;
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
  readonly fuzzy: FuzzyRanker;
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
  const within = new Float32Array(model.items.length);
  const inRunning = highest(classifier.topicPlaces, evidence.topics, TOPICS_IN_RUNNING);
  classifier.within.score(plain, inRunning, within);
  const running = new Set<number>();
  for (const topic of inRunning)
    for (const item of highest(classifier.within.itemsOf(topic), within, ITEMS_PER_TOPIC)) running.add(item);
  let others = 0;
  for (const item of evidence.bm25.items.keys()) if (others++ < OTHERS_IN_RUNNING) running.add(item);
  const further = new Set<number>();
  for (const index of running) {
    const topic = model.items[index]?.topic;
    if (topic !== undefined && !inRunning.includes(topic)) further.add(topic);
  }
  classifier.within.score(plain, [...further], within);
  const contenders: Contender[] = [];
  for (const index of running) {
    const item = model.items[index];
    if (!item) continue;
    const opinions = {
      topic: evidence.topics[item.topic] ?? 0,
      within: within[index] ?? 0,
      bm25: evidence.bm25.items.get(index) ?? 0,
      fuzzy: 0,
    };
    contenders.push({ index, rankers: opinions, sum: weigh(opinions, weights), share: 0 });
  }
  return withShares(addFuzzy(contenders.sort(bySum), words, rankers, weights).sort(bySum));
}

function addFuzzy(
  contenders: Contender[],
  words: readonly string[],
  { model, fuzzy: scoresOf }: Pick<Rankers, 'model' | 'fuzzy'>,
  weights: RankerWeights,
): Contender[] {
  const shortlist = contenders
    .slice(0, FUZZY_SHORTLIST)
    .map(({ index }) => ({ index, heading: model.items[index]?.heading ?? '' }));
  const scores = scoresOf(words, shortlist);
  // Whoever is not named keeps the opinion, and so the sum, it had.
  for (const contender of contenders.slice(0, FUZZY_SHORTLIST)) {
    const fuzzy = scores.get(contender.index);
    if (fuzzy === undefined) continue;
    contender.rankers = { ...contender.rankers, fuzzy };
    contender.sum = weigh(contender.rankers, weights);
  }
  return contenders;
}

/** Floors keep one silent ranker from vetoing what the others agree on. */
export const FLOORS: Readonly<Record<keyof RankerWeights, number>> = {
  topic: 0.001,
  within: 0.003,
  bm25: 0.2,
  fuzzy: 0.2,
};

export function weigh(opinions: Contender['rankers'], weights: RankerWeights): number {
  // Written out: by name, one after the other, it took five times as long, forty times a question.
  return (
    weights.topic * Math.log(opinions.topic + FLOORS.topic) +
    weights.within * Math.log(opinions.within + FLOORS.within) +
    weights.bm25 * Math.log(opinions.bm25 + FLOORS.bm25) +
    weights.fuzzy * Math.log(opinions.fuzzy + FLOORS.fuzzy)
  );
}

function withShares(contenders: Contender[]): Contender[] {
  const highest = contenders[0]?.sum ?? 0;
  let total = 0;
  for (const contender of contenders) total += contender.share = Math.exp(contender.sum - highest);
  for (const contender of contenders) contender.share /= total || 1;
  return contenders;
}

/** Of these places the ones with the highest scores, best first; of equals the first stays first. */
function highest(places: Iterable<number>, scores: Float32Array, most: number): readonly number[] {
  const best: number[] = [];
  for (const place of places) {
    const score = scores[place] ?? 0;
    if (best.length === most && (scores[best[most - 1] ?? 0] ?? 0) >= score) continue;
    if (best.length < most) best.push(place);
    let at = best.length - 1;
    for (; at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score; at--) best[at] = best[at - 1] ?? 0;
    best[at] = place;
  }
  return best;
}

const bySum = (a: Contender, b: Contender): number => b.sum - a.sum || a.index - b.index;

import type { Model } from './model.js';
import { unpackUint16, unpackUint32 } from './pack.js';
import { accumulate, createAccumulator, invert, takeBest } from './postings.js';
import { plainWeight, type Vocabulary } from './vectors.js';

export interface NeighbourScores {
  /** Share (0–1) of the neighbourhood's weight per item index. */
  readonly items: ReadonlyMap<number, number>;
  /** Cosine of the nearest phrasing (0–1). */
  readonly nearest: number;
}

export interface Neighbours {
  score(ids: readonly number[]): NeighbourScores;
}

const NEIGHBOURS = 30;
/** Close phrasings count far more than distant ones. */
const SHARPNESS = 3;
/** Most postings visited for one question: rare features first, so that a large library costs no more. */
const MOST_VISITS = 20_000;

/** Nearest phrasings by cosine over words, word pairs and concepts. */
export function createNeighbours(model: Model, vocabulary: Vocabulary): Neighbours {
  const start = unpackUint32(model.phrasings.start);
  const ids = unpackUint16(model.phrasings.ids);
  const item = unpackUint16(model.phrasings.item);
  const lengths = new Float32Array(item.length);
  for (let row = 0; row < item.length; row++) {
    let sum = 0;
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) sum += plainWeight(ids[at] ?? 0, vocabulary) ** 2;
    lengths[row] = Math.sqrt(sum) || 1;
  }
  const postings = invert(
    { start, ids },
    vocabulary.plain,
    (id, row) => plainWeight(id, vocabulary) / (lengths[row] ?? 1),
  );
  const accumulator = createAccumulator(item.length);
  return {
    score(question) {
      const weighted = question
        .map((id) => ({ id, weight: plainWeight(id, vocabulary) }))
        .sort((a, b) => b.weight - a.weight);
      const length = Math.sqrt(weighted.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
      let visits = 0;
      for (const { id, weight } of weighted) {
        if (visits > MOST_VISITS) break;
        visits += accumulate(postings, id, weight / length, accumulator);
      }
      const best = takeBest(accumulator, NEIGHBOURS);
      const items = new Map<number, number>();
      let sum = 0;
      for (const { row, score } of best) {
        const weight = score ** SHARPNESS;
        sum += weight;
        items.set(item[row] ?? 0, (items.get(item[row] ?? 0) ?? 0) + weight);
      }
      for (const [index, weight] of items) items.set(index, weight / (sum || 1));
      return { items, nearest: best[0]?.score ?? 0 };
    },
  };
}

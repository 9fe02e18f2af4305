import type { Model, WithinTopic } from './model.js';
import { unpackFloat32, unpackInt8, unpackUint32 } from './pack.js';
import { createRankSet, type PlaceOf } from './rank-set.js';
import { toProbabilities } from './softmax.js';
import type { Vector } from './vectors.js';

export interface Classifier {
  /** Probability per topic, "not ours" last. */
  topics(vector: Vector): Float32Array;
  /** Log-odds that the question is not ours. */
  foreign(vector: Vector): number;
  /** Probability per item of one topic, in the order of `itemsOf`; reads the plain part of a vector. */
  within(plain: Vector, topic: number): Float32Array;
  itemsOf(topic: number): readonly number[];
  /** Every topic but "not ours". */
  readonly topicPlaces: readonly number[];
}

/** The trained weights, unpacked once. */
export function createClassifier(model: Model): Classifier {
  const values = unpackInt8(model.topicWeights.values);
  const scales = unpackFloat32(model.topicWeights.scales);
  const parts = model.within.map(unpackWithin);
  const topicBias = Float32Array.from(model.topicBias);
  const scope = { values: unpackInt8(model.scopeWeights.values), scales: unpackFloat32(model.scopeWeights.scales) };
  return {
    topics({ ids, values: weights }) {
      const logits = topicBias.slice();
      const classes = logits.length;
      for (let f = 0; f < ids.length; f++) {
        const id = ids[f] ?? 0;
        const factor = (weights[f] ?? 0) * (scales[id] ?? 0);
        const row = id * classes;
        for (let c = 0; c < classes; c++) logits[c] = (logits[c] ?? 0) + factor * (values[row + c] ?? 0);
      }
      toProbabilities(logits);
      return logits;
    },
    foreign({ ids, values: weights }) {
      let sum = (model.scopeBias[1] ?? 0) - (model.scopeBias[0] ?? 0);
      for (let f = 0; f < ids.length; f++) {
        const id = ids[f] ?? 0;
        sum +=
          (weights[f] ?? 0) * (scope.scales[id] ?? 0) * ((scope.values[id * 2 + 1] ?? 0) - (scope.values[id * 2] ?? 0));
      }
      return sum;
    },
    within(vector, topic) {
      const part = parts[topic];
      return part ? scoreWithin(vector, part) : new Float32Array(0);
    },
    itemsOf: (topic) => parts[topic]?.items ?? [],
    topicPlaces: Array.from(topicBias.subarray(0, -1), (_bias, topic) => topic),
  };
}

interface UnpackedWithin {
  readonly items: readonly number[];
  readonly bias: Float32Array;
  /** Feature id -> its row. */
  readonly rowOf: PlaceOf;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

function unpackWithin({ items, bias, ids, rows }: WithinTopic): UnpackedWithin {
  return {
    items,
    bias: Float32Array.from(bias),
    rowOf: createRankSet(unpackUint32(ids)),
    values: unpackInt8(rows.values),
    scales: unpackFloat32(rows.scales),
  };
}

function scoreWithin({ ids, values }: Vector, part: UnpackedWithin): Float32Array {
  const logits = part.bias.slice();
  const classes = logits.length;
  // Alone in its topic: there is nothing to weigh.
  if (classes === 1) return logits.fill(1);
  const { rowOf, scales, values: weights } = part;
  for (let f = 0; f < ids.length; f++) {
    const row = rowOf(ids[f] ?? 0);
    if (row < 0) continue;
    const factor = (values[f] ?? 0) * (scales[row] ?? 0);
    const from = row * classes;
    for (let c = 0; c < classes; c++) logits[c] = (logits[c] ?? 0) + factor * (weights[from + c] ?? 0);
  }
  toProbabilities(logits);
  return logits;
}

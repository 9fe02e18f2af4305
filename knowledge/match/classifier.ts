import type { Model, QuantisedRows } from './model.js';
import { unpackFloat32, unpackInt8 } from './pack.js';
import { toProbabilities } from './softmax.js';
import type { Vector } from './vectors.js';
import { createWithinTopics, type WithinTopics } from './within-topics.js';

export interface Classifier {
  /** Probability per topic, "not ours" last. */
  topics(vector: Vector): Float32Array;
  /** Log-odds that the question is not ours. */
  foreign(vector: Vector): number;
  readonly within: WithinTopics;
  /** Every topic but "not ours". */
  readonly topicPlaces: readonly number[];
}

/** The trained weights, unpacked once. */
export function createClassifier(model: Model): Classifier {
  const { values, scales } = unpackRows(model.topicWeights);
  const topicBias = Float32Array.from(model.topicBias);
  const scope = unpackRows(model.scopeWeights);
  const [oursBias = 0, foreignBias = 0] = model.scopeBias;
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
      let sum = foreignBias - oursBias;
      for (let f = 0; f < ids.length; f++) {
        const id = ids[f] ?? 0;
        sum +=
          (weights[f] ?? 0) * (scope.scales[id] ?? 0) * ((scope.values[id * 2 + 1] ?? 0) - (scope.values[id * 2] ?? 0));
      }
      return sum;
    },
    within: createWithinTopics(model.within),
    topicPlaces: Array.from(topicBias.subarray(0, -1), (_bias, topic) => topic),
  };
}

/** Copies: a view would keep the whole file it was read from, most of which is read once. */
function unpackRows({ values, scales }: QuantisedRows): { readonly values: Int8Array; readonly scales: Float32Array } {
  return { values: unpackInt8(values).slice(), scales: unpackFloat32(scales).slice() };
}

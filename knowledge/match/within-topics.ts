import type { Model } from './model.js';
import { unpackFloat32, unpackInt8, unpackUint32 } from './pack.js';
import { toProbabilities } from './softmax.js';
import type { Vector } from './vectors.js';

/** The classifiers among the items of one topic, all of them together. */
export interface WithinTopics {
  /** Writes the probability of each item of these topics at its own index; reads the plain part of a vector. */
  score(plain: Vector, topics: readonly number[], byItem: Float32Array): void;
  itemsOf(topic: number): readonly number[];
}

/**
 * What a feature weighs in each topic stands together: a question touches the same few lines of memory for every topic
 * it asks, where a table for each topic had to be fetched anew.
 */
interface ByFeature {
  /** Where the topics of each feature begin. */
  readonly start: Uint32Array;
  /** Where its weights begin: those of its topics behind one another, one for each item of the topic. */
  readonly from: Uint32Array;
  readonly topics: Uint16Array;
  readonly scales: Float32Array;
  readonly weights: Int8Array;
}

const NOT_ASKED = -1;

export function createWithinTopics(parts: Model['within']): WithinTopics {
  const { start, from, topics: topicAt, scales, weights } = byFeature(parts);
  // Of the parts themselves nothing is kept: they are views on the file they were read from.
  const itemsOf = parts.map(({ items }) => items);
  const biases = parts.map(({ bias }) => Float32Array.from(bias));
  const sizes = Uint32Array.from(biases, ({ length }) => length);
  const logits = new Float32Array(sizes.reduce((sum, size) => sum + size, 0));
  /** Where the logits of a topic stand. */
  const places = new Int32Array(itemsOf.length).fill(NOT_ASKED);
  const add = (id: number, value: number): void => {
    let weightAt = from[id] ?? 0;
    for (let at = start[id] ?? 0; at < (start[id + 1] ?? 0); at++) {
      const topic = topicAt[at] ?? 0;
      const place = places[topic] ?? NOT_ASKED;
      const size = sizes[topic] ?? 0;
      if (place !== NOT_ASKED) {
        const factor = value * (scales[at] ?? 0);
        for (let c = 0; c < size; c++)
          logits[place + c] = (logits[place + c] ?? 0) + factor * (weights[weightAt + c] ?? 0);
      }
      weightAt += size;
    }
  };
  return {
    itemsOf: (topic) => itemsOf[topic] ?? [],
    score({ ids, values }, topics, byItem) {
      let end = 0;
      for (const topic of topics) {
        places[topic] = end;
        logits.set(biases[topic] ?? [], end);
        end += sizes[topic] ?? 0;
      }
      for (let f = 0; f < ids.length; f++) add(ids[f] ?? 0, values[f] ?? 0);
      for (const topic of topics) {
        const place = places[topic] ?? 0;
        toProbabilities(logits.subarray(place, place + (sizes[topic] ?? 0)));
        itemsOf[topic]?.forEach((item, c) => (byItem[item] = logits[place + c] ?? 0));
        places[topic] = NOT_ASKED;
      }
    },
  };
}

function byFeature(parts: Model['within']): ByFeature {
  // Alone in its topic: there is nothing to weigh.
  const weighed = parts.flatMap((part, topic) =>
    part.items.length > 1 ? [{ topic, size: part.items.length, ids: unpackUint32(part.ids), rows: part.rows }] : [],
  );
  const features = weighed.reduce((most, { ids }) => Math.max(most, (ids.at(-1) ?? -1) + 1), 0);
  const start = new Uint32Array(features + 1);
  const from = new Uint32Array(features + 1);
  for (const { ids, size } of weighed) {
    for (const id of ids) {
      start[id + 1] = (start[id + 1] ?? 0) + 1;
      from[id + 1] = (from[id + 1] ?? 0) + size;
    }
  }
  for (let id = 0; id < features; id++) {
    start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
    from[id + 1] = (from[id + 1] ?? 0) + (from[id] ?? 0);
  }
  const topics = new Uint16Array(start[features] ?? 0);
  const scales = new Float32Array(topics.length);
  const weights = new Int8Array(from[features] ?? 0);
  const [nextTopic, nextWeight] = [start.slice(), from.slice()];
  for (const { topic, size, ids, rows } of weighed) {
    const own = unpackInt8(rows.values);
    const ownScales = unpackFloat32(rows.scales);
    ids.forEach((id, row) => {
      const [at, weightAt] = [nextTopic[id] ?? 0, nextWeight[id] ?? 0];
      topics[at] = topic;
      scales[at] = ownScales[row] ?? 0;
      weights.set(own.subarray(row * size, (row + 1) * size), weightAt);
      nextTopic[id] = at + 1;
      nextWeight[id] = weightAt + size;
    });
  }
  return { start, from, topics, scales, weights };
}

import type { WithinTopic } from './model.js';
import { packBytes } from './pack.js';
import { quantise } from './quantise.js';
import { trainSoftmax } from './softmax.js';
import { head, type Vector } from './vectors.js';

interface TopicExample {
  readonly vector: Vector;
  readonly item: number;
  readonly weight: number;
}

export interface WithinTask {
  /** Main topic per item index. */
  readonly mainTopics: readonly number[];
  readonly topic: number;
  /** Features below this id are words and concepts; letter groups tell topics apart, hardly the items of one. */
  readonly plain: number;
}

const WITHIN_PLAN = { epochs: 5, rate: 5, seed: 2, dropout: 0 } as const;

/** The classifier among the items of one topic: small, because it only knows the words and concepts of that topic. */
export function trainWithin(all: readonly TopicExample[], { mainTopics, topic, plain }: WithinTask): WithinTopic {
  const examples = all.map((example) => ({ ...example, vector: head(example.vector, plain) }));
  const items = mainTopics.flatMap((main, item) => (main === topic ? [item] : []));
  const ids = Uint32Array.from(new Set(examples.flatMap(({ vector }) => [...vector.ids]))).sort();
  const local = new Map([...ids].map((id, at) => [id, at]));
  const column = new Map(items.map((item, at) => [item, at]));
  const trained = trainSoftmax(
    examples.map(({ vector, item, weight }) => ({
      vector: { ids: vector.ids.map((id) => local.get(id) ?? 0), values: vector.values },
      label: column.get(item) ?? 0,
      weight,
    })),
    { ...WITHIN_PLAN, features: ids.length, classes: items.length },
  );
  return { items, bias: [...trained.bias], ids: packBytes(ids), rows: quantise(trained.weights, items.length) };
}

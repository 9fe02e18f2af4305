import { PREFIX } from './features.js';
import type { Model, QuantisedRows, WithinTopic } from './model.js';
import {
  packAscending,
  packBytes,
  packSteps,
  unpackAscending,
  unpackFloat32,
  unpackInt8,
  unpackUint16,
  unpackUint32,
  unpackUint8,
} from './pack.js';

export interface Reduction {
  /** Least number of texts a feature must stand in. */
  readonly leastTexts: number;
  /** The same among the items of one topic, where most features say little. */
  readonly leastTextsWithin: number;
  /** Step weights are rounded to (1 keeps all 255 values); coarse weights compress several times better. */
  readonly step: number;
}

/** For a web page: rare features are left out, and weights are rounded. */
const FOR_WEB: Reduction = { leastTexts: 6, leastTextsWithin: 100, step: 24 };

/** A smaller model of the same shape, for where every kilobyte is downloaded. */
export function reduceModel(model: Model, { leastTexts, leastTextsWithin, step }: Reduction = FOR_WEB): Model {
  const df = unpackUint16(model.df);
  const kept = [...df.keys()].filter((id) => (df[id] ?? 0) >= leastTexts);
  const common = new Map(kept.flatMap((id, at) => ((df[id] ?? 0) >= leastTextsWithin ? [[id, at] as const] : [])));
  const names = model.features.split('\n');
  // Letter groups fill most of the texts and gain the least there: the classifier keeps them.
  const written = new Map(kept.flatMap((id, at) => (isGram(names[id]) ? [] : [[id, at] as const])));
  const counts = unpackUint16(model.wordCounts);
  const words = model.words
    .split(' ')
    .map((word, at) => ({ word, count: counts[at] ?? 0 }))
    .filter(({ count }) => count >= 2);
  const columns = model.topics.length;
  return {
    ...model,
    words: words.map(({ word }) => word).join(' '),
    wordCounts: packBytes(Uint16Array.from(words, ({ count }) => count)),
    features: kept.map((id) => names[id]).join('\n'),
    df: packBytes(Uint16Array.from(kept, (id) => df[id] ?? 0)),
    topicWeights: keepRows(model.topicWeights, kept, columns, step),
    scopeWeights: keepRows(model.scopeWeights, kept, 2, step),
    within: model.within.map((part) => reduceWithin(part, common, step)),
    texts: reduceTexts(model.texts, written),
  };
}

function keepRows(rows: QuantisedRows, kept: readonly number[], columns: number, step: number): QuantisedRows {
  const values = unpackInt8(rows.values);
  const scales = unpackFloat32(rows.scales);
  const less = new Int8Array(kept.length * columns);
  kept.forEach((id, at) => {
    for (let c = 0; c < columns; c++) less[at * columns + c] = coarse(values[id * columns + c] ?? 0, step);
  });
  return {
    values: step > 8 ? packSteps(less, step) : packBytes(less),
    scales: packBytes(Float32Array.from(kept, (id) => Math.fround(Number((scales[id] ?? 0).toPrecision(2))))),
  };
}

function coarse(value: number, step: number): number {
  return Math.max(-127, Math.min(127, Math.round(value / step) * step));
}

function reduceWithin(part: WithinTopic, place: ReadonlyMap<number, number>, step: number): WithinTopic {
  const ids = unpackUint32(part.ids);
  const kept = [...ids.keys()].filter((row) => place.has(ids[row] ?? -1));
  return {
    ...part,
    ids: packBytes(Uint32Array.from(kept, (row) => place.get(ids[row] ?? -1) ?? 0)),
    rows: keepRows(part.rows, kept, part.items.length, step),
  };
}

const isGram = (name = ''): boolean => name.startsWith(PREFIX.gram);

function reduceTexts(texts: Model['texts'], place: ReadonlyMap<number, number>): Model['texts'] {
  const start = unpackUint32(texts.start);
  const ids = unpackAscending(texts.ids, start);
  const counts = unpackUint8(texts.counts);
  const begin = new Uint32Array(start.length);
  const less: number[] = [];
  const rows = Array.from({ length: start.length - 1 }, (_unused, row) => {
    const kept: number[] = [];
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const id = place.get(ids[at] ?? -1);
      if (id === undefined) continue;
      kept.push(id);
      less.push(counts[at] ?? 0);
    }
    begin[row + 1] = less.length;
    return kept;
  });
  return { start: packBytes(begin), ids: packAscending(rows), counts: packBytes(Uint8Array.from(less)) };
}

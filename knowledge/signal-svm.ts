import { packBytes, unpackUint16 } from './match/pack.js';
import { packBorder, rarityOf, type Border, type FeatureTable } from './signal-classifier.js';

export interface Training {
  readonly rounds: number;
  /** How dear a sample on the wrong side is; low keeps single words from deciding. */
  readonly cost: number;
  /** How much dearer a missed yes is than a false one. */
  readonly yesWeight: number;
}

/** Samples as rows of numbers, one behind the other; every row has length 1. */
export interface Rows {
  readonly table: FeatureTable;
  /** Where each row begins, and the last one ends. */
  readonly start: Uint32Array;
  readonly ids: Int32Array;
  readonly values: Float64Array;
  readonly features: number;
}

/** Features seen in fewer samples than `minimum` are left out. A sample holds numbers of `names`. */
export function toRows(samples: readonly Int32Array[], names: readonly string[], minimum: number): Rows {
  const { kept, counts, places } = countFeatures(samples, names.length, minimum);
  const rarities = Float64Array.from(counts, (count, at) =>
    rarityOf(names[kept[at] ?? 0] ?? '', count, samples.length),
  );
  const start = new Uint32Array(samples.length + 1);
  const ids = new Int32Array(samples.reduce((sum, sample) => sum + sample.length, 0));
  const values = new Float64Array(ids.length);
  let size = 0;
  samples.forEach((sample, at) => {
    const from = size;
    for (const feature of sample) {
      const place = places[feature] ?? -1;
      if (place < 0) continue;
      ids[size] = place;
      values[size++] = rarities[place] ?? 0;
    }
    bringToLength1(values, from, size);
    start[at + 1] = size;
  });
  const table = {
    names: Array.from(kept, (feature) => names[feature] ?? '').join('\n'),
    counts: packBytes(counts),
    samples: samples.length,
  };
  return { table, start, ids: ids.subarray(0, size), values: values.subarray(0, size), features: kept.length };
}

interface Counted {
  /** Features seen often enough, in the order they were first seen. */
  readonly kept: Int32Array;
  readonly counts: Uint16Array<ArrayBuffer>;
  /** Feature -> place among the kept ones, or -1. */
  readonly places: Int32Array;
}

function countFeatures(samples: readonly Int32Array[], features: number, minimum: number): Counted {
  const counts = new Uint32Array(features);
  const order = new Int32Array(features);
  let seen = 0;
  for (const sample of samples) {
    for (const feature of sample) {
      const before = counts[feature] ?? 0;
      counts[feature] = before + 1;
      if (before === 0) order[seen++] = feature;
    }
  }
  const kept = order.subarray(0, seen).filter((feature) => (counts[feature] ?? 0) >= minimum);
  const places = new Int32Array(features).fill(-1);
  kept.forEach((feature, place) => {
    places[feature] = place;
  });
  return { kept, counts: Uint16Array.from(kept, (feature) => Math.min(counts[feature] ?? 0, 65_535)), places };
}

function bringToLength1(values: Float64Array, from: number, to: number): void {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (values[at] ?? 0) * (values[at] ?? 0);
  const length = Math.sqrt(sum) || 1;
  for (let at = from; at < to; at++) values[at] = (values[at] ?? 0) / length;
}

export function trainBorder(rows: Rows, yes: readonly boolean[], training: Training): Border {
  const { bias, weights } = solve(rows, yes, training);
  return packBorder(bias, weights);
}

/**
 * The same with its own table, of the `most` features that weigh most: what a rare pair of words weighs is chance,
 * and a phone carries it. Messages of writers left out of training are told as well without.
 */
export function trainLightBorder(
  rows: Rows,
  yes: readonly boolean[],
  training: Training,
  most: number,
): { readonly table: FeatureTable; readonly border: Border } {
  const { bias, weights } = solve(rows, yes, training);
  const least = weights.map(Math.abs).sort().at(-most) ?? 0;
  const heavy = Array.from(weights.keys()).filter((at) => Math.abs(weights[at] ?? 0) >= least);
  const names = rows.table.names.split('\n');
  const counts = unpackUint16(rows.table.counts);
  return {
    table: {
      names: heavy.map((at) => names[at] ?? '').join('\n'),
      counts: packBytes(Uint16Array.from(heavy, (at) => counts[at] ?? 1)),
      samples: rows.table.samples,
    },
    border: packBorder(
      bias,
      Float64Array.from(heavy, (at) => weights[at] ?? 0),
    ),
  };
}

/**
 * Linear support vector machine (squared hinge) by dual coordinate descent.
 * Same samples in the same order give the same border: no chance in it.
 */
function solve(
  { start, ids, values, features }: Rows,
  yes: readonly boolean[],
  training: Training,
): { readonly bias: number; readonly weights: Float64Array } {
  const rows = start.length - 1;
  const weights = new Float64Array(features);
  const duals = new Float64Array(rows);
  let bias = 0;
  for (let round = 0; round < training.rounds; round++) {
    for (const row of shuffled(rows, round)) {
      const from = start[row] ?? 0;
      const to = start[row + 1] ?? 0;
      const sign = yes[row] === true ? 1 : -1;
      const ridge = 1 / (2 * training.cost * (yes[row] === true ? training.yesWeight : 1));
      const dual = duals[row] ?? 0;
      let sum = bias;
      for (let at = from; at < to; at++) sum += (weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
      // Every row has length 1, and 1 more for the bias.
      const next = Math.max(0, dual - (sign * sum - 1 + ridge * dual) / (2 + ridge));
      if (next === dual) continue;
      duals[row] = next;
      const step = (next - dual) * sign;
      bias += step;
      for (let at = from; at < to; at++) {
        const id = ids[at] ?? 0;
        weights[id] = (weights[id] ?? 0) + step * (values[at] ?? 0);
      }
    }
  }
  return { bias, weights };
}

/** 0 … size-1 in an order that depends on the round only. */
function shuffled(size: number, round: number): Uint32Array {
  const order = new Uint32Array(size).map((_zero, at) => at);
  let seed = 12_345 + round * 7_919;
  for (let at = size - 1; at > 0; at--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = seed % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

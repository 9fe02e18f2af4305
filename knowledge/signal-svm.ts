import {
  packBorder,
  packTable,
  rarityOf,
  type Border,
  type FeatureList,
  type FeatureTable,
} from './signal-classifier.js';
import type { FeatureNumbers } from './signal-numbers.js';

export interface Training {
  readonly rounds: number;
  /** How dear a sample on the wrong side is; low keeps single words from deciding. */
  readonly cost: number;
  /** How much dearer a missed yes is than a false one. */
  readonly yesWeight: number;
}

/** Samples as rows of numbers, one behind the other; every row has length 1. */
export interface Rows {
  readonly known: FeatureList;
  /** Where each row begins, and the last one ends. */
  readonly start: Uint32Array;
  readonly ids: Int32Array;
  /** By feature. */
  readonly rarities: Float64Array;
  /** By row: what makes it as long as any other. */
  readonly shares: Float64Array;
}

/** Features seen in fewer samples than `minimum` are left out. A sample holds features by number. */
export function toRows(samples: readonly Int32Array[], numbers: FeatureNumbers, minimum: number): Rows {
  const { known, places } = knowFeatures(samples, numbers, minimum);
  const rarities = Float64Array.from(known.counts, (count, at) =>
    rarityOf(known.sorts[at] ?? 0, count, samples.length),
  );
  const start = new Uint32Array(samples.length + 1);
  const ids = new Int32Array(samples.reduce((sum, sample) => sum + sample.length, 0));
  const shares = new Float64Array(samples.length);
  let size = 0;
  samples.forEach((sample, at) => {
    let squares = 0;
    for (const feature of sample) {
      const place = places[feature] ?? -1;
      if (place < 0) continue;
      ids[size++] = place;
      squares += (rarities[place] ?? 0) * (rarities[place] ?? 0);
    }
    shares[at] = 1 / (Math.sqrt(squares) || 1);
    start[at + 1] = size;
  });
  return { known, start, ids: ids.subarray(0, size), rarities, shares };
}

interface Known {
  /** Features seen often enough, in the order they were first seen: what is seen often stands together. */
  readonly known: FeatureList;
  /** Number of a feature -> place among the known ones, or -1. */
  readonly places: Int32Array;
}

function knowFeatures(samples: readonly Int32Array[], numbers: FeatureNumbers, minimum: number): Known {
  const counts = new Uint32Array(numbers.size);
  for (const sample of samples) for (const feature of sample) counts[feature] = (counts[feature] ?? 0) + 1;
  const kept = Int32Array.from(counts.keys()).filter((feature) => (counts[feature] ?? 0) >= minimum);
  const places = new Int32Array(numbers.size).fill(-1);
  kept.forEach((feature, place) => {
    places[feature] = place;
  });
  return {
    known: {
      keys: kept.map((feature) => numbers.keys[feature] ?? 0),
      sorts: Uint8Array.from(kept, (feature) => numbers.sorts[feature] ?? 0),
      counts: Uint16Array.from(kept, (feature) => Math.min(counts[feature] ?? 0, 65_535)),
      samples: samples.length,
    },
    places,
  };
}

/** One border each, over one table. */
export function trainBorders(
  rows: Rows,
  kinds: readonly (readonly boolean[])[],
  training: Training,
): { readonly table: FeatureTable; readonly borders: readonly Border[] } {
  const { table, order } = packTable(rows.known);
  return {
    table,
    borders: kinds.map((yes) => {
      const { bias, weights } = solve(rows, yes, training);
      return packBorder(bias, order, weights);
    }),
  };
}

/**
 * The same for one border, with the `most` features that weigh most: what a rare pair of words weighs is chance,
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
  const { table, order } = packTable(rows.known, (at) => Math.abs(weights[at] ?? 0) >= least);
  return { table, border: packBorder(bias, order, weights) };
}

/**
 * Linear support vector machine (squared hinge) by dual coordinate descent.
 * Same samples in the same order give the same border: no chance in it.
 */
function solve(
  { known, start, ids, rarities, shares }: Rows,
  yes: readonly boolean[],
  training: Training,
): { readonly bias: number; readonly weights: Float64Array } {
  const rows = start.length - 1;
  // Each weight times its feature's rarity, which is all that a row asks for.
  const sums = new Float64Array(known.keys.length);
  const squares = rarities.map((rarity) => rarity * rarity);
  const duals = new Float64Array(rows);
  let bias = 0;
  for (let round = 0; round < training.rounds; round++) {
    for (const row of shuffled(rows, round)) {
      const from = start[row] ?? 0;
      const to = start[row + 1] ?? 0;
      const share = shares[row] ?? 0;
      const sign = yes[row] === true ? 1 : -1;
      const ridge = 1 / (2 * training.cost * (yes[row] === true ? training.yesWeight : 1));
      const dual = duals[row] ?? 0;
      let sum = 0;
      for (let at = from; at < to; at++) sum += sums[ids[at] ?? 0] ?? 0;
      // Every row has length 1, and 1 more for the bias.
      const next = Math.max(0, dual - (sign * (bias + sum * share) - 1 + ridge * dual) / (2 + ridge));
      if (next === dual) continue;
      duals[row] = next;
      const step = (next - dual) * sign;
      bias += step;
      for (let at = from; at < to; at++) {
        const id = ids[at] ?? 0;
        sums[id] = (sums[id] ?? 0) + step * share * (squares[id] ?? 0);
      }
    }
  }
  return { bias, weights: sums.map((sum, at) => sum / (rarities[at] ?? 1)) };
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

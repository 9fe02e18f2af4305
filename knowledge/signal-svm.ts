import { packBytes } from './match/pack.js';
import { packBorder, rarityOf, type Border, type Features, type FeatureTable } from './signal-classifier.js';

export interface Training {
  readonly rounds: number;
  /** How dear a sample on the wrong side is; low keeps single words from deciding. */
  readonly cost: number;
  /** How much dearer a missed yes is than a false one. */
  readonly yesWeight: number;
}

/** Samples as rows of numbers; every row has length 1. */
export interface Rows {
  readonly table: FeatureTable;
  readonly rows: readonly Row[];
}

interface Row {
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

/** Features seen in fewer samples than `minimum` are left out. */
export function toRows(samples: readonly Features[], minimum: number): Rows {
  const counts = new Map<string, number>();
  for (const features of samples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minimum);
  const numbers = new Map(kept.map(([name], id) => [name, id]));
  const rarities = Float64Array.from(kept, ([, count]) => rarityOf(Math.min(count, 65_535), samples.length));
  return {
    table: {
      names: kept.map(([name]) => name).join('\n'),
      counts: packBytes(Uint16Array.from(kept, ([, count]) => Math.min(count, 65_535))),
      samples: samples.length,
    },
    rows: samples.map((features) => toRow(features, numbers, rarities)),
  };
}

function toRow(features: Features, numbers: ReadonlyMap<string, number>, rarities: Float64Array): Row {
  const ids = Int32Array.from(features.flatMap((name) => numbers.get(name) ?? []));
  const values = Float64Array.from(ids, (id) => rarities[id] ?? 0);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { ids, values: values.map((value) => value / length) };
}

/**
 * Linear support vector machine (squared hinge) by dual coordinate descent.
 * Same samples in the same order give the same border: no chance in it.
 */
export function trainBorder({ rows, table }: Rows, yes: readonly boolean[], training: Training): Border {
  const weights = new Float64Array(table.names.split('\n').length);
  const duals = new Float64Array(rows.length);
  let bias = 0;
  for (let round = 0; round < training.rounds; round++) {
    for (const at of shuffled(rows.length, round)) {
      const row = rows[at];
      if (row === undefined) continue;
      const sign = yes[at] === true ? 1 : -1;
      const ridge = 1 / (2 * training.cost * (yes[at] === true ? training.yesWeight : 1));
      const dual = duals[at] ?? 0;
      let sum = bias;
      for (let i = 0; i < row.ids.length; i++) sum += (weights[row.ids[i] ?? 0] ?? 0) * (row.values[i] ?? 0);
      // Every row has length 1, and 1 more for the bias.
      const next = Math.max(0, dual - (sign * sum - 1 + ridge * dual) / (2 + ridge));
      if (next === dual) continue;
      duals[at] = next;
      const step = (next - dual) * sign;
      bias += step;
      for (let i = 0; i < row.ids.length; i++) {
        const id = row.ids[i] ?? 0;
        weights[id] = (weights[id] ?? 0) + step * (row.values[i] ?? 0);
      }
    }
  }
  return packBorder(bias, weights);
}

/** 0 … size-1 in an order that depends on the round only. */
function shuffled(size: number, round: number): readonly number[] {
  const order = Array.from({ length: size }, (_unused, at) => at);
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

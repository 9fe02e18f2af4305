/** One observation: the names of what was seen. */
export type Features = readonly string[];

export interface Sample {
  readonly features: Features;
  readonly yes: boolean;
}

/** A trained classifier as plain data, so that it can be kept: feature -> [weight, how rare it is]. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Record<string, readonly [weight: number, rarity: number]>>;
}

export interface Classifier {
  readonly weights: Weights;
  /** Distance to the border between yes and no; above 0 is yes. */
  margin(features: Features): number;
  /** What speaks most for yes, strongest first. */
  strongest(features: Features, most: number): readonly string[];
}

export interface Training {
  readonly rounds: number;
  /** How dear a sample on the wrong side is; low keeps single words from deciding. */
  readonly cost: number;
  /** How much dearer a missed yes is than a false one. */
  readonly yesWeight: number;
  /** Features seen in fewer samples are left out. */
  readonly minimum: number;
}

/**
 * Linear support vector machine (squared hinge) by dual coordinate descent.
 * Same samples in the same order give the same classifier: no chance in it.
 */
export function trainClassifier(samples: readonly Sample[], training: Training): Classifier {
  const { numbers, rarities } = numberFeatures(samples, training.minimum);
  const rows = samples.map(({ features, yes }) => {
    const cost = training.cost * (yes ? training.yesWeight : 1);
    return { ...toRow(features, numbers, rarities), sign: yes ? 1 : -1, ridge: 1 / (2 * cost) };
  });
  const weights = new Float64Array(numbers.size);
  const duals = new Float64Array(rows.length);
  let bias = 0;
  for (let round = 0; round < training.rounds; round++) {
    for (const at of shuffled(rows.length, round)) {
      const row = rows[at];
      if (row === undefined) continue;
      const dual = duals[at] ?? 0;
      let sum = bias;
      for (let i = 0; i < row.ids.length; i++) sum += (weights[row.ids[i] ?? 0] ?? 0) * (row.values[i] ?? 0);
      // Every row has length 1, and 1 more for the bias.
      const next = Math.max(0, dual - (row.sign * sum - 1 + row.ridge * dual) / (2 + row.ridge));
      if (next === dual) continue;
      duals[at] = next;
      const step = (next - dual) * row.sign;
      bias += step;
      for (let i = 0; i < row.ids.length; i++) {
        const id = row.ids[i] ?? 0;
        weights[id] = (weights[id] ?? 0) + step * (row.values[i] ?? 0);
      }
    }
  }
  const of: Record<string, readonly [number, number]> = {};
  for (const [name, id] of numbers) of[name] = [round4(weights[id] ?? 0), round4(rarities[id] ?? 0)];
  return useClassifier({ bias, of });
}

/** Weights -> classifier. */
export function useClassifier(weights: Weights): Classifier {
  const known = new Map(Object.entries(weights.of));
  return {
    weights,
    margin(features) {
      let sum = 0;
      let square = 0;
      for (const name of features) {
        const found = known.get(name);
        if (found === undefined) continue;
        sum += found[0] * found[1];
        square += found[1] * found[1];
      }
      return (square === 0 ? 0 : sum / Math.sqrt(square)) + weights.bias;
    },
    strongest: (features, most) =>
      features
        .map((name) => ({ name, gain: (known.get(name)?.[0] ?? 0) * (known.get(name)?.[1] ?? 0) }))
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain)
        .slice(0, most)
        .map(({ name }) => name),
  };
}

interface Row {
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

/** A rare feature says more than a common one; long passages and short ones weigh the same. */
function toRow(features: Features, numbers: ReadonlyMap<string, number>, rarities: Float64Array): Row {
  const ids = Int32Array.from(features.flatMap((name) => numbers.get(name) ?? []));
  const values = Float64Array.from(ids, (id) => rarities[id] ?? 0);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { ids, values: values.map((value) => value / length) };
}

function numberFeatures(
  samples: readonly Sample[],
  minimum: number,
): { readonly numbers: ReadonlyMap<string, number>; readonly rarities: Float64Array } {
  const counts = new Map<string, number>();
  for (const { features } of samples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minimum);
  return {
    numbers: new Map(kept.map(([name], id) => [name, id])),
    rarities: Float64Array.from(kept, ([, count]) => Math.log(samples.length / count) + 0.3),
  };
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
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

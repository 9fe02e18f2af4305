/** One observation: the names of what was seen. */
export type Features = readonly string[];

export interface Sample {
  readonly features: Features;
  readonly yes: boolean;
}

export interface Classifier {
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
  const numbers = numberFeatures(samples, training.minimum);
  const rows = samples.map(({ features, yes }) => {
    const ids = toIds(features, numbers);
    const cost = training.cost * (yes ? training.yesWeight : 1);
    return { ids, sign: yes ? 1 : -1, ridge: 1 / (2 * cost) };
  });
  const weights = new Float64Array(numbers.size + 1);
  const duals = new Float64Array(rows.length);
  for (let round = 0; round < training.rounds; round++) {
    for (const at of shuffled(rows.length, round)) {
      const row = rows[at];
      if (row === undefined) continue;
      const dual = duals[at] ?? 0;
      const gradient = row.sign * dot(weights, row.ids) - 1 + row.ridge * dual;
      const next = Math.max(0, dual - gradient / (row.ids.length + 1 + row.ridge));
      if (next === dual) continue;
      duals[at] = next;
      add(weights, row.ids, (next - dual) * row.sign);
    }
  }
  return {
    margin: (features) => dot(weights, toIds(features, numbers)),
    strongest: (features, most) =>
      features
        .map((name) => ({ name, weight: weights[numbers.get(name) ?? -1] ?? 0 }))
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, most)
        .map(({ name }) => name),
  };
}

function numberFeatures(samples: readonly Sample[], minimum: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of samples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [name, count] of counts) if (count >= minimum) numbers.set(name, numbers.size);
  return numbers;
}

function toIds(features: Features, numbers: ReadonlyMap<string, number>): Int32Array {
  const ids: number[] = [];
  for (const name of features) {
    const number = numbers.get(name);
    if (number !== undefined) ids.push(number);
  }
  return Int32Array.from(ids);
}

/** The last weight is the bias. */
function dot(weights: Float64Array, ids: Int32Array): number {
  let sum = weights[weights.length - 1] ?? 0;
  for (const id of ids) sum += weights[id] ?? 0;
  return sum;
}

function add(weights: Float64Array, ids: Int32Array, step: number): void {
  for (const id of ids) weights[id] = (weights[id] ?? 0) + step;
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + step;
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

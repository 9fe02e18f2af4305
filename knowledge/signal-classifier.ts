/** One observation: what was seen, as feature -> weight. */
export type Features = ReadonlyMap<string, number>;

export interface Sample {
  readonly features: Features;
  /** Index of the class. */
  readonly label: number;
}

export interface Classifier {
  /** Probability per class. */
  predict(features: Features): readonly number[];
  /** What speaks most for a class above all others, strongest first. */
  strongest(features: Features, label: number, most: number): readonly string[];
}

export interface Training {
  readonly classes: number;
  readonly rounds: number;
  readonly rate: number;
  /** Pull of every weight back to zero, so that single words do not decide. */
  readonly decay: number;
  /** Features seen in fewer samples are left out. */
  readonly minimum: number;
  /** How much a sample of a class counts. */
  readonly weightOf: (label: number) => number;
}

/** Multinomial logistic regression by AdaGrad. Same samples in the same order give the same classifier: no chance in it. */
export function trainClassifier(samples: readonly Sample[], training: Training): Classifier {
  const { classes } = training;
  const numbers = numberFeatures(samples, training.minimum);
  const rows = samples.map(({ features, label }) => ({ ...toRow(features, numbers), label }));
  const weights = new Float64Array((numbers.size + 1) * classes);
  const squares = new Float64Array(weights.length).fill(1e-2);
  const bias = numbers.size * classes;
  const scores = new Float64Array(classes);
  for (let round = 0; round < training.rounds; round++) {
    for (const at of shuffled(rows.length, round)) {
      const row = rows[at];
      if (row === undefined) continue;
      score(weights, bias, row, classes, scores);
      for (let k = 0; k < classes; k++) {
        const error = ((scores[k] ?? 0) - (k === row.label ? 1 : 0)) * training.weightOf(row.label);
        step(weights, squares, bias + k, error, training.rate, 0);
        for (let i = 0; i < row.ids.length; i++) {
          step(
            weights,
            squares,
            (row.ids[i] ?? 0) * classes + k,
            error * (row.values[i] ?? 0),
            training.rate,
            training.decay,
          );
        }
      }
    }
  }
  return {
    predict(features) {
      score(weights, bias, toRow(features, numbers), classes, scores);
      return [...scores];
    },
    strongest(features, label, most) {
      return [...features]
        .map(([name, value]) => {
          const number = numbers.get(name);
          return { name, gain: number === undefined ? 0 : (weights[number * classes + label] ?? 0) * value };
        })
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain)
        .slice(0, most)
        .map(({ name }) => name);
    },
  };
}

interface Row {
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

function numberFeatures(samples: readonly Sample[], minimum: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of samples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [name, count] of counts) if (count >= minimum) numbers.set(name, numbers.size);
  return numbers;
}

function toRow(features: Features, numbers: ReadonlyMap<string, number>): Row {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [name, value] of features) {
    const number = numbers.get(name);
    if (number === undefined) continue;
    ids.push(number);
    values.push(value);
  }
  return { ids: Int32Array.from(ids), values: Float64Array.from(values) };
}

function score(weights: Float64Array, bias: number, row: Row, classes: number, into: Float64Array): void {
  let highest = -Infinity;
  for (let k = 0; k < classes; k++) {
    let sum = weights[bias + k] ?? 0;
    for (let i = 0; i < row.ids.length; i++)
      sum += (weights[(row.ids[i] ?? 0) * classes + k] ?? 0) * (row.values[i] ?? 0);
    into[k] = sum;
    if (sum > highest) highest = sum;
  }
  let total = 0;
  for (let k = 0; k < classes; k++) {
    const value = Math.exp((into[k] ?? 0) - highest);
    into[k] = value;
    total += value;
  }
  for (let k = 0; k < classes; k++) into[k] = (into[k] ?? 0) / total;
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  at: number,
  gradient: number,
  rate: number,
  decay: number,
): void {
  const pull = gradient + decay * (weights[at] ?? 0);
  squares[at] = (squares[at] ?? 0) + pull * pull;
  weights[at] = (weights[at] ?? 0) - (rate * pull) / Math.sqrt(squares[at] ?? 1);
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

import { seededRandom, shuffle } from './random.js';
import type { Vector } from './vectors.js';

export interface SoftmaxExample {
  readonly vector: Vector;
  readonly label: number;
  readonly weight: number;
}

export interface SoftmaxPlan {
  readonly features: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
  /** Share (0–1) of an example's features left out at each visit, so that no single word decides. */
  readonly dropout: number;
}

/** Row-major weights (feature × class) and a bias per class. */
export interface SoftmaxWeights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Below this gradient a class is left alone: most classes are, which makes training several times faster. */
const SMALLEST_GRADIENT = 0.004;
const BIAS_RATE = 0.02;

/** Multinomial logistic regression by stochastic gradient descent with a falling rate; the seed fixes the order. */
export function trainSoftmax(examples: readonly SoftmaxExample[], plan: SoftmaxPlan): SoftmaxWeights {
  const { features, classes, epochs } = plan;
  const learned = { weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  const logits = new Float64Array(classes);
  const gradients: Gradients = { classes: new Int32Array(classes), values: new Float64Array(classes), size: 0 };
  const order = Uint32Array.from(examples, (_example, at) => at);
  const random = seededRandom(plan.seed);
  const thin = plan.dropout > 0 ? thinner(examples, plan.dropout, random) : (vector: Vector) => vector;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const rate = plan.rate * (1 - epoch / epochs + 0.02);
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      const vector = thin(example.vector);
      sumLogits(vector, learned, logits);
      toProbabilities(logits);
      collectGradients(logits, example.label, rate * example.weight, gradients);
      learn(vector, gradients, learned);
    }
  }
  return learned;
}

/** The classes that a step changes, and by how much. */
interface Gradients {
  readonly classes: Int32Array;
  readonly values: Float64Array;
  size: number;
}

function collectGradients(probabilities: Float64Array, label: number, rate: number, gradients: Gradients): void {
  let size = 0;
  for (let c = 0; c < probabilities.length; c++) {
    const gradient = (probabilities[c] ?? 0) - (c === label ? 1 : 0);
    if (Math.abs(gradient) <= SMALLEST_GRADIENT) continue;
    gradients.classes[size] = c;
    gradients.values[size++] = gradient * rate;
  }
  gradients.size = size;
}

function learn({ ids, values }: Vector, gradients: Gradients, { weights, bias }: SoftmaxWeights): void {
  const { classes: active, values: steps, size } = gradients;
  const classes = bias.length;
  for (let k = 0; k < size; k++) {
    const c = active[k] ?? 0;
    bias[c] = (bias[c] ?? 0) - (steps[k] ?? 0) * BIAS_RATE;
  }
  for (let f = 0; f < ids.length; f++) {
    const row = (ids[f] ?? 0) * classes;
    const value = values[f] ?? 0;
    for (let k = 0; k < size; k++) {
      const at = row + (active[k] ?? 0);
      weights[at] = (weights[at] ?? 0) - (steps[k] ?? 0) * value;
    }
  }
}

/** A vector without some of its features, the rest made as much stronger; good until the next one is made. */
function thinner(
  examples: readonly SoftmaxExample[],
  dropout: number,
  random: () => number,
): (vector: Vector) => Vector {
  const most = examples.reduce((longest, { vector }) => Math.max(longest, vector.ids.length), 0);
  const keptIds = new Uint32Array(most);
  const keptValues = new Float32Array(most);
  return ({ ids, values }) => {
    let size = 0;
    for (let f = 0; f < ids.length; f++) {
      if (random() < dropout) continue;
      keptIds[size] = ids[f] ?? 0;
      keptValues[size++] = (values[f] ?? 0) / (1 - dropout);
    }
    return { ids: keptIds.subarray(0, size), values: keptValues.subarray(0, size) };
  };
}

/** Eight features at a time: most of the time of a training is spent here, and most of it in reading and writing the sums. */
function sumLogits({ ids, values }: Vector, { weights, bias }: SoftmaxWeights, logits: Float64Array): void {
  logits.set(bias);
  const classes = logits.length;
  let f = 0;
  for (; f + 8 <= ids.length; f += 8) {
    const [a, b, d, e] = [row(f), row(f + 1), row(f + 2), row(f + 3)];
    const [g, h, i, j] = [row(f + 4), row(f + 5), row(f + 6), row(f + 7)];
    const [va, vb, vd, ve] = [values[f] ?? 0, values[f + 1] ?? 0, values[f + 2] ?? 0, values[f + 3] ?? 0];
    const [vg, vh, vi, vj] = [values[f + 4] ?? 0, values[f + 5] ?? 0, values[f + 6] ?? 0, values[f + 7] ?? 0];
    for (let c = 0; c < classes; c++) {
      logits[c] =
        (logits[c] ?? 0) +
        va * (weights[a + c] ?? 0) +
        vb * (weights[b + c] ?? 0) +
        vd * (weights[d + c] ?? 0) +
        ve * (weights[e + c] ?? 0) +
        vg * (weights[g + c] ?? 0) +
        vh * (weights[h + c] ?? 0) +
        vi * (weights[i + c] ?? 0) +
        vj * (weights[j + c] ?? 0);
    }
  }
  for (; f < ids.length; f++) {
    const from = row(f);
    const value = values[f] ?? 0;
    for (let c = 0; c < classes; c++) logits[c] = (logits[c] ?? 0) + value * (weights[from + c] ?? 0);
  }
  function row(at: number): number {
    return (ids[at] ?? 0) * classes;
  }
}

/** Logits -> probabilities, in place. */
export function toProbabilities(logits: Float32Array | Float64Array): void {
  let highest = -Infinity;
  for (const logit of logits) if (logit > highest) highest = logit;
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += logits[c] = Math.exp((logits[c] ?? 0) - highest);
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] ?? 0) / sum;
}

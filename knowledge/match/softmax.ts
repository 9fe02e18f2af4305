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
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const logits = new Float32Array(classes);
  const active = new Int32Array(classes);
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
      addLogits(vector, { weights, bias }, logits);
      toProbabilities(logits);
      let count = 0;
      for (let c = 0; c < classes; c++) {
        const gradient = (logits[c] ?? 0) - (c === example.label ? 1 : 0);
        if (Math.abs(gradient) <= SMALLEST_GRADIENT) continue;
        active[count++] = c;
        logits[c] = gradient * rate * example.weight;
        bias[c] = (bias[c] ?? 0) - (logits[c] ?? 0) * BIAS_RATE;
      }
      const { ids, values } = vector;
      for (let f = 0; f < ids.length; f++) {
        const row = (ids[f] ?? 0) * classes;
        const value = values[f] ?? 0;
        for (let k = 0; k < count; k++) {
          const c = active[k] ?? 0;
          weights[row + c] = (weights[row + c] ?? 0) - (logits[c] ?? 0) * value;
        }
      }
    }
  }
  return { weights, bias };
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

function addLogits({ ids, values }: Vector, { weights, bias }: SoftmaxWeights, logits: Float32Array): void {
  logits.set(bias);
  const classes = logits.length;
  for (let f = 0; f < ids.length; f++) {
    const row = (ids[f] ?? 0) * classes;
    const value = values[f] ?? 0;
    for (let c = 0; c < classes; c++) logits[c] = (logits[c] ?? 0) + value * (weights[row + c] ?? 0);
  }
}

/** Logits -> probabilities, in place. */
export function toProbabilities(logits: Float32Array): void {
  let highest = -Infinity;
  for (const logit of logits) if (logit > highest) highest = logit;
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += logits[c] = Math.exp((logits[c] ?? 0) - highest);
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] ?? 0) / sum;
}

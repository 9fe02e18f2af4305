import { CALIBRATION } from './weights.js';

export interface Signs {
  /** Share (0–1) of the running that the candidate's topics carry. */
  readonly share: number;
  /** Cosine (0–1) of the nearest phrasing. */
  readonly nearest: number;
  /** How much of the question the best item's text covers (0–1). */
  readonly coverage: number;
  readonly knownShare: number;
  /** Log-odds that the question is not ours. */
  readonly foreign: number;
}

/** Below -2 a question is ours beyond doubt; how far below says nothing more. The numbers the calibration weighs, in the order of CALIBRATION.signs. */
export function signsOf({ share, nearest, coverage, knownShare, foreign }: Signs): readonly number[] {
  const inside = Math.min(0.995, Math.max(0.005, share));
  return [1, Math.log(inside / (1 - inside)), nearest, coverage, knownShare, Math.max(-2, Math.min(4, foreign))];
}

/** Signs -> probability (0–1) that the candidate is right. */
export function calibrate(signs: Signs): number {
  const sum = signsOf(signs).reduce((total, value, at) => total + value * (CALIBRATION.signs[at] ?? 0), 0);
  return sigmoid(CALIBRATION.slope * sum + CALIBRATION.shift);
}

/** Probability that a question is not ours, from the topic classifier's "none" and the scope classifier. */
export function notOurs({ none, foreign }: { readonly none: number; readonly foreign: number }): number {
  return Math.max(none, sigmoid(foreign));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

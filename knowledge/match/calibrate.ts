import { CALIBRATION } from './weights.js';

/** What one candidate shows. */
export interface Signs {
  /** Share (0–1) of the running that the candidate's topics carry. */
  readonly share: number;
  /** What the topic classifier gives its topic (0–1). */
  readonly topic: number;
  /** How much of the question its text covers (0–1). */
  readonly coverage: number;
  /** Share (0–1) of the question's words that are ours. */
  readonly knownShare: number;
  /** Log-odds that the question is not ours. */
  readonly foreign: number;
  /** Number of words asked. */
  readonly words: number;
}

/** Names, places and numbers are unknown words too: below this share more of them say nothing. */
const LEAST_KNOWN = 0.7;

/** A story says more than this many words, but no more about how sure we may be. */
const MOST_WORDS = 40;

/**
 * The numbers the calibration weighs, in the order of CALIBRATION.signs. Below -4 a question is ours beyond doubt;
 * how far below says nothing more.
 */
export function signsOf({ share, topic, coverage, knownShare, foreign, words }: Signs): readonly number[] {
  const inside = Math.min(0.995, Math.max(0.005, share));
  return [
    1,
    Math.log(inside / (1 - inside)),
    Math.log(topic + 0.01),
    Math.log(coverage + 0.05),
    Math.max(LEAST_KNOWN, knownShare),
    Math.max(-4, Math.min(4, foreign)),
    Math.log(Math.max(1, Math.min(MOST_WORDS, words))),
  ];
}

/** Signs -> probability (0–1) that the candidate is right. */
export function calibrate(signs: Signs): number {
  return sigmoid(signsOf(signs).reduce((total, value, at) => total + value * (CALIBRATION.signs[at] ?? 0), 0));
}

/** Probability that a question is not ours, from the topic classifier's "none" and the scope classifier. */
export function notOurs({ none, foreign }: { readonly none: number; readonly foreign: number }): number {
  return Math.max(none, sigmoid(foreign));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

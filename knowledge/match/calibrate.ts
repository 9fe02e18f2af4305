import { CALIBRATION } from './weights.js';

/** What one candidate shows. */
export interface Signs {
  /** Share (0–1) of the running that the candidate's topics carry. */
  readonly share: number;
  /** What the topic classifier gives its topics together (0–1). */
  readonly topics: number;
  /** How far its text leads (-1–1) over that of another topic. */
  readonly lead: number;
  /** How much of the question its text covers (0–1). */
  readonly coverage: number;
  /** Share (0–1) of the question's words that are ours. */
  readonly knownShare: number;
  /** Log-odds that the question is not ours. */
  readonly foreign: number;
  /** Probability (0–1) of the class "not ours" beside the topics. */
  readonly none: number;
  /** Number of words asked. */
  readonly words: number;
}

/** Names, places and numbers are unknown words too: below this share more of them say nothing. */
const LEAST_KNOWN = 0.7;

/** A story says more than this many words, but no more about how sure we may be. */
const MOST_WORDS = 40;

/**
 * The numbers the calibration weighs, in the order of CALIBRATION.signs. Below -4 a question is ours beyond doubt;
 * how far below says nothing more. The lead of the text and all topics of the candidate instead of its main one:
 * 55.0 and 31.9 % of two unseen writers answered at 95 % right, 52.5 and 28.8 % without (2026-11-21).
 */
export function signsOf({ share, topics, lead, coverage, knownShare, foreign, words }: Signs): readonly number[] {
  return [
    1,
    logOdds(share),
    Math.log(topics + 0.01),
    Math.log(coverage + 0.05),
    Math.max(LEAST_KNOWN, knownShare),
    Math.max(-4, Math.min(4, foreign)),
    lengthOf(words),
    lead,
  ];
}

/** Signs -> probability (0–1) that the candidate is right. */
export function calibrate(signs: Signs): number {
  return sigmoid(weigh(signsOf(signs), CALIBRATION.signs));
}

/**
 * What tells that a question is not ours, in the order of CALIBRATION.notOurs: what the classifiers say of its words,
 * and how well the best candidate fits. The words alone refuse what we know well ("mijn leerling ontslaan").
 */
export function notOursSigns({ share, topics, coverage, foreign, none, words }: Signs): readonly number[] {
  return [
    1,
    Math.max(-8, Math.min(8, foreign)),
    Math.log(none + 0.01),
    logOdds(share),
    Math.log(topics + 0.01),
    Math.log(coverage + 0.05),
    lengthOf(words),
  ];
}

/** Signs of the best candidate -> probability (0–1) that the question is not ours. */
export function notOurs(best: Signs): number {
  return sigmoid(weigh(notOursSigns(best), CALIBRATION.notOurs));
}

function weigh(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
}

function logOdds(share: number): number {
  const inside = Math.min(0.995, Math.max(0.005, share));
  return Math.log(inside / (1 - inside));
}

const lengthOf = (words: number): number => Math.log(Math.max(1, Math.min(MOST_WORDS, words)));

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

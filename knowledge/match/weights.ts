/** How the rankers are combined and how what they say becomes a probability; `npm run fit` prints the numbers. */
export interface RankerWeights {
  readonly topic: number;
  readonly within: number;
  readonly bm25: number;
  readonly fuzzy: number;
}

/**
 * 2026-11-21, by three writers left out whole: 83.2 / 94.9 % first and among three for the plain one, 67.6 / 84.0 for
 * the two freshest. What fits the probabilities best (`npm run fit`) is sharper and half a point less. Beside these the
 * nearest phrasings, a naive Bayes, a low-rank embedding, neighbours of words by the items they share and several
 * classifiers averaged gained less than half a point each.
 */
export const RANKER_WEIGHTS: RankerWeights = { topic: 0.45, within: 0.5, bm25: 2.9, fuzzy: 0.3 };

/** Logistic regression from what a candidate shows (see calibrate.ts) to the probability that its topic is the asked one. */
export const CALIBRATION = {
  /** Fitted on 4,720 phrasings of four writers left out whole, 321 held-out stories and held-out lines that are not ours (2026-11-21). */
  signs: [-9.909, 0.742, 0.154, 0.504, 8.205, -0.471, 0.327, 2.205],
  /** From the best candidate and the words to the probability that the question is not ours; on the same questions. */
  notOurs: [5.082, -0.004, 1.464, -0.186, 0.136, -2.264, -1.793],
} as const;

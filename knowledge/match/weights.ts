/** How the rankers are combined and how what they say becomes a probability; `npm run fit` prints the numbers. */
export interface RankerWeights {
  readonly topic: number;
  readonly within: number;
  readonly bm25: number;
  readonly fuzzy: number;
}

/**
 * 2026-11-21: 6,000 held-out phrasings, 65.1 % first and 81.3 % among three by topic (the best ranker alone 62.8 and
 * 79.7); of a writer left out whole 81.9 and 93.3. The nearest phrasings as a ranker weighed nothing beside these.
 */
export const RANKER_WEIGHTS: RankerWeights = { topic: 0.528, within: 0.58, bm25: 2.843, fuzzy: 0.541 };

/** Logistic regression from what a candidate shows (see calibrate.ts) to the probability that its topic is the asked one. */
export const CALIBRATION = {
  /** Fitted on 2,280 phrasings of a writer left out whole, 600 held-out stories and 1,000 held-out lines that are not ours (2026-11-21). */
  signs: [-11.178, 0.811, -0.14, 1.295, 9.03, -0.484, 0.62],
  /** From the best candidate and the words to the probability that the question is not ours. */
  notOurs: [1.16, 0.2, 0, -0.22, -0.46, -2.4, -1.61],
} as const;

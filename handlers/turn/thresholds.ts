/**
 * Where a match becomes an answer, a choice or a matter for the coach. Probabilities and shares (0–1).
 * Chosen on 2026-11-21 with `npm run eval` on 575 answerable (everyday, stories) and 182 out-of-scope development lines:
 *   answer 0.62: 71.7 % answered, 93.9 % right, 7.1 % of out of scope answered
 *   answer 0.70: 66.6 % answered, 94.8 % right, 5.5 %
 *   answer 0.75: 63.3 % answered, 96.2 % right, 5.5 %
 * A lead of 0.1 or more over the second halves what is answered and gains no precision: the second is of another topic.
 */
export const THRESHOLDS = {
  /** Least probability of the best candidate to answer directly. */
  answer: 0.73,
  /** Least lead over the second, which is of another topic wherever there is one. */
  answerMargin: 0.03,
  /** Least probability of a candidate to be offered as a choice. */
  choose: 0.06,
  /** Least share of known words for a direct answer. */
  knownShare: 0.5,
  /** From this probability of "not ours" on, no direct answer; and from this one on, a courteous refusal. */
  notOursAnswer: 0.05,
  notOursDecline: 0.8,
} as const;

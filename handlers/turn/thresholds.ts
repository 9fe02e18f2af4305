/**
 * Where a match becomes an answer, a choice or a matter for the coach. Probabilities and shares (0–1).
 * Chosen on 2026-11-21 with `npm run fit`: 1,776 phrasings of a writer left out whole, 1,000 held-out lines not ours:
 *   answer 0.60: 71.8 % answered, 93.5 % right, 3.9 % of what is not ours answered
 *   answer 0.65: 68.7 % answered, 93.9 % right, 3.0 %
 *   answer 0.70: 64.3 % answered, 95.1 % right, 2.5 %
 * Without the limit on "not ours" (0.05) the last line would be 65.5 %, 95.1 % and 5.0 %.
 */
export const THRESHOLDS = {
  /** Least probability of the best candidate to answer directly. */
  answer: 0.69,
  /** Least lead over the second, which is of another topic wherever there is one. */
  answerMargin: 0.03,
  /** Least probability of the best candidate to offer a choice at all; below it the coach is a better offer than a guess. */
  choose: 0.2,
  /** Least probability of the other choices, and the least part of the best one's. */
  chooseOther: 0.07,
  chooseOtherPart: 0.15,
  /** The same for French and English, where most words are unknown and every probability is low. */
  chooseForeign: 0.08,
  /** Least share of known words for a direct answer. */
  knownShare: 0.5,
  /** From this probability of "not ours" on, no direct answer; and from this one on, a courteous refusal. */
  notOursAnswer: 0.05,
  notOursDecline: 0.65,
} as const;

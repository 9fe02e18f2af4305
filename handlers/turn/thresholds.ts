/**
 * Where a match becomes an answer, a choice or a matter for the coach. Probabilities and shares (0–1).
 * Chosen on 2026-11-21 with `npm run fit`, on what four writers wrote, left out whole: one plain hand (many lines of
 * one to four words) and three that wrote to be far from what stood there; and on 1,674 held-out lines not ours:
 *   answer 0.65, not ours 0.07: 65.6 % and 51.8 % answered, 93.6 % and 89.9 % right; 2.3 % of what is not ours
 *   answer 0.68, not ours 0.07: 64.0 % and 50.2 % answered, 94.1 % and 90.8 % right; 2.3 %
 *   answer 0.70, not ours 0.07: 62.9 % and 48.5 % answered, 94.6 % and 91.7 % right; 2.2 %
 *   answer 0.70, not ours 0.10: 65.5 % and 50.0 % answered, 94.5 % and 91.9 % right; 2.9 %
 * Refused from 0.8 on: 68.6 % of the lines not ours, 2.3 % and 0.8 % of ours.
 */
export const THRESHOLDS = {
  /** Least probability of the best candidate to answer directly. */
  answer: 0.7,
  /** Least lead over the second, which is of another topic wherever there is one. */
  answerMargin: 0.03,
  /** Least probability of the best candidate to offer a choice at all; below it the coach is a better offer than a guess. */
  choose: 0.2,
  /** Least probability of the other choices, and the least part of the best one's. */
  chooseOther: 0.07,
  chooseOtherPart: 0.15,
  /** The same for French and English, read word by word: every probability is low. */
  chooseForeign: 0.15,
  /** Least share of known words for a direct answer. */
  knownShare: 0.5,
  /** From this probability of "not ours" on, no direct answer; and from this one on, a courteous refusal. */
  notOursAnswer: 0.07,
  notOursDecline: 0.8,
} as const;

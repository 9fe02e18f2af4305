/**
 * Where a match becomes an answer, a choice or a matter for the coach. Probabilities and shares (0–1).
 * Chosen on 2026-11-21 with `npm run fit`, on writers left out whole: one plain hand (many lines of one to four words),
 * five that wrote to be far from what stood there, three more after them; and on 2,081 held-out lines not ours:
 *   answer 0.65, not ours 0.07: 72.6, 70.0 and 66.7 % answered, 94.9, 93.9 and 93.5 % right; 2.7 % of what is not ours
 *   answer 0.70, not ours 0.07: 70.3, 66.7 and 63.6 % answered, 95.4, 95.0 and 94.9 % right; 2.4 %
 *   answer 0.70, not ours 0.10: 72.8, 68.1 and 64.9 % answered, 95.3, 95.1 and 94.8 % right; 3.4 %
 *   answer 0.75, not ours 0.07: 67.7, 63.6 and 61.1 % answered, 96.2, 96.1 and 95.9 % right; 2.2 %
 *   answer 0.75, not ours 0.10: 69.8, 65.0 and 62.2 % answered, 96.0, 96.2 and 95.9 % right; 2.9 %
 * The last: nearly as many answers as 0.70 with 0.07, and one in five of the wrong ones less.
 * Refused from 0.8 on: 71.9 % of the lines not ours, 2.1, 0.7 and 1.0 % of ours.
 */
export const THRESHOLDS = {
  /** Least probability of the best candidate to answer directly. */
  answer: 0.75,
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
  notOursAnswer: 0.1,
  notOursDecline: 0.8,
} as const;

/**
 * Where a match becomes an answer, a choice or a matter for the coach. Probabilities and shares (0–1).
 * Chosen on 2026-11-21 with `npm run fit`, on 2,280 phrasings of a writer left out whole, many of them of one to four
 * words, 600 held-out stories and 1,000 held-out lines that are not ours:
 *   answer 0.60: 67.5 % answered, 92.1 % right; 0.65: 63.2 % and 93.2 %; 0.70: 59.0 % and 94.4 %
 * Of the 1,776 among them that are whole questions 0.65 answers 69.9 %, 94.2 % of them right. The limit on "not ours"
 * (0.05) halves what is answered of the lines that are not ours, and costs 1 % of the others.
 */
export const THRESHOLDS = {
  /** Least probability of the best candidate to answer directly. */
  answer: 0.65,
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
  notOursAnswer: 0.05,
  notOursDecline: 0.65,
} as const;

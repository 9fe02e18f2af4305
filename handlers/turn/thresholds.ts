/**
 * Where a match becomes an answer, a choice or a matter for the coach. Probabilities and shares (0–1).
 * Chosen with `npm run eval` on tests/ranking/*.jsonl; the table it was read from is in tests/ranking/README.md.
 */
export const THRESHOLDS = {
  /** Least probability of the best candidate to answer directly. */
  answer: 0.6,
  /** Least lead over the second, which is of another topic wherever there is one. */
  answerMargin: 0.15,
  /** Least probability of a candidate to be offered as a choice. */
  choose: 0.04,
  /** Least share of known words for a direct answer. */
  knownShare: 0.5,
  /** From this probability of "not ours" on, no direct answer; and from this one on, a courteous refusal. */
  notOursAnswer: 0.3,
  notOursDecline: 0.75,
} as const;

import type { ItemId, ItemKind } from '../entry.js';

/** How one candidate came to its score, for `ask --why` and the desk. */
export interface CandidateWhy {
  /** Score per ranker before combination, named after the ranker. */
  readonly rankers: Readonly<Record<string, number>>;
  /** Terms of the question that this item shares, strongest first. */
  readonly terms: readonly string[];
}

export interface Candidate {
  readonly id: ItemId;
  readonly kind: ItemKind;
  /** Calibrated probability (0–1) that this item answers the question. */
  readonly score: number;
  readonly why: CandidateWhy;
}

/** The same candidate with another probability; why it stands there is still only put together when somebody asks. */
export function withScore(candidate: Candidate, score: number): Candidate {
  return {
    id: candidate.id,
    kind: candidate.kind,
    score,
    get why() {
      return candidate.why;
    },
  };
}

/** The nearest item of the same topic: who is sure of the topic may still give the wrong one of two. */
export interface Kin {
  /** The best candidate, which it stands beside. */
  readonly of: ItemId;
  readonly candidate: Candidate;
  /** What the best holds of what the two hold together (0–1): a half is a tie. */
  readonly lead: number;
}

export interface MatchResult {
  /** Best first, at most `limit` (default 5). */
  readonly candidates: readonly Candidate[];
  /** Probability of the best minus that of the next candidate of another topic (0–1). */
  readonly margin: number;
  /** Null when nothing of its topic is in the running; absent when a matcher cannot tell. */
  readonly kin?: Kin | null;
  /** The question after the text layer, for the explanation. */
  readonly terms: readonly string[];
  readonly concepts: readonly string[];
  /** Share (0–1) of the question's content words that our vocabulary knows; low for nonsense and other languages. */
  readonly knownShare: number;
  /** Of a text that is hardly more than a key word: the items it is a key word of, best first; otherwise absent. */
  readonly named?: readonly Candidate[];
  /** Probability (0–1) that the question is not ours at all; absent when a matcher cannot tell. */
  readonly notOurs?: number;
}

interface MatchOptions {
  readonly limit?: number;
}

/** The one door to matching: a question in, ranked candidates out. Matching is synchronous; built once per library. */
export interface Matcher {
  match(text: string, options?: MatchOptions): MatchResult;
  /** Work to do before `match` reads this very text, where a matcher has such; absent otherwise. Never throws. */
  prepare?(text: string): Promise<void>;
}

import type { Candidate, MatchResult } from '../../knowledge/match/match.js';
import type { Language } from '../outcome.js';

export type MatchDecision =
  | { readonly kind: 'answer'; readonly candidate: Candidate }
  | { readonly kind: 'choose'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'escalate' }
  | { readonly kind: 'decline'; readonly reason: 'out-of-scope' | 'manipulation' };

export interface DecideContext {
  readonly language: Language;
  readonly text: string;
}

/** Probabilities (0–1) from which we answer or offer; see THRESHOLDS' data in tests/ranking. */
export const THRESHOLDS = { answer: 0.6, answerMargin: 0.15, choose: 0.2, decline: 0.05 } as const;

/** answer / choose from at most three / coach / decline. Pure. */
export function decide(match: MatchResult, context: DecideContext): MatchDecision {
  const [best] = match.candidates;
  if (!best || best.score < THRESHOLDS.decline) return { kind: 'decline', reason: 'out-of-scope' };
  const near = match.candidates.filter(({ score }) => score >= THRESHOLDS.choose).slice(0, 3);
  const sure = best.score >= THRESHOLDS.answer && match.margin >= THRESHOLDS.answerMargin;
  if (sure && context.language === 'nl') return { kind: 'answer', candidate: best };
  return near.length > 0 ? { kind: 'choose', candidates: near } : { kind: 'escalate' };
}

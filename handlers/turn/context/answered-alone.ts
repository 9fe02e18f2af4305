import type { Candidate } from '../../../knowledge/match/match.js';
import { askedText } from '../asked-text.js';
import { decide } from '../decide.js';
import type { Turn } from '../turn.js';

/** What the message would be answered with if nothing had been said before it; null when it would not get a direct answer. */
export function answeredAlone(turn: Turn): Candidate | null {
  const { language, text, masked } = turn;
  const decision = decide(turn.knowledge.matcher.match(askedText(turn)), { language, text, masked });
  return decision.kind === 'answer' ? decision.candidate : null;
}

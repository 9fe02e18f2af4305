import type { Candidate, MatchResult } from '../../knowledge/match/match.js';
import { isQuestion, splitSentences } from '../../knowledge/text/sentences.js';
import { askedText } from './asked-text.js';
import { decide } from './decide.js';
import { refsOf, type Turn } from './turn.js';

/** "…, en mag hij met de fiets komen": a second question behind a comma. */
const SECOND =
  /[,;]? (?:en|of)(?: ook)?(?: nog)? (?=(?:wie|wat|waar|wanneer|hoe\p{L}*|mag|moet|kan|kunde?|krijg|betaal|is|heeft|hoeveel|welke?) (?:ik|hij|ze|zij|we|er|de|het|mijn|zijn|haar|dat|een|die)\b|wie (?:betaalt|moet|mag|regelt|tekent))/giu;
/** Fewer words ask nothing by themselves. */
const LEAST_WORDS = 4;
/** A message is looked through for so many questions. */
const MOST_QUESTIONS = 4;

/**
 * What else a message asks: questions that would get a direct answer of their own, on another subject than `shown` and
 * than each other, in the order they were asked. Empty for a message with one question.
 */
export function otherQuestions(turn: Turn, shown: readonly Candidate[]): readonly Candidate[] {
  const questions = questionsIn(askedText(turn));
  if (questions.length < 2) return [];
  const { library, matcher } = turn.knowledge;
  const taken = shown.map(({ id }) => refsOf(library, id));
  const found: Candidate[] = [];
  for (const question of questions) {
    const answer = sureOf(matcher.match(question), { language: turn.language, text: question });
    if (!answer) continue;
    const refs = refsOf(library, answer.id);
    if (taken.some((other) => refs.some((ref) => other.includes(ref)))) continue;
    taken.push(refs);
    found.push(answer);
  }
  return found;
}

/** The separate questions of a message, at most a few. */
export function questionsIn(text: string): readonly string[] {
  return splitSentences(text)
    .flatMap((sentence) => sentence.split(SECOND))
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= LEAST_WORDS && isQuestion(part))
    .slice(0, MOST_QUESTIONS);
}

function sureOf(match: MatchResult, asked: Parameters<typeof decide>[1]): Candidate | null {
  const decision = decide(match, asked);
  return decision.kind === 'answer' ? decision.candidate : null;
}

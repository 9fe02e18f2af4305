import { THEME_TITLES, type Item, type ItemId } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import { withScore, type Candidate, type MatchResult } from '../../../knowledge/match/match.js';
import type { KnowledgeNow } from '../../ports.js';

/** A question read against the item before it: ranked anew, with a probability of its own. */
export interface ContextMatch {
  readonly candidates: readonly Candidate[];
  /** What matching says of the message without its context. */
  readonly alone: MatchResult;
}

export interface InContext {
  readonly item: Item;
  /** The question that item answered. */
  readonly before: string;
  readonly text: string;
}

/**
 * Weights of three readings (the message alone, after the question before it, after the theme's name) and of kinship.
 * Found on 105 follow-ups of our own (2026-11-21): first 87 %, among three 97 %; flat around these values.
 */
const WEIGHTS = { alone: 0.75, joined: 1, themed: 0.75, related: 0.15, sameTheme: 0.2, notEntry: -0.4 } as const;
/** A kindred entry that the message alone names so surely is meant: "en regenkledij?" after work clothes. */
const NAMED = 0.85;
const NAMED_BONUS = 1;
/** How far down each reading is looked at. */
const DEPTH = 40;

/** What matching says of the message without its context, as deep as a reading in context asks. */
export function matchAlone({ matcher }: KnowledgeNow, text: string): MatchResult {
  return matcher.match(text, { limit: DEPTH });
}

/** Ranks items for a message that leans on the item before it. Two readings more: asked only where they may decide. */
export function matchInContext(knowledge: KnowledgeNow, { item, before, text }: InContext): ContextMatch {
  const { matcher, library } = knowledge;
  const theme = item.kind === 'term' ? item.title : THEME_TITLES[item.theme];
  const alone = matchAlone(knowledge, text);
  const readings = [
    [WEIGHTS.alone, alone.candidates],
    [WEIGHTS.joined, matcher.match(`${before} ${text}`, { limit: DEPTH }).candidates],
    [WEIGHTS.themed, matcher.match(`${theme}. ${text}`, { limit: DEPTH }).candidates],
  ] as const;
  const sums = new Map<ItemId, { sum: number; candidate: Candidate }>();
  for (const [weight, candidates] of readings) {
    candidates.forEach((candidate, rank) => {
      const sum = sums.get(candidate.id)?.sum ?? kinship(library, item, candidate);
      sums.set(candidate.id, { sum: sum + weight * (candidate.score / 2 + 0.5 / (1 + rank / 2)), candidate });
    });
  }
  const named = alone.candidates[0];
  const kindred = named?.kind === 'entry' && named.score >= NAMED && kinship(library, item, named) > 0;
  const sure = kindred ? sums.get(named.id) : undefined;
  if (sure) sure.sum += NAMED_BONUS;
  const ranked = [...sums.values()].sort((a, b) => b.sum - a.sum).slice(0, 5);
  return { alone, candidates: withProbability(ranked) };
}

function kinship(library: Library, item: Item, { id, kind }: Candidate): number {
  const other = library.items.get(id);
  if (!other) return 0;
  const related = item.related.includes(id) || other.related.includes(item.id) ? WEIGHTS.related : 0;
  const sameTheme = other.kind !== 'term' && item.kind !== 'term' && other.theme === item.theme ? WEIGHTS.sameTheme : 0;
  return related + sameTheme + (kind === 'entry' ? 0 : WEIGHTS.notEntry);
}

/** The lead over the second tells how sure the first is; measured on the same follow-ups. */
function withProbability(ranked: readonly { sum: number; candidate: Candidate }[]): readonly Candidate[] {
  const lead = (ranked[0]?.sum ?? 0) - (ranked[1]?.sum ?? 0);
  const first = Math.min(0.97, 0.4 + lead);
  return ranked.map(({ candidate }, rank) =>
    withScore(candidate, rank === 0 ? first : Math.min(first, (1 - first) / rank)),
  );
}

import type { Item } from '../entry.js';
import type { Candidate, Matcher, MatchResult } from './match.js';
import { plainText, topicsOf } from './training-texts.js';

/** Texts -> vectors of length 1, one each. */
export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/** Logistic regression from the lexical probability and the likeness to a probability; fitted by `npm run fit`. */
export interface SemanticWeights {
  readonly constant: number;
  /** Per unit of log-odds of the lexical probability. */
  readonly lexical: number;
  /** Per standard deviation of likeness above the mean of all items. */
  readonly likeness: number;
}

/** Cautious until a model has been fitted: it may settle a doubt, never overrule. */
export const CAUTIOUS: SemanticWeights = { constant: -0.4, lexical: 1, likeness: 0.25 };

export interface SemanticParts {
  readonly items: readonly Item[];
  /** One row per item, in the same order. */
  readonly vectors: readonly Float32Array[];
  readonly embed: (question: string) => Promise<Float32Array>;
  readonly weights: SemanticWeights;
  readonly onError: (error: unknown) => void;
}

/** Questions kept between `prepare` and `match`. */
const MOST_KEPT = 200;
/** Items that only the likeness brings forward. */
const NEWCOMERS = 3;
const NEWCOMER_ODDS = -4.5;
/** Longest question embedded (characters). */
const LONGEST = 1200;

/** What an item is embedded as. */
export function semanticText(item: Item): string {
  return `${item.title} ${plainText(item.short)}`.slice(0, LONGEST);
}

/**
 * The lexical matcher with a second opinion. `match` stays synchronous: `prepare` embeds a question beforehand, and a
 * question that was not prepared, or whose embedding failed, is matched by its words alone.
 */
export function withSemantic(matcher: Matcher, parts: SemanticParts): Matcher {
  const kept = new Map<string, Float32Array>();
  return {
    async prepare(text) {
      if (kept.has(text) || text.trim() === '') return;
      try {
        const vector = await parts.embed(text.slice(0, LONGEST));
        kept.set(text, vector);
        const [oldest] = kept.keys();
        if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      } catch (error) {
        parts.onError(error);
      }
    },
    match(text, options) {
      const result = matcher.match(text, options);
      const vector = kept.get(text);
      return vector ? combine(result, likenessOf(vector, parts.vectors), parts, options?.limit ?? 5) : result;
    },
  };
}

/** Likeness per item in standard deviations above the mean. */
export function likenessOf(vector: Float32Array, rows: readonly Float32Array[]): Float32Array {
  const scores = Float32Array.from(rows, (row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0));
  const mean = scores.reduce((sum, score) => sum + score, 0) / (scores.length || 1);
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length || 1)) || 1;
  return scores.map((score) => (score - mean) / spread);
}

function combine(
  result: MatchResult,
  likeness: Float32Array,
  { items, weights }: SemanticParts,
  limit: number,
): MatchResult {
  const place = new Map(items.map((item, at) => [item.id, at]));
  const listed = new Set(result.candidates.map(({ id }) => id));
  const newcomers = [...likeness.keys()]
    .sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0))
    .slice(0, NEWCOMERS)
    .flatMap((at): Candidate[] => {
      const item = items[at];
      if (!item || listed.has(item.id)) return [];
      return [{ id: item.id, kind: item.kind, score: sigmoid(NEWCOMER_ODDS), why: { rankers: {}, terms: [] } }];
    });
  const candidates = [...result.candidates, ...newcomers]
    .map((one): Candidate => {
      const z = likeness[place.get(one.id) ?? -1] ?? 0;
      const score = sigmoid(weights.constant + weights.lexical * logOdds(one.score) + weights.likeness * z);
      const rankers = { ...one.why.rankers, semantic: Math.round(z * 100) / 100 };
      return { ...one, score, why: { ...one.why, rankers } };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
  return { ...result, candidates, margin: lead(candidates, items, place) };
}

/** How far the best leads over the next of another topic. */
function lead(candidates: readonly Candidate[], items: readonly Item[], place: ReadonlyMap<string, number>): number {
  const topics = ({ id }: Candidate): readonly string[] => {
    const item = items[place.get(id) ?? -1];
    return item ? topicsOf(item) : [];
  };
  const [best, ...others] = candidates;
  if (!best) return 0;
  const own = topics(best);
  return best.score - (others.find((one) => !topics(one).some((topic) => own.includes(topic)))?.score ?? 0);
}

export function logOdds(probability: number): number {
  const inside = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(inside / (1 - inside));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

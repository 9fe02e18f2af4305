import type { Item, ItemId } from '../entry.js';
import { normalize } from '../text/normalize.js';
import { withScore, type Candidate, type Matcher, type MatchResult } from './match.js';

/** Fewer words lean on what was said before them. */
const LEAST_WORDS = 3;
/** Phrasings are short; a longer text is a story. Characters. */
const LONGEST = 200;
/** Candidates that are looked at: what training put further down is another question in the same words. */
const NEAR = 3;
/** A person wrote that these words ask this (0–1): surer than what the words have in common with others. */
const SURE = 0.9;

/**
 * The trained matcher, that keeps its word: who asks exactly what stands among the phrasings of one item gets that item.
 * Training weighs every phrasing against all others and may lose one, also one that a coach published yesterday.
 */
export function withKnownPhrasings(matcher: Matcher, items: readonly Item[]): Matcher {
  const carries = carrying(items);
  return {
    ...(matcher.prepare ? { prepare: (text: string) => matcher.prepare?.(text) ?? Promise.resolve() } : {}),
    match(text, options) {
      const result = matcher.match(text, options);
      if (text.length > LONGEST) return result;
      const asked = wordsOf(text);
      if (asked.length < LEAST_WORDS) return result;
      const line = asked.join(' ');
      const [own, another] = result.candidates.slice(0, NEAR).filter(({ id }) => carries(id, line));
      // Words that stand at two items decide between neither.
      return own && !another ? withFirst(result, own) : result;
    },
  };
}

function withFirst(result: MatchResult, own: Candidate): MatchResult {
  const first: Candidate = {
    id: own.id,
    kind: own.kind,
    score: Math.max(own.score, SURE),
    get why() {
      return { ...own.why, rankers: { ...own.why.rankers, known: 1 } };
    },
  };
  const rest = result.candidates
    .filter(({ id }) => id !== own.id)
    .map((one) => withScore(one, Math.min(one.score, 1 - first.score)));
  return {
    ...result,
    candidates: [first, ...rest],
    margin: Math.max(result.margin, first.score - (rest[0]?.score ?? 0)),
    notOurs: 0,
    // A person wrote which of the two it is.
    kin: null,
  };
}

/** Whether an item has a line among its phrasings. An item's lines are read the first time it comes near. */
function carrying(items: readonly Item[]): (id: ItemId, line: string) => boolean {
  const byId = new Map(items.map((item) => [item.id, item]));
  const read = new Map<ItemId, ReadonlySet<string>>();
  return (id, line) => {
    let lines = read.get(id);
    if (!lines) {
      const item = byId.get(id);
      lines = new Set((item ? [item.title, ...item.phrasings] : []).map((text) => wordsOf(text).join(' ')));
      read.set(id, lines);
    }
    return lines.has(line);
  };
}

function wordsOf(text: string): readonly string[] {
  return normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

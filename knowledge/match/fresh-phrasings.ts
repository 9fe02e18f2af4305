import type { Item, ItemId } from '../entry.js';
import { standardise } from '../text/flemish.js';
import { normalize, splitWords } from '../text/normalize.js';
import { stem } from '../text/stem.js';
import { grams } from './features.js';
import type { Candidate, Matcher } from './match.js';

/** From this likeness (cosine, 0–1) on, a fresh phrasing is taken for the question itself. */
const ALIKE = 0.62;

interface Fresh {
  readonly item: Item;
  readonly features: ReadonlyMap<string, number>;
  readonly length: number;
}

/**
 * The trained matcher with what was added since its training: until the next training is done, a question that is
 * like a fresh phrasing finds its item. `before` holds the items the matcher was trained on.
 */
export function withFreshPhrasings(matcher: Matcher, items: readonly Item[], before: readonly Item[]): Matcher {
  const known = new Map(before.map((item) => [item.id, new Set([item.title, ...item.phrasings])]));
  const present = new Set<ItemId>(items.map(({ id }) => id));
  const fresh = items.flatMap((item) =>
    [item.title, ...item.phrasings].filter((text) => !known.get(item.id)?.has(text)).map((text) => toFresh(item, text)),
  );
  return {
    ...(matcher.prepare ? { prepare: (text: string) => matcher.prepare?.(text) ?? Promise.resolve() } : {}),
    match(text, options) {
      const result = matcher.match(text, options);
      const trained = result.candidates.filter(({ id }) => present.has(id));
      const [best] = fresh.length === 0 || text.length > MAX_LENGTH ? [] : nearest(fresh, text);
      if (!best || best.likeness < ALIKE) return { ...result, candidates: trained };
      const first: Candidate = {
        id: best.item.id,
        kind: best.item.kind,
        score: 0.5 + best.likeness / 2,
        why: { rankers: { fresh: best.likeness }, terms: [] },
      };
      // The training knew this item as well: the surer of the two counts.
      if (trained[0]?.id === first.id && trained[0].score >= first.score) return { ...result, candidates: trained };
      const rest = trained
        .filter(({ id }) => id !== first.id)
        .map((one) => ({ ...one, score: one.score * (1 - best.likeness) }));
      return {
        ...result,
        candidates: [first, ...rest].slice(0, options?.limit ?? 5),
        margin: first.score - (rest[0]?.score ?? 0),
        notOurs: 0,
      };
    },
  };
}

/** Fresh phrasings are short; a long story is left to the trained matcher. Characters. */
const MAX_LENGTH = 400;

function nearest(fresh: readonly Fresh[], text: string): { item: Item; likeness: number }[] {
  const features = featuresOf(text);
  const length = lengthOf(features);
  return fresh
    .map(({ item, features: own, length: ownLength }) => ({
      item,
      likeness: length === 0 || ownLength === 0 ? 0 : dot(features, own) / (length * ownLength),
    }))
    .sort((a, b) => b.likeness - a.likeness);
}

function toFresh(item: Item, text: string): Fresh {
  const features = featuresOf(text);
  return { item, features, length: lengthOf(features) };
}

function featuresOf(text: string): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  for (const word of standardise(splitWords(normalize(text)))) {
    // Short words carry little: "de", "is", "een".
    features.set(`s:${stem(word)}`, word.length > 3 ? 1 : 0.3);
    for (const gram of grams(word)) features.set(`g:${gram}`, 0.35);
  }
  return features;
}

function lengthOf(features: ReadonlyMap<string, number>): number {
  return Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, 0));
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, value] of a) sum += value * (b.get(name) ?? 0);
  return sum;
}

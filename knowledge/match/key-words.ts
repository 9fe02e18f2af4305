import type { Item, ItemId, ItemKind } from '../entry.js';
import { toWords } from '../text/analyse.js';
import { stem } from '../text/stem.js';
import type { Candidate, Matcher } from './match.js';

/** More words say more than the key word they are with. */
const MOST_WORDS = 4;
const MOST_KEYS = 2;
/** Characters; a longer text is no lookup, and is not even read. */
const LONGEST = 60;
/** As many as anybody is offered, and one to spare. */
const MOST_NAMED = 4;
/** Deep enough to tell apart all items that share a word. */
const DEPTH = 60;

/** How much a word says about an item, by where it stands. */
const WEIGHT = { keyword: 3, title: 2, partOfKeyword: 1 } as const;

/** What stands beside a key word and names nothing by itself: 'mag hij', 'en de', 'mijn leerling'. */
const SMALL = new Set(
  toWords(
    'de het een mijn zijn haar ons onze die dat dit van voor met bij in op aan en of is wat hij ze zij ik wij we er nu dan ook nog mag moet kan over leerling leerlingen info uitleg',
  ).map(stem),
);

/** 'Hoe laat is het', 'hoe oud ben je': a sentence of its own, whatever key word is in it. */
const HOW = 'hoe';

/**
 * A quick lookup is one word or two ('kettingzaag', 'alcohol'): too little for a trained matcher, which then takes it for no
 * question of ours. People wrote of which items it is a key word: those are named beside what the matcher makes of it.
 */
export function withKeyWords(matcher: Matcher, items: readonly Item[]): Matcher {
  let index: ReturnType<typeof indexOf> | null = null;
  return {
    ...(matcher.prepare ? { prepare: (text: string) => matcher.prepare?.(text) ?? Promise.resolve() } : {}),
    match(text, options) {
      const result = matcher.match(text, options);
      const keys = keysOf(text);
      if (keys.length === 0) return result;
      // A tenth of a second, not spent at every start and publish but at the first lookup: one of those practised after a start.
      index ??= indexOf(items);
      const weights = index(keys);
      if (weights.size === 0) return result;
      return { ...result, named: inOrder(weights, matcher.match(text, { limit: DEPTH }).candidates) };
    },
  };
}

interface Named {
  readonly kind: ItemKind;
  readonly weight: number;
}

/** What a person wrote of a word first, then what the matcher makes of it. */
function inOrder(weights: ReadonlyMap<ItemId, Named>, candidates: readonly Candidate[]): readonly Candidate[] {
  const found = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return [...weights]
    .map(([id, { kind, weight }]) => ({
      weight,
      candidate: found.get(id) ?? { id, kind, score: 0, why: { rankers: {}, terms: [] } },
    }))
    .sort((a, b) => b.weight - a.weight || b.candidate.score - a.candidate.score)
    .slice(0, MOST_NAMED)
    .map(({ candidate }) => candidate);
}

/** Stems of a text that is hardly more than a key word; none of a longer one. */
function keysOf(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  const words = toWords(text);
  if (words.length > MOST_WORDS || words.includes(HOW)) return [];
  const keys = words.map(stem).filter((word) => !SMALL.has(word));
  return keys.length <= MOST_KEYS ? keys : [];
}

/** Stems -> the items that carry all of them. */
function indexOf(items: readonly Item[]): (keys: readonly string[]) => ReadonlyMap<ItemId, Named> {
  const carriers = new Map<string, Map<ItemId, Named>>();
  const add = (word: string, { id, kind }: Item, weight: number): void => {
    const key = stem(word);
    const named = carriers.get(key) ?? new Map<ItemId, Named>();
    carriers.set(key, named.set(id, { kind, weight: Math.max(weight, named.get(id)?.weight ?? 0) }));
  };
  for (const item of items) {
    for (const word of toWords(item.title)) add(word, item, WEIGHT.title);
    for (const keyword of item.keywords) {
      const words = toWords(keyword);
      for (const word of words) add(word, item, words.length === 1 ? WEIGHT.keyword : WEIGHT.partOfKeyword);
    }
  }
  return (keys) => {
    const [first = new Map<ItemId, Named>(), ...others] = keys.map(
      (key) => carriers.get(key) ?? new Map<ItemId, Named>(),
    );
    const all = [...first].filter(([id]) => others.every((other) => other.has(id)));
    return new Map(
      all.map(([id, { kind, weight }]) => [
        id,
        { kind, weight: others.reduce((sum, other) => sum + (other.get(id)?.weight ?? 0), weight) },
      ]),
    );
  };
}

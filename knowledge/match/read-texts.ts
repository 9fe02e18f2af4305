import { analyseWords, type TextLayer } from '../text/analyse.js';
import { BETWEEN, featuresOf, grams, PREFIX, type FeatureKeys } from './features.js';
import { createVocabulary, MOST_FEATURES, toUnit, type Vector, type Vocabulary } from './vectors.js';

/** Sparsest feature kept, and the most plain ones (their ids are stored in two bytes). */
const LEAST_TEXTS = 2;
const MOST_PLAIN = 65_000;

/** A text as numbers of features, in the order they were met, with their weights. */
export interface ReadText {
  readonly features: Uint32Array;
  readonly weights: Float64Array;
}

/** Reads texts for training: a feature is compared by its name once, and is a number ever after. */
export interface TextReader {
  /** The words of a text, as `toWords` gives them. */
  readonly read: (words: readonly string[]) => ReadText;
  /** By number. */
  readonly names: readonly string[];
}

export function createTextReader(layer: TextLayer): TextReader {
  const names: string[] = [];
  const keys = numbersFor(names);
  return {
    names,
    read: (words) => {
      const found = featuresOf(analyseWords(words, layer), keys);
      return { features: Uint32Array.from(found.keys()), weights: Float64Array.from(found.values()) };
    },
  };
}

/**
 * Numbers in the order the features are first met. The same words come back in all texts: no name is joined to look it
 * up, and the letter groups of a word are a row of numbers.
 */
function numbersFor(names: string[]): FeatureKeys<number> {
  const numbered = (name: string): number => names.push(name) - 1;
  const ones = { s: new Map<string, number>(), c: new Map<string, number>() };
  const twos = { bigram: new Map<string, Map<string, number>>(), pair: new Map<string, Map<string, number>>() };
  const groups = new Map<string, number>();
  const rows = new Map<string, readonly number[]>();
  const groupOf = (gram: string): number => remembered(groups, gram, () => numbered(PREFIX.gram + gram));
  return {
    one: (kind, name) => remembered(kind === 'concept' ? ones.c : ones.s, name, () => numbered(PREFIX[kind] + name)),
    two: (kind, first, second) =>
      remembered(
        remembered(twos[kind], first, () => new Map<string, number>()),
        second,
        () => numbered(`${PREFIX[kind]}${first}${BETWEEN[kind]}${second}`),
      ),
    grams: (word) => remembered(rows, word, () => grams(word).map(groupOf)),
  };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** The features worth a place in a model. */
export interface ChosenFeatures {
  readonly vocabulary: Vocabulary;
  /** Their names, one a line. */
  readonly lines: string;
  readonly df: Uint16Array<ArrayBuffer>;
  /** Number of a feature -> its id, or -1. */
  readonly ids: Int32Array;
}

export function chooseFeatures(texts: readonly ReadText[], names: readonly string[]): ChosenFeatures {
  const df = new Uint32Array(names.length);
  for (const { features } of texts) for (const feature of features) df[feature] = (df[feature] ?? 0) + 1;
  const kept = names.flatMap((name, feature) => {
    const count = df[feature] ?? 0;
    return count >= LEAST_TEXTS ? [{ name, feature, count }] : [];
  });
  const plain = kept
    .filter(({ name }) => !name.startsWith(PREFIX.gram))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PLAIN);
  const grams = kept.filter(({ name }) => name.startsWith(PREFIX.gram));
  const chosen = [...plain.sort(byName), ...grams.sort(byName)];
  const ids = new Int32Array(names.length).fill(-1);
  chosen.forEach(({ feature }, id) => {
    ids[feature] = id;
  });
  const counts = Uint16Array.from(chosen, ({ count }) => Math.min(count, 65_535));
  const lines = chosen.map(({ name }) => name).join('\n');
  return { vocabulary: createVocabulary(lines, counts, texts.length), lines, df: counts, ids };
}

/** The same vectors as `toVector` makes of the names; nothing is made for a text but its vector. */
export function vectorsOf(texts: readonly ReadText[], { ids, vocabulary }: ChosenFeatures): readonly Vector[] {
  const most = texts.reduce((longest, { features }) => Math.max(longest, features.length), 0);
  const places = new Float64Array(most);
  return texts.map(({ features, weights }) => {
    let size = 0;
    for (let at = 0; at < features.length; at++) {
      const id = ids[features[at] ?? 0] ?? -1;
      // By id, and behind it where the weight stands.
      if (id >= 0) places[size++] = id * most + at;
    }
    const sorted = places.subarray(0, size).sort();
    const valueAt = (place: number): number => (weights[place % most] ?? 0) * (vocabulary.idf[idOf(place)] ?? 0);
    const idOf = (place: number): number => Math.floor(place / most);
    if (size > MOST_FEATURES) return toUnit(Array.from(sorted, (place) => [idOf(place), valueAt(place)]));
    const values = Float64Array.from(sorted, valueAt);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return { ids: Uint32Array.from(sorted, idOf), values: Float32Array.from(values, (value) => value / length) };
  });
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

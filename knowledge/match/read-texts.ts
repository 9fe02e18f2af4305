import { analyse, type TextLayer } from '../text/analyse.js';
import { namedFeatures, PREFIX } from './features.js';
import { createVocabulary, toUnit, type Vector, type Vocabulary } from './vectors.js';

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
  readonly read: (text: string) => ReadText;
  /** By number. */
  readonly names: readonly string[];
}

export function createTextReader(layer: TextLayer): TextReader {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  return {
    names,
    read: (text) => {
      const named = namedFeatures(analyse(text, layer));
      return { features: Uint32Array.from(named.keys(), numberOf), weights: Float64Array.from(named.values()) };
    },
  };
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

/** The same vector as `toVector` makes of the names. */
export function vectorOf({ features, weights }: ReadText, { ids, vocabulary }: ChosenFeatures): Vector {
  const found: [id: number, value: number][] = [];
  features.forEach((feature, at) => {
    const id = ids[feature] ?? -1;
    if (id >= 0) found.push([id, (weights[at] ?? 0) * (vocabulary.idf[id] ?? 0)]);
  });
  return toUnit(found);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

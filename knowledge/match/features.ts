import type { Analysis } from '../text/analyse.js';

/** Kinds of features and their weight before normalisation; chosen by cross-validation (see weights.ts). */
const FEATURE_WEIGHTS = { stem: 1, part: 0.7, concept: 1, pair: 0.6, bigram: 0.7, gram: 0.56 } as const;
export type FeatureKind = keyof typeof FEATURE_WEIGHTS;

/** One-letter prefix per kind, so that kinds share one vocabulary. */
export const PREFIX: Readonly<Record<FeatureKind, string>> = {
  stem: 's:',
  part: 's:',
  concept: 'c:',
  pair: 'd:',
  bigram: 'b:',
  gram: 'g:',
};

/** What stands between the two of a pair. */
export const BETWEEN = { bigram: ' ', pair: '+' } as const;

/** What stands for a feature: its name, or a number. */
export interface FeatureKeys<K> {
  one(kind: 'stem' | 'part' | 'concept', name: string): K;
  two(kind: 'bigram' | 'pair', first: string, second: string): K;
  grams(word: string): readonly K[];
}

/** Terms of a text as key -> weight, in the order they are met. */
export function featuresOf<K>({ words, stems, parts, concepts }: Analysis, keys: FeatureKeys<K>): Map<K, number> {
  const features = new Map<K, number>();
  const add = (key: K, weight: number): void => {
    features.set(key, Math.min((features.get(key) ?? 0) + weight, 2 * weight));
  };
  stems.forEach((stem, at) => {
    add(keys.one('stem', stem), FEATURE_WEIGHTS.stem);
    const next = stems[at + 1];
    if (next !== undefined) add(keys.two('bigram', stem, next), FEATURE_WEIGHTS.bigram);
  });
  for (const part of parts) add(keys.one('part', part), FEATURE_WEIGHTS.part);
  for (const concept of concepts) add(keys.one('concept', concept), FEATURE_WEIGHTS.concept);
  // Two concepts in one short text say more than each alone ("ziek" with "betalen").
  if (concepts.length <= 8) {
    concepts.forEach((first, at) => {
      for (const second of concepts.slice(at + 1))
        add(first < second ? keys.two('pair', first, second) : keys.two('pair', second, first), FEATURE_WEIGHTS.pair);
    });
  }
  for (const word of words) for (const gram of keys.grams(word)) add(gram, FEATURE_WEIGHTS.gram);
  return features;
}

/** Size of the letter groups: 3 to 5 together gain half a point in cross-validation and cost twice the time and size. */
const GRAM = 4;

/** Letter groups within a word, its ends marked: "_dim", "mona". */
export function grams(word: string): string[] {
  if (word.length < GRAM) return [];
  const marked = `_${word}_`;
  const out: string[] = [];
  for (let at = 0; at + GRAM <= marked.length; at++) out.push(marked.slice(at, at + GRAM));
  return out;
}

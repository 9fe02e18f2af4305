import type { Analysis } from '../text/analyse.js';

/** Kinds of features and their weight before normalisation; chosen by cross-validation (see weights.ts). */
export const FEATURE_WEIGHTS = { stem: 1, part: 0.7, concept: 1, pair: 0.6, bigram: 0.7, gram: 0.56 } as const;
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

/** Terms of a text as feature name -> weight; names are stable, so that a model can be stored. */
export function namedFeatures(analysis: Analysis): Map<string, number> {
  const features = new Map<string, number>();
  const add = (kind: FeatureKind, name: string): void => {
    const key = PREFIX[kind] + name;
    const weight = FEATURE_WEIGHTS[kind];
    features.set(key, Math.min((features.get(key) ?? 0) + weight, 2 * weight));
  };
  const { words, stems, parts, concepts } = analysis;
  stems.forEach((stem, at) => {
    add('stem', stem);
    const next = stems[at + 1];
    if (next !== undefined) add('bigram', `${stem} ${next}`);
  });
  for (const part of parts) add('part', part);
  for (const concept of concepts) add('concept', concept);
  // Two concepts in one short text say more than each alone ("ziek" with "betalen").
  if (concepts.length <= 8) {
    concepts.forEach((first, at) => {
      for (const second of concepts.slice(at + 1))
        add('pair', first < second ? `${first}+${second}` : `${second}+${first}`);
    });
  }
  for (const word of words) for (const gram of grams(word)) add('gram', gram);
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

import { stem } from './stem.js';
import { normalize, splitWords } from './normalize.js';
import { standardise } from './flemish.js';

/** concept -> the words and word groups that mean it; the content of concepts.yaml. */
export type ConceptTable = Readonly<Record<string, readonly string[]>>;

export interface ConceptFinder {
  /** Concepts in a row of stems, each once, in order of appearance. */
  find(stems: readonly string[]): string[];
  /** Whether a concept is written with this stem, alone or first in a group: then it is no typo. */
  knows(stem: string): boolean;
}

/** Words of the longest group looked for. */
export const LONGEST_PHRASE = 7;

/** Whether a group of words can be found: it says something, and is not longer than what is looked at. */
export function isFindable(phrase: string): boolean {
  const { length } = toStems(phrase);
  return length > 0 && length <= LONGEST_PHRASE;
}

/** Table -> finder. Words and questions go through the same stems, so one form per word is enough in the table. */
export function createConceptFinder(table: ConceptTable): ConceptFinder {
  const phrases = new Map<string, string[]>();
  const starts = new Map<string, number>();
  for (const [concept, words] of Object.entries(table)) {
    for (const words_ of words) {
      const stems = toStems(words_);
      if (stems.length === 0 || stems.length > LONGEST_PHRASE) continue;
      const key = stems.join(' ');
      const list = phrases.get(key) ?? [];
      if (!list.includes(concept)) phrases.set(key, [...list, concept]);
      const first = stems[0] ?? '';
      starts.set(first, Math.max(starts.get(first) ?? 0, stems.length));
    }
  }
  return {
    knows: (first) => starts.has(first),
    find(stems) {
      const found = new Set<string>();
      stems.forEach((first, at) => {
        const longest = starts.get(first) ?? 0;
        let key = '';
        for (let size = 1; size <= longest && at + size <= stems.length; size++) {
          key = size === 1 ? first : `${key} ${stems[at + size - 1] ?? ''}`;
          for (const concept of phrases.get(key) ?? []) found.add(concept);
        }
      });
      return [...found];
    },
  };
}

function toStems(text: string): string[] {
  return standardise(splitWords(normalize(text))).map(stem);
}

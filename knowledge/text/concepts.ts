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
  const starts: Steps = new Map();
  for (const [concept, words] of Object.entries(table)) {
    for (const words_ of words) {
      const stems = toStems(words_);
      if (stems.length === 0 || stems.length > LONGEST_PHRASE) continue;
      const last = walk(starts, stems);
      if (!last.concepts.includes(concept)) last.concepts = [...last.concepts, concept];
    }
  }
  return {
    knows: (first) => starts.has(first),
    find(stems) {
      const found = new Set<string>();
      for (let from = 0; from < stems.length; from++) {
        let step = starts.get(stems[from] ?? '');
        for (let at = from + 1; step; at++) {
          for (const concept of step.concepts) found.add(concept);
          step = at < stems.length ? step.next?.get(stems[at] ?? '') : undefined;
        }
      }
      return [...found];
    },
  };
}

/** The groups of words that begin alike share their first steps: a row of stems is followed without joining any. */
type Steps = Map<string, Step>;
interface Step {
  /** What the words up to here mean. */
  concepts: readonly string[];
  next: Steps | null;
}
const NONE: readonly string[] = [];

/** The step at the end of these stems, made where it is missing. */
function walk(starts: Steps, stems: readonly string[]): Step {
  let steps = starts;
  let last: Step = { concepts: NONE, next: null };
  stems.forEach((stem, at) => {
    last = steps.get(stem) ?? { concepts: NONE, next: null };
    steps.set(stem, last);
    if (at + 1 < stems.length) steps = last.next ??= new Map<string, Step>();
  });
  return last;
}

function toStems(text: string): string[] {
  return standardise(splitWords(normalize(text))).map(stem);
}

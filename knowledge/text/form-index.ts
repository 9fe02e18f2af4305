import { hash } from './hash.js';

/** Written form -> the words it may have come from. */
export interface FormIndex {
  /** In the order the words were given. */
  find(form: string): readonly string[];
}

/** Room for a word's place behind the 32 bits of a form's hash, within the 53 bits a number holds exactly. */
const PLACES = 2 ** 20;

/**
 * Words -> index over the forms each can take (a letter left out, two swapped). Ten forms a word fill tens of megabytes
 * as texts in a Map; as sorted numbers they take eight bytes each. A hash that two forms share is seen through by
 * making the word's forms again. `hashesOf` gives the hashes of `formsOf`, where they are had without making the forms.
 */
export function createFormIndex(
  words: readonly string[],
  formsOf: (word: string) => Iterable<string>,
  hashesOf: (word: string, add: (hash: number) => void) => void = hashesBy(formsOf),
): FormIndex {
  if (words.length > PLACES) throw new RangeError('more words than a form index holds');
  const sorted = sortedKeys(words, hashesOf);
  return {
    find(form) {
      const from = hash(form) * PLACES;
      const found: string[] = [];
      for (let at = firstFrom(sorted, from); at < sorted.length && (sorted[at] ?? 0) < from + PLACES; at++) {
        const word = words[(sorted[at] ?? 0) - from] ?? '';
        if (word !== found.at(-1) && includes(formsOf(word), form)) found.push(word);
      }
      return found;
    },
  };
}

/** Apart from the index, which would keep the list they are gathered in. */
function sortedKeys(
  words: readonly string[],
  hashesOf: (word: string, add: (hash: number) => void) => void,
): Float64Array {
  const keys: number[] = [];
  words.forEach((word, place) => {
    hashesOf(word, (value) => keys.push(value * PLACES + place));
  });
  return Float64Array.from(keys).sort();
}

function hashesBy(formsOf: (word: string) => Iterable<string>) {
  return (word: string, add: (hash: number) => void): void => {
    for (const form of formsOf(word)) add(hash(form));
  };
}

function includes(forms: Iterable<string>, form: string): boolean {
  for (const one of forms) if (one === form) return true;
  return false;
}

function firstFrom(sorted: Float64Array, key: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

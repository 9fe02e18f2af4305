import { createFormIndex } from './form-index.js';
import { hash, hashPlaces, hashRange } from './hash.js';
import { createNameTable, type NameTable } from './name-table.js';
import { soundKey } from './sounds.js';

/** Our own words, from the texts the matcher was built on: the only dictionary spelling and compounds use. */
export interface Lexicon {
  has(word: string): boolean;
  /** How often the word stands in our texts. */
  count(word: string): number;
  /** The most frequent known word that sounds alike, if any. */
  bySound(word: string): string | undefined;
  /** Known words that share a form with one letter left out. */
  byDeletion(form: string): readonly string[];
}

/** Shortest word worth correcting: below it nearly everything is one letter away from everything. */
export const SHORTEST_CORRECTED = 5;

/** Words, separated by spaces, with their counts -> lexicon. Cost is about ten index entries a word; built once per library. */
export function createLexicon(words: string, counts: ArrayLike<number>): Lexicon {
  const table = createNameTable(words, ' ');
  const loudest = new Map<string, number>();
  const correctable: string[] = [];
  for (let place = 0; place < table.size; place++) {
    const word = table.at(place);
    const count = counts[place] ?? 0;
    if (word.length < SHORTEST_CORRECTED - 1 || !/^[a-z]+$/.test(word)) continue;
    const key = soundKey(word);
    const rival = loudest.get(key);
    if (rival === undefined || (counts[rival] ?? 0) < count) loudest.set(key, place);
    // Hapaxes may be typos themselves: they are known, but nothing is corrected towards them.
    if (count >= 2) correctable.push(word);
  }
  const deletions = createFormIndex(correctable, (word) => [word, ...withoutOneLetter(word)], hashDeletions);
  return {
    has: (word) => table.find(word) >= 0,
    count: (word) => counts[table.find(word)] ?? 0,
    bySound: soundFinder(table, loudest),
    byDeletion: (form) => deletions.find(form),
  };
}

function soundFinder(words: NameTable, loudest: ReadonlyMap<string, number>): Lexicon['bySound'] {
  const chosen = Uint32Array.from(loudest.values());
  const sounds = hashPlaces(Uint32Array.from(loudest.keys(), hash));
  return (word) => {
    const key = soundKey(word);
    const found = sounds.find(hash(key), (at) => soundKey(words.at(chosen[at] ?? 0)) === key);
    return found < 0 ? undefined : words.at(chosen[found] ?? 0);
  };
}

/** The hashes of a word and of `withoutOneLetter`: 130,000 forms need not be made at each start. */
function hashDeletions(word: string, add: (hash: number) => void): void {
  add(hash(word));
  for (let at = 0; at < word.length; at++) {
    if (at > 0 && word[at] === word[at - 1]) continue;
    add(hashRange(word, at + 1, word.length, hashRange(word, 0, at)));
  }
}

/** Every form of the word with one letter left out. */
export function withoutOneLetter(word: string): string[] {
  const forms: string[] = [];
  for (let at = 0; at < word.length; at++) {
    if (at > 0 && word[at] === word[at - 1]) continue;
    forms.push(word.slice(0, at) + word.slice(at + 1));
  }
  return forms;
}

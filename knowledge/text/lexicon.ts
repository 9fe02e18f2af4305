import { createFormIndex } from './form-index.js';
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

/** Words with counts -> lexicon. Cost is about ten index entries a word; built once per library. */
export function createLexicon(counts: ReadonlyMap<string, number>): Lexicon {
  const sounds = new Map<string, string>();
  const correctable: string[] = [];
  for (const [word, count] of counts) {
    if (word.length < SHORTEST_CORRECTED - 1 || !/^[a-z]+$/.test(word)) continue;
    const key = soundKey(word);
    const rival = sounds.get(key);
    if (rival === undefined || (counts.get(rival) ?? 0) < count) sounds.set(key, word);
    // Hapaxes may be typos themselves: they are known, but nothing is corrected towards them.
    if (count >= 2) correctable.push(word);
  }
  const deletions = createFormIndex(correctable, (word) => [word, ...withoutOneLetter(word)]);
  return {
    has: (word) => counts.has(word),
    count: (word) => counts.get(word) ?? 0,
    bySound: (word) => sounds.get(soundKey(word)),
    byDeletion: (form) => deletions.find(form),
  };
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

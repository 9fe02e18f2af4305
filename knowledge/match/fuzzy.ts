import Fuse from 'fuse.js';

export interface Heading {
  readonly index: number;
  /** Title and keywords after the text layer, words separated by spaces. */
  readonly heading: string;
}

/** Fuse is quadratic in the length of the question; more words add nothing to a title match. */
const MOST_WORDS = 8;
/** A longer message is told in words that no title has: Fuse would take most of the time and change nothing. */
const LONGEST_QUESTION = 25;
/** Share of a word's letters that may be wrong. */
const THRESHOLD = 0.3;
/** What Fuse gives a word that stands there as it is, within a longer heading. */
const EXACT = 0.001;
/** Fuse reads longer words in pieces, by rules of its own. */
const LONGEST_WORD = 32;

/**
 * Fuse token search over the headings of a shortlist: catches what is spelled almost like a title. The same scores as
 * `useTokenSearch` gives, at a tenth of the work: most words stand in a heading as they are, or so different that no
 * search is needed to know it, and Fuse is asked about the others only.
 */
export function fuzzyScores(words: readonly string[], shortlist: readonly Heading[]): ReadonlyMap<number, number> {
  if (words.length > LONGEST_QUESTION) return new Map();
  const query = [...new Set(words)].filter((word) => word.length >= 4).slice(0, MOST_WORDS);
  const rarities = query.map((word) => rarity(word, shortlist));
  const total = rarities.reduce((sum, one) => sum + one, 0);
  const scores = new Map<number, number>();
  if (total === 0) return scores;
  for (const { index, heading } of shortlist) {
    const alike = query.map((word) => likeness(word, heading));
    if (alike.every((one) => one === null)) continue;
    const weighed = alike.reduce<number>((sum, one, at) => sum + (rarities[at] ?? 0) * (one ?? 0), 0);
    scores.set(index, 1 - Math.max(EXACT, 1 - weighed / total));
  }
  return scores;
}

/** How rare a word is among the headings, as Fuse weighs the words of a question. */
function rarity(word: string, shortlist: readonly Heading[]): number {
  const filled = shortlist.filter(({ heading }) => heading !== '');
  const having = filled.filter(({ heading }) => ` ${heading} `.includes(` ${word} `)).length;
  return Math.log(1 + (filled.length - having + 0.5) / (having + 0.5));
}

/** 0–1; null when the word is not there, not even misspelt. */
function likeness(word: string, heading: string): number | null {
  if (heading.includes(word)) return word === heading ? 1 : 1 - EXACT;
  if (word.length <= LONGEST_WORD && !hasPiece(word, heading)) return null;
  const { isMatch, score } = Fuse.match(word, heading, { ignoreLocation: true, threshold: THRESHOLD });
  return isMatch ? 1 - score : null;
}

/** With so many mistakes at most, one of the pieces between them must stand there as it is. */
function hasPiece(word: string, heading: string): boolean {
  const pieces = Math.floor(word.length * THRESHOLD) + 1;
  for (let at = 0; at < pieces; at += 1) {
    const from = Math.floor((word.length * at) / pieces);
    if (heading.includes(word.slice(from, Math.floor((word.length * (at + 1)) / pieces)))) return true;
  }
  return false;
}

import Fuse from 'fuse.js';
import { leastMistakes, LONGEST_WORD } from './nearness.js';

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
  const likenesses = query.map(likenessOf);
  for (const { index, heading } of shortlist) {
    let weighed = 0;
    let any = false;
    for (const [at, likeness] of likenesses.entries()) {
      const one = likeness(heading);
      if (one === null) continue;
      any = true;
      weighed += (rarities[at] ?? 0) * one;
    }
    if (any) scores.set(index, 1 - Math.max(EXACT, 1 - weighed / total));
  }
  return scores;
}

/** How rare a word is among the headings, as Fuse weighs the words of a question. */
function rarity(word: string, shortlist: readonly Heading[]): number {
  let filled = 0;
  let having = 0;
  for (const { heading } of shortlist) {
    if (heading === '') continue;
    filled += 1;
    if (hasWord(heading, word)) having += 1;
  }
  return Math.log(1 + (filled - having + 0.5) / (having + 0.5));
}

/** Between spaces or the ends. */
function hasWord(heading: string, word: string): boolean {
  for (let at = heading.indexOf(word); at >= 0; at = heading.indexOf(word, at + 1)) {
    const end = at + word.length;
    if ((at === 0 || heading[at - 1] === ' ') && (end === heading.length || heading[end] === ' ')) return true;
  }
  return false;
}

/** How alike a word is to the nearest part of a heading, 0–1; null when it is not there, not even misspelt. */
function likenessOf(word: string): (heading: string) => number | null {
  // Fuse reads longer words in pieces, by rules of its own.
  const mistakes = word.length <= LONGEST_WORD ? leastMistakes(word) : () => 0;
  return (heading) => {
    if (heading.includes(word)) return word === heading ? 1 : 1 - EXACT;
    if (mistakes(heading) / word.length > THRESHOLD) return null;
    const { isMatch, score } = Fuse.match(word, heading, { ignoreLocation: true, threshold: THRESHOLD });
    return isMatch ? 1 - score : null;
  };
}

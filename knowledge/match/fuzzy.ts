import Fuse from 'fuse.js';
import { keepLast } from '../keep-last.js';
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

/** Words whose likeness to headings is kept: mentors use the same few thousand. */
const WORDS_KEPT = 1_000;

/** The words of a question, and headings -> score per heading that is named. */
export type FuzzyRanker = (words: readonly string[], shortlist: readonly Heading[]) => ReadonlyMap<number, number>;

/** For headings that keep their index: how alike a word is to one of them is found once for as long as the word is kept. */
export function createFuzzyRanker(): FuzzyRanker {
  const viewOf = keepLast(WORDS_KEPT, createView);
  return (words, shortlist) => fuzzyScores(words, shortlist, viewOf);
}

/**
 * Fuse token search over the headings of a shortlist: catches what is spelled almost like a title. The same scores as
 * `useTokenSearch` gives, at a tenth of the work: most words stand in a heading as they are, or so different that no
 * search is needed to know it, and Fuse is asked about the others only.
 */
function fuzzyScores(
  words: readonly string[],
  shortlist: readonly Heading[],
  viewOf: (word: string) => View,
): ReadonlyMap<number, number> {
  if (words.length > LONGEST_QUESTION) return new Map();
  const views = [...new Set(words)]
    .filter((word) => word.length >= 4)
    .slice(0, MOST_WORDS)
    .map(viewOf);
  const rarities = views.map((view) => rarity(view, shortlist));
  const total = rarities.reduce((sum, one) => sum + one, 0);
  const scores = new Map<number, number>();
  if (total === 0) return scores;
  for (const heading of shortlist) {
    let weighed = 0;
    let any = false;
    for (let at = 0; at < views.length; at++) {
      const alike = views[at]?.(heading).alike ?? null;
      if (alike === null) continue;
      any = true;
      weighed += (rarities[at] ?? 0) * alike;
    }
    if (any) scores.set(heading.index, 1 - Math.max(EXACT, 1 - weighed / total));
  }
  return scores;
}

/** How a word stands to a heading. */
interface Seen {
  /** How alike it is to the nearest part, 0–1; null when it is not there, not even misspelt. */
  readonly alike: number | null;
  /** It stands there as a word. */
  readonly whole: boolean;
}
type View = (heading: Heading) => Seen;

const NOWHERE: Seen = { alike: null, whole: false };

function createView(word: string): View {
  const seen = new Map<number, Seen>();
  let likeness: ((heading: string) => number | null) | null = null;
  return ({ index, heading }) => {
    const before = seen.get(index);
    if (before !== undefined) return before;
    likeness ??= likenessOf(word);
    const alike = likeness(heading);
    const now = alike === null ? NOWHERE : { alike, whole: hasWord(heading, word) };
    seen.set(index, now);
    return now;
  };
}

/** How rare a word is among the headings, as Fuse weighs the words of a question. */
function rarity(view: View, shortlist: readonly Heading[]): number {
  let filled = 0;
  let having = 0;
  for (const heading of shortlist) {
    if (heading.heading === '') continue;
    filled += 1;
    if (view(heading).whole) having += 1;
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

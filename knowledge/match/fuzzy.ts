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

const splitOnSpaces = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/**
 * Fuse token search over the headings of a shortlist: catches what is spelled almost like a title.
 * Built per question on a few items, because over the whole library it costs tens of milliseconds.
 */
export function fuzzyScores(words: readonly string[], shortlist: readonly Heading[]): ReadonlyMap<number, number> {
  if (words.length > LONGEST_QUESTION) return new Map();
  const query = [...new Set(words)]
    .filter((word) => word.length >= 4)
    .slice(0, MOST_WORDS)
    .join(' ');
  if (query === '' || shortlist.length === 0) return new Map();
  const fuse = new Fuse(shortlist, {
    keys: ['heading'],
    useTokenSearch: true,
    tokenize: splitOnSpaces,
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.3,
  });
  return new Map(fuse.search(query).map(({ item, score }) => [item.index, 1 - (score ?? 1)]));
}

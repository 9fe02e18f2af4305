import { withoutOneLetter } from './lexicon.js';
import { soundKey } from './sounds.js';
import { stem } from './stem.js';

/** A word this rare may be a slip of the pen. */
const MOST_SEEN = 2;
/** Of a word that stands there so many times as often, and often in itself. */
const TIMES = 20;
const OFTEN = 20;
/** Shorter words are one letter away from too many others. */
const SHORTEST = 5;

/**
 * Counts of our words without those that look mistyped ("wereken" beside 900 times "werken"): mentors write our
 * texts too, and what stands there as a word is never corrected.
 */
export function withoutSlips(counts: ReadonlyMap<string, number>): Map<string, number> {
  const forms = new Map<string, string[]>();
  for (const [word, count] of counts) {
    if (count < OFTEN || word.length < SHORTEST - 1 || !/^[a-z]+$/.test(word)) continue;
    for (const form of [word, ...withoutOneLetter(word)]) forms.set(form, [...(forms.get(form) ?? []), word]);
  }
  const odd = oddness(counts);
  const meant = (word: string, count: number): boolean =>
    [word, ...withoutOneLetter(word)].some((form) =>
      (forms.get(form) ?? []).some((other) => (counts.get(other) ?? 0) >= TIMES * count && isSlip(word, other, odd)),
    );
  const candidate = (word: string, count: number): boolean =>
    count <= MOST_SEEN && word.length >= SHORTEST && /^[a-z]+$/.test(word);
  return new Map([...counts].filter(([word, count]) => !candidate(word, count) || !meant(word, count)));
}

/** Two neighbours swapped, a letter too many or too few inside the word, or the same sound: not another word's ending. */
function isSlip(word: string, meant: string, odd: (word: string) => boolean): boolean {
  if (word === meant || !word.startsWith(meant.slice(0, 1)) || stem(word) === stem(meant)) return false;
  if (soundKey(word) === soundKey(meant)) return true;
  if (!odd(word)) return false;
  if (word.length === meant.length) return isSwap(word, meant);
  const [short, long] = word.length < meant.length ? [word, meant] : [meant, word];
  // The last letter tells forms of a verb apart.
  if (long.length - short.length !== 1 || short.at(-1) !== long.at(-1) || short.length < SHORTEST - 1) return false;
  return withoutOneLetter(long).includes(short);
}

function isSwap(word: string, meant: string): boolean {
  const at = Array.from(word).findIndex((letter, place) => letter !== meant[place]);
  return (
    at > 0 && word[at] === meant[at + 1] && word[at + 1] === meant[at] && word.slice(at + 2) === meant.slice(at + 2)
  );
}

/** A group of three letters that so few of our words have is none of the language's. */
const RARE_GROUP = 6;

/** Tells whether a word holds letters that do not stand together in the words we see often. */
function oddness(counts: ReadonlyMap<string, number>): (word: string) => boolean {
  const groups = new Map<string, number>();
  for (const [word, count] of counts)
    if (count > MOST_SEEN) for (const group of groupsOf(word)) groups.set(group, (groups.get(group) ?? 0) + 1);
  return (word) => groupsOf(word).some((group) => (groups.get(group) ?? 0) < RARE_GROUP);
}

function groupsOf(word: string): string[] {
  const marked = `_${word}_`;
  return Array.from({ length: marked.length - 2 }, (_unused, at) => marked.slice(at, at + 3));
}

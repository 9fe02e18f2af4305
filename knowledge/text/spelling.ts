import type { Lexicon } from './lexicon.js';
import { SHORTEST_CORRECTED, withoutOneLetter } from './lexicon.js';

/** Longest word looked up: longer ones are noise, and each letter costs a look-up. */
const LONGEST_CORRECTED = 32;

/** An unknown word -> the known word it was meant to be, or undefined. Known words are never touched. */
export function correct(word: string, lexicon: Lexicon): string | undefined {
  if (word.length < SHORTEST_CORRECTED || word.length > LONGEST_CORRECTED) return undefined;
  if (!/^[a-z]+$/.test(word) || lexicon.has(word)) return undefined;
  const alike = lexicon.bySound(word);
  if (alike !== undefined) return alike;
  const candidates = new Set<string>();
  for (const form of [word, ...withoutOneLetter(word)]) {
    for (const candidate of lexicon.byDeletion(form)) candidates.add(candidate);
  }
  return best(word, candidates, lexicon);
}

function best(word: string, candidates: ReadonlySet<string>, lexicon: Lexicon): string | undefined {
  let chosen: string | undefined;
  let lowest = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    // Two slips only in a word long enough to stay recognisable.
    if (distance > (word.length >= 8 ? 2 : 1)) continue;
    // The first letter is nearly always typed right; frequency breaks ties.
    const cost =
      distance + (candidate.startsWith(word.charAt(0)) ? 0 : 0.7) - Math.log10(lexicon.count(candidate)) / 10;
    if (cost < lowest) [lowest, chosen] = [cost, candidate];
  }
  return lowest <= 2 ? chosen : undefined;
}

/** Edit distance with swapped neighbours as one slip (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_unused, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}

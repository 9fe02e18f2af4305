import { isCommonWord } from './common-words.js';
import { DOUBTFUL_NAMES, FIRST_NAMES, SURNAMES } from './first-names.js';

/** What one word tells of a name, and the surname behind it. */

const SURNAME =
  /^ (?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[Bb]en|[Ll]e|[Ll]a|[Dd]a|[Dd]i|[Vv]on|[Vv]ande|[Vv]anden|'t) ){0,3}(\p{Lu}[\p{L}'’-]+)/u;

/** How much of what follows a first name is its surname; 0 when there is none. */
export function surnameLength(after: string): number {
  let length = 0;
  // At most two, each no word of every day: "Emma Claes van CLB" ends before the CLB.
  for (let count = 0; count < 2; count += 1) {
    const tail = SURNAME.exec(after.slice(length));
    if (!tail || isCommonWord(tail[1] ?? '')) break;
    length += tail[0].length;
  }
  if (length > 0) return length;
  const lower = /^ (?:(?:van|de|den|der|vande|vanden) ){0,2}(\p{L}+)/u.exec(after);
  return lower && SURNAMES.has((lower[1] ?? '').toLowerCase()) ? lower[0].length : 0;
}

/** "Kevin's", "Jefke", "Chloë" -> kevin, jef, chloe. */
export function bareName(word: string): string {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’]/g, "'");
  if (FIRST_NAMES.has(plain) || DOUBTFUL_NAMES.has(plain)) return plain;
  const cut = plain.replace(/'s$/, '').replace(/^(.{4,})s$/, '$1');
  if (FIRST_NAMES.has(cut)) return cut;
  const small = plain.replace(/(?:neke|ke|eke)$/, '');
  return small.length >= 3 && FIRST_NAMES.has(small) ? small : cut;
}

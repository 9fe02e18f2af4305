import type { Lexicon } from './lexicon.js';

const SHORTEST_COMPOUND = 7;
const LONGEST_COMPOUND = 40;
const SHORTEST_PART = 4;
/** Three-letter words that do take part in compounds here ("uurrooster", "schooldag", "lesuur"). */
const SHORT_PARTS: ReadonlySet<string> = new Set([
  'uur',
  'dag',
  'les',
  'oog',
  'arm',
  'rug',
  'bus',
  'weg',
  'zon',
  'gsm',
  'pbm',
  'eet',
  'rij',
  'pot',
  'las',
  'eis',
  'rsz',
  'wet',
]);
/** Endings that look like words but never split off. */
const NO_PARTS: ReadonlySet<string> = new Set([
  'heid',
  'lijk',
  'ling',
  'eren',
  'ende',
  'elen',
  'baar',
  'schap',
  'atie',
  'tien',
  'rust',
]);

/** A compound -> its parts by our own words ("kettingzaagattest" -> kettingzaag attest), or [] when it does not split. */
export function splitCompound(word: string, lexicon: Lexicon): readonly string[] {
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND || !/^[a-z]+$/.test(word)) return [];
  let chosen: readonly string[] = [];
  let highest = 0;
  for (let at = 3; at <= word.length - 3; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (!isPart(tail, lexicon)) continue;
    const front = [head, head.replace(/(?:s|en|e|n)$/, ''), head.replace(/s$/, '')].find((form) =>
      isPart(form, lexicon),
    );
    if (front === undefined) continue;
    const value =
      Math.log(1 + lexicon.count(front)) + Math.log(1 + lexicon.count(tail)) + Math.min(front.length, tail.length) / 2;
    if (value > highest) [highest, chosen] = [value, [front, tail]];
  }
  return chosen;
}

/** Two written words -> the compound they form when we know it ("ketting zaag" -> kettingzaag). */
export function joinCompound(first: string, second: string, lexicon: Lexicon): string | undefined {
  if (first.length < 3 || second.length < 3) return undefined;
  return [first + second, `${first}s${second}`].find(
    (word) => word.length >= SHORTEST_COMPOUND && lexicon.count(word) >= 2,
  );
}

function isPart(form: string, lexicon: Lexicon): boolean {
  if (form.length < SHORTEST_PART) return SHORT_PARTS.has(form);
  return !NO_PARTS.has(form) && lexicon.count(form) >= 2;
}

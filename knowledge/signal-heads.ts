/** Three-letter words that carry a compound here ("vlindermes", "graafput"). */
const SHORT_HEADS: ReadonlySet<string> = new Set([
  'mes',
  'put',
  'bus',
  'gas',
  'oog',
  'arm',
  'rug',
  'dak',
  'nek',
  'tak',
  'pin',
  'bom',
  'gif',
  'man',
]);
const SHORTEST_COMPOUND = 6;
const SHORTEST_HEAD = 4;
const LONGEST_COMPOUND = 28;

/**
 * Vocabulary -> the head of a compound it does not hold: the longest known ending ("hoogspanningsdraad" -> draad,
 * "weggebrand" -> gebrand), or undefined.
 */
export function createHeadFinder(vocabulary: ReadonlySet<string>): (word: string) => string | undefined {
  return (word) => {
    if (vocabulary.has(word) || word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return undefined;
    for (let at = 2; at <= word.length - 3; at++) {
      const head = word.slice(at);
      if (head.length >= SHORTEST_HEAD ? vocabulary.has(head) : SHORT_HEADS.has(head)) return head;
    }
    return undefined;
  };
}

/**
 * Cuts a long text into pieces of at most `max` characters, at a paragraph, a line, a sentence or a word, whichever
 * is found first; nothing is lost. Counted in UTF-16 units, which is never less than what a channel counts.
 */
export function splitText(text: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const at = cutAt(rest, max);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** A piece shorter than this share of the limit is not worth a nicer place to cut. */
const LEAST = 0.3;

function cutAt(text: string, max: number): number {
  const head = text.slice(0, max + 1);
  const least = max * LEAST;
  for (const [mark, keep] of [
    ['\n\n', 0],
    ['\n', 0],
    ['. ', 1],
    [' ', 0],
  ] as const) {
    const at = head.lastIndexOf(mark);
    if (at + keep > least && at + keep <= max) return at + keep;
  }
  // Never between the halves of one character.
  return /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) ? max - 1 : max;
}

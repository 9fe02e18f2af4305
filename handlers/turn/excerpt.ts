/** A word longer than this is cut, so that a text without spaces is shortened too. Characters. */
const LONGEST_WORD = 30;

/** The beginning of a text on one line, cut between words. */
export function beginningOf(words: string, max: number): string {
  const line = oneLine(words);
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${whole(space >= cut.length - LONGEST_WORD && space > 0 ? cut.slice(0, space) : cut)}…`;
}

/** The end of a text on one line, cut between words. */
export function endOf(words: string, max: number): string {
  const line = oneLine(words);
  if (line.length <= max) return line;
  const cut = line.slice(1 - max);
  const space = cut.indexOf(' ');
  return `…${whole(space >= 0 && space < LONGEST_WORD ? cut.slice(space + 1) : cut)}`;
}

/** What was added later stays apart: "mag hij sneeuw ruimen · 1 foto zonder tekst." */
function oneLine(words: string): string {
  return words
    .trim()
    .replace(/\s*\n\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ');
}

/** Never half an emoji. */
function whole(text: string): string {
  return text.replace(/\p{Cs}/gu, '').trimEnd();
}

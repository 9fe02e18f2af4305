/** The beginning of a text, cut between words; a text without spaces is cut where it must be. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/\p{Cs}/gu, '').trimEnd()}…`;
}

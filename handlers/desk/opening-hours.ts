/** Opening hours of the coaches: blocks per weekday, in minutes after midnight, local time. */
export interface Block {
  readonly fromMinute: number;
  readonly toMinute: number;
}
/** Index 1 = Monday … 7 = Sunday. */
export type OpeningHours = Readonly<Record<number, readonly Block[]>>;

const DAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];

/**
 * Reads "ma-vr 08:00-12:00,13:00-17:00; za 09:00-12:00". Returns the hours, or what is wrong in plain words.
 */
export function parseOpeningHours(text: string): { readonly hours: OpeningHours } | { readonly problem: string } {
  const hours: Record<number, Block[]> = {};
  for (const part of text
    .split(';')
    .map((piece) => piece.trim())
    .filter(Boolean)) {
    const match = /^([a-z]{2})(?:-([a-z]{2}))?\s+(.+)$/.exec(part);
    const first = DAYS.indexOf(match?.[1] ?? '');
    const last = match?.[2] === undefined ? first : DAYS.indexOf(match[2]);
    if (!match || first < 0 || last < first)
      return { problem: `"${part}": begin met dagen zoals ma-vr (${DAYS.join(', ')})` };
    const blocks = (match[3] ?? '').split(',').map(parseBlock);
    if (blocks.some((block) => block === null))
      return { problem: `"${part}": uren zijn zoals 08:00-12:00,13:00-17:00` };
    const sorted = blocks.filter((block) => block !== null).sort((a, b) => a.fromMinute - b.fromMinute);
    if (sorted.some((block, index) => block.fromMinute < (sorted[index - 1]?.toMinute ?? 0)))
      return { problem: `"${part}": de uren overlappen` };
    for (let day = first; day <= last; day += 1) hours[day + 1] = sorted;
  }
  return Object.keys(hours).length > 0 ? { hours } : { problem: 'er is geen enkel uur open' };
}

function parseBlock(text: string): Block | null {
  const match = /^\s*(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (!match) return null;
  const [fromHour = 0, fromMin = 0, toHour = 0, toMin = 0] = match.slice(1).map(Number);
  const block = { fromMinute: fromHour * 60 + fromMin, toMinute: toHour * 60 + toMin };
  return fromMin < 60 && toMin < 60 && block.toMinute <= 1440 && block.fromMinute < block.toMinute ? block : null;
}

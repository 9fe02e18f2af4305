/** Text with the official numbers in it made callable. */
export type TextOrNumber = string | { readonly shown: string; readonly tel: string };

/** Numbers that can hardly be anything else in our texts. */
const CLEAR = ['112', '1712', '1813', '1722', '1733', '070 245 245', '116 000', '02 235 53 00'];
/** Numbers that are also just numbers: only in the text of an emergency, or after "bel". */
const SHORT = ['100', '101', '102', '105', '106', '1700', '1722'];

/** `urgent`: the text is of an emergency, in which every number of an official service is meant to be called. */
export function findNumbers(text: string, urgent: 'urgent' | 'ordinary'): readonly TextOrNumber[] {
  const found: TextOrNumber[] = [];
  let from = 0;
  for (const match of text.matchAll(
    /(?<![\d.,/€+-]|€ )\b\d[\d ]*\d\b(?![.,/-]?\d| ?(?:%|euro|dagen|uur|km|kg|m\b))/g,
  )) {
    const shown = match[0];
    const before = text.slice(Math.max(0, match.index - 24), match.index).toLowerCase();
    const known =
      CLEAR.includes(shown) ||
      (SHORT.includes(shown) &&
        (urgent === 'urgent' || /\b(bel|belt|bellen|nummer|tel|telefoon|lijn)\b[^.]*$/.test(before)));
    if (!known) continue;
    if (match.index > from) found.push(text.slice(from, match.index));
    found.push({ shown, tel: `tel:${shown.replaceAll(' ', '')}` });
    from = match.index + shown.length;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/** An article or a word in its place, as `standardise` leaves them. */
const ARTICLE = new Set([
  'de',
  'een',
  'het',
  'mijn',
  'zijn',
  'haar',
  'ons',
  'je',
  'die',
  'deze',
  'dat',
  'hun',
  'jullie',
]);
const ON_OR_OFF = new Set(['op', 'van', 'met', 'aan', 'uit']);

/** Words whose meaning hangs on their neighbours: "op de leer" is a ladder, "den bestel" a van, "me de velo" is with it. */
export function inContext(words: readonly string[]): string[] {
  return words.map((word, at) => {
    const before = words[at - 1] ?? '';
    if (word === 'bestel') return ARTICLE.has(before) ? 'bestelwagen' : word;
    if (word === 'leer') return ARTICLE.has(before) && ON_OR_OFF.has(words[at - 2] ?? '') ? 'ladder' : word;
    if (word === 'me') return ARTICLE.has(words[at + 1] ?? '') ? 'met' : word;
    return word;
  });
}

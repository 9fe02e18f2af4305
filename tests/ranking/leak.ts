/** Shorter lines ("ramadan", "gsm verbod") are what everyone types: the same words there are no leak. */
const LEAST_WORDS = 5;

export function wordKey(words: readonly string[]): string {
  return words.join(' ');
}

/** Lines -> a check whether a line is one of them, or differs in a single word (other, more or less). */
export function oneWordApart(lines: readonly (readonly string[])[]): (words: readonly string[]) => boolean {
  const known = new Set<string>();
  for (const words of lines) {
    if (words.length < LEAST_WORDS) continue;
    for (const form of forms(words)) known.add(form);
  }
  return (words) => words.length >= LEAST_WORDS && forms(words).some((form) => known.has(form));
}

/** The line itself, with each word blanked (another word there), and with each word left out (one more or less). */
function forms(words: readonly string[]): string[] {
  const exact = wordKey(words);
  return [
    exact,
    ...words.map((_word, at) => wordKey(words.map((word, index) => (index === at ? '*' : word)))),
    ...words.map((_word, at) => wordKey(words.filter((_other, index) => index !== at))),
  ];
}

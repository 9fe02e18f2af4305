import { createFormIndex } from './text/form-index.js';
import { withoutOneLetter } from './text/lexicon.js';
import { soundKey } from './text/sounds.js';

/** Below these lengths a real word is too often one letter away from an alarm ("gezond" and "gewond"). */
const SHORTEST_BY_SOUND = 5;
const SHORTEST_BY_LETTER = 9;

/**
 * Vocabulary -> corrector for words it does not hold: the same sound ("bloet"), or in a long word one letter
 * too many, too few or swapped ("inpsectie"). Never another letter: that makes alarms of ordinary words.
 */
export function createSignalSpelling(known: ReadonlySet<string>): (word: string) => string {
  const sounds = new Map<string, string>();
  const long: string[] = [];
  for (const word of known) {
    if (!/^[a-z]+$/.test(word) || word.length < SHORTEST_BY_SOUND) continue;
    sounds.set(keyOf(word), sounds.get(keyOf(word)) ?? word);
    if (word.length >= SHORTEST_BY_LETTER - 1) long.push(word);
  }
  const forms = createFormIndex(long, (word) => [...withoutOneLetter(word), ...swapped(word)]);
  return (word) => {
    if (known.has(word) || word.length < SHORTEST_BY_SOUND || word.length > 24 || !/^[a-z]+$/.test(word)) return word;
    const alike = sounds.get(keyOf(word));
    if (alike !== undefined && Math.abs(alike.length - word.length) <= 2) return alike;
    if (word.length < SHORTEST_BY_LETTER - 1) return word;
    return (
      forms.find(word)[0] ??
      withoutOneLetter(word)
        .map((form) => (known.has(form) ? form : undefined))
        .find((form) => form !== undefined) ??
      word
    );
  };
}

/** The first letter is nearly always typed right. */
function keyOf(word: string): string {
  return `${word[0] ?? ''}${soundKey(word)}`;
}

function swapped(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_unused, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  );
}

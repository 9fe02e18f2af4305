import type { Item } from './entry.js';
import type { Library } from './library.js';
import { nearDuplicates } from './near-duplicates.js';
import type { Problem } from './problem.js';
import { toPlainText } from './render.js';

/** What an editor should look at: warnings that do not refuse the library. */
const MAX_ANSWER_WORDS = 60;
/** Words a sentence may have before a B1 reader has to read it twice. */
const MAX_SENTENCE_WORDS = 24;
/** Douma's adaptation of Flesch to Dutch (1960): below this, a text is hard. */
const MIN_READING_EASE = 45;
const MIN_PHRASINGS = 12;

/** Named as if they existed: abolished institutions and premiums (regelgeving, table of shifts since 2018). */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\bSyntra Vlaanderen\b/i, 'Syntra Vlaanderen bestaat niet meer'],
  [/\bFAMIFED\b/i, 'FAMIFED bestaat niet meer (Groeipakket)'],
  [/\bdepartement WSE\b/i, 'het departement WSE heet nu WEWIS'],
  [/\b(stagebonus|startbonus)\b/i, 'de stagebonus en startbonus zijn afgeschaft'],
  [/\bmentorkorting\b/i, 'de mentorkorting is afgeschaft in Vlaanderen'],
  [/\b475 uur\b/, 'het contingent is 650 uur sinds 2025'],
  [/\bPrivacycommissie\b/i, 'de Privacycommissie heet nu Gegevensbeschermingsautoriteit'],
];
/** A sentence that says so is history, not a mistake. */
const HISTORY =
  /\b(vroeger|afgeschaft|bestaat niet meer|bestaan niet meer|opgeheven|niet meer|in 2018|tot 20\d\d|sinds|heette|vervangen|weg|oude)\b/i;

/** `today` is an ISO date. */
export function reviewProblems(library: Library, today: string): readonly Problem[] {
  return [
    ...[...library.items.values()].flatMap((item) => itemProblems(item, today)),
    ...sharedPhrasings(library),
    ...nearDuplicates(library.entries),
  ];
}

/** The same for one item by itself. */
export function itemProblems(item: Item, today: string): readonly Problem[] {
  const warn = (message: string): Problem => ({ file: item.file, line: 1, message, severity: 'warning' });
  const shorts = [item.short, ...(item.kind === 'entry' ? item.variants.map(({ short }) => short) : [])];
  const all = toPlainText([...shorts, item.details].join('\n\n'));
  return [
    ...shorts
      .filter((text) => countWords(text) > MAX_ANSWER_WORDS)
      .map((text) =>
        warn(`een kort antwoord telt ${String(countWords(text))} woorden (hoogstens ${String(MAX_ANSWER_WORDS)})`),
      ),
    ...longSentences(all).map((sentence) => warn(`lange zin: "${sentence.slice(0, 60)}…"`)),
    ...(item.kind === 'entry' && readingEase(all) < MIN_READING_EASE
      ? [
          warn(
            `moeilijke tekst (leesbaarheid ${String(Math.round(readingEase(all)))}, minstens ${String(MIN_READING_EASE)})`,
          ),
        ]
      : []),
    ...(item.reviewBy < today ? [warn(`had nagekeken moeten zijn op ${item.reviewBy}`)] : []),
    ...(item.kind === 'entry' && item.phrasings.length < MIN_PHRASINGS
      ? [warn(`heeft maar ${String(item.phrasings.length)} vraagvormen (minstens ${String(MIN_PHRASINGS)})`)]
      : []),
    // An item that says in its short answer that something is gone may name it freely.
    ...(HISTORY.test(item.short)
      ? []
      : FORBIDDEN.flatMap(([pattern, message]) =>
          sentencesOf(all).some((sentence) => pattern.test(sentence) && !HISTORY.test(sentence)) ? [warn(message)] : [],
        )),
  ];
}

function sharedPhrasings(library: Library): readonly Problem[] {
  const first = new Map<string, Item>();
  const found: Problem[] = [];
  for (const item of library.items.values()) {
    for (const phrasing of item.phrasings) {
      const key = phrasing
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const other = first.get(key);
      if (other && other.id !== item.id)
        found.push({
          file: item.file,
          line: 1,
          message: `"${phrasing}" staat ook bij ${other.id}`,
          severity: 'warning',
        });
      else first.set(key, item);
    }
  }
  return found;
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function longSentences(text: string): readonly string[] {
  return sentencesOf(text).filter((sentence) => countWords(sentence) > MAX_SENTENCE_WORDS);
}

/** Words as a reader counts them. */
function countWords(text: string): number {
  return toPlainText(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Reading ease of Dutch text by Douma: 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. 0–100, higher is easier. */
function readingEase(text: string): number {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return 100;
  const sentences = Math.max(1, sentencesOf(text).length);
  const syllables = words.reduce(
    (sum, word) => sum + Math.max(1, word.toLowerCase().match(/[aeiouyáéíóúèëïöü]+/g)?.length ?? 0),
    0,
  );
  return 206.84 - 77 * (syllables / words.length) - 0.93 * (words.length / sentences);
}

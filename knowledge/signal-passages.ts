import { standardise } from './text/flemish.js';
import { normalize, splitWords } from './text/normalize.js';

/** A stretch of a message that is judged on its own. */
export interface Passage {
  readonly words: readonly string[];
  readonly asks: boolean;
  readonly shouts: boolean;
}

/** Short enough that an alarm does not drown, long enough that "vorige maand" is still beside it. */
const LONGEST_PASSAGE = 32;
/** Words of a message that are read; more costs time and never was the alarm alone. */
const MOST_WORDS = 1_600;

/** In a longer message passages begin some words apart: else one-word sentences have every word read 32 times. */
const CLOSELY_READ = 256;
const DISTANCE = LONGEST_PASSAGE / 4;

/** Message -> overlapping passages of whole sentences; a short message is one passage. */
export function toPassages(text: string): readonly Passage[] {
  const sentences = toSentences(text);
  const total = sentences.reduce((sum, { words }) => sum + words.length, 0);
  if (total <= LONGEST_PASSAGE) return total === 0 ? [] : [join(sentences)];
  const distance = total <= CLOSELY_READ ? 0 : DISTANCE;
  const passages: Passage[] = [];
  let reached = -1;
  let passed = distance;
  sentences.forEach(({ words }, from) => {
    // What no passage holds yet begins one, however near.
    const near = passed < distance && from <= reached;
    passed = near ? passed + words.length : words.length;
    if (near) return;
    let to = from;
    let size = 0;
    while (to < sentences.length && size + (sentences[to]?.words.length ?? 0) <= LONGEST_PASSAGE)
      size += sentences[to++]?.words.length ?? 0;
    // A passage inside the one before says nothing new.
    if (to - 1 <= reached) return;
    reached = to - 1;
    passages.push(join(sentences.slice(from, to)));
  });
  return passages;
}

function toSentences(text: string): Passage[] {
  const sentences: Passage[] = [];
  let read = 0;
  for (const [raw] of text.matchAll(/[^.!?;\n\r]+[.!?;\n\r]*/g)) {
    if (read >= MOST_WORDS) break;
    const all = toSignalWords(raw).slice(0, MOST_WORDS - read);
    read += all.length;
    // A sentence without an end is cut with overlap, so that nothing falls on the cut.
    for (let from = 0; from < all.length; from += LONGEST_PASSAGE / 2) {
      const words = all.length <= LONGEST_PASSAGE ? all : all.slice(from, from + LONGEST_PASSAGE);
      sentences.push({ words, asks: raw.includes('?'), shouts: raw.includes('!') });
      if (from + LONGEST_PASSAGE >= all.length) break;
    }
  }
  return sentences;
}

/** Text -> standard words, in order. */
export function toSignalWords(text: string): readonly string[] {
  return standardise(splitWords(normalize(text)));
}

function join(sentences: readonly Passage[]): Passage {
  return {
    words: sentences.flatMap(({ words }) => words),
    asks: sentences.some(({ asks }) => asks),
    shouts: sentences.some(({ shouts }) => shouts),
  };
}

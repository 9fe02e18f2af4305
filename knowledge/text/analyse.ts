import { keepLast } from '../keep-last.js';
import type { ConceptFinder } from './concepts.js';
import { fromDialect } from './dialect.js';
import { joinCompound, splitCompound } from './compounds.js';
import { standardise } from './flemish.js';
import type { Lexicon } from './lexicon.js';
import { normalize, splitWords } from './normalize.js';
import { correct } from './spelling.js';
import { stem } from './stem.js';

/** A text after the whole text layer. */
export interface Analysis {
  /** Standard words in order, spelling corrected. */
  readonly words: readonly string[];
  /** Their stems, one for one. */
  readonly stems: readonly string[];
  /** Stems of compound parts and of joined neighbours: extra terms, without order. */
  readonly parts: readonly string[];
  readonly concepts: readonly string[];
  /** Words nobody here ever wrote, not even as a compound: the sign of another subject or language. */
  readonly unknown: readonly string[];
}

const MOST_CORRECTED = 40;

/** What the text layer knows: our words and our concepts. */
export interface TextLayer {
  readonly lexicon: Lexicon;
  readonly concepts: ConceptFinder;
  readonly stemOf: (word: string) => string;
  /** Stems of the parts of a compound. */
  readonly partsOf: (word: string) => readonly string[];
  /** A written word with its spelling corrected. */
  readonly repair: (written: string) => Repaired;
}

interface Repaired {
  readonly words: readonly string[];
  /** Whether anybody here ever wrote it, be it otherwise spelt. */
  readonly known: boolean;
}

/** Mentors use the same few thousand words: what was made of the last ones is kept. */
const WORDS_KEPT = 2_000;

export function createTextLayer(
  { lexicon, concepts }: Pick<TextLayer, 'lexicon' | 'concepts'>,
  kept = WORDS_KEPT,
): TextLayer {
  const words: Words = {
    lexicon,
    concepts,
    stemOf: keepLast(kept, stem),
    partsOf: keepLast(kept, (word) => splitCompound(word, lexicon).map(stem)),
  };
  return { ...words, repair: keepLast(kept, (written) => repair(written, words)) };
}

type Words = Omit<TextLayer, 'repair'>;

/** Written words of a text in standard Dutch, before spelling: what the lexicon counts. */
export function toWords(text: string): string[] {
  return standardise(splitWords(normalize(text)));
}

/** Text -> terms. At most `most` words are read, so that no message costs more than a bounded time. */
export function analyse(text: string, layer: TextLayer, most?: number): Analysis {
  return analyseWords(toWords(text), layer, most);
}

/** The same of `toWords` of a text, for who has them already. */
export function analyseWords(writtenWords: readonly string[], layer: TextLayer, most = 400): Analysis {
  const words: string[] = [];
  const parts: string[] = [];
  const unknown: string[] = [];
  for (const written of writtenWords.slice(0, most)) {
    // Past this many unknown words the text is not in our language: correcting it is wasted time.
    const { words: meant, known } =
      unknown.length < MOST_CORRECTED ? layer.repair(written) : { words: [written], known: isKnown(written, layer) };
    words.push(...meant);
    if (!known) unknown.push(written);
  }
  const stems = words.map(layer.stemOf);
  words.forEach((word, at) => {
    parts.push(...layer.partsOf(word));
    const next = words[at + 1];
    const joined = next === undefined ? undefined : joinCompound(word, next, layer.lexicon);
    if (joined !== undefined) parts.push(stem(joined));
  });
  const concepts = new Set([...layer.concepts.find(stems), ...layer.concepts.find(parts)]);
  return { words, stems, parts, concepts: [...concepts], unknown };
}

/** Ours as it stands, or nothing to correct. */
function isKnown(written: string, { lexicon, concepts, stemOf }: Words): boolean {
  return lexicon.has(written) || concepts.knows(stemOf(written)) || written.length < 3 || /\d/.test(written);
}

function repair(written: string, layer: Words): Repaired {
  const { lexicon } = layer;
  if (isKnown(written, layer)) return { words: [written], known: true };
  const sameSound = lexicon.bySound(written);
  if (sameSound !== undefined && written.length >= 5) return { words: [sameSound], known: true };
  if (layer.partsOf(written).length > 0) return { words: [written], known: true };
  const standard = fromDialect(written, lexicon);
  if (standard !== undefined) return { words: standard, known: true };
  const corrected = correct(written, lexicon);
  return corrected === undefined ? { words: [written], known: false } : { words: [corrected], known: true };
}

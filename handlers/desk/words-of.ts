import { stemsOf } from './ticket-index.js';
import { toWords } from '../../knowledge/text/analyse.js';
import { stem } from '../../knowledge/text/stem.js';

/**
 * What the matcher compares are stems ("leerl"); a coach reads the words they stand for: as they were typed, or, when
 * they were typed with a mistake, as our own text writes them.
 */
export function wordsOf(terms: readonly string[], typed: string, ours = ''): readonly string[] {
  const asked = wordsIn(typed);
  const written = wordsIn(ours);
  const words = terms.map(
    (term) =>
      wordFor(term, asked) ?? wordFor(term, written) ?? asked.find(({ word }) => word.includes(term))?.word ?? term,
  );
  // Words that stand in every question ("als", "is") say nothing about what is shared.
  return [...new Set(words)].filter((word) => stemsOf(word).size > 0);
}

interface Word {
  readonly word: string;
  readonly stems: readonly string[];
}

function wordFor(term: string, words: readonly Word[]): string | undefined {
  return words.find(({ stems }) => stems.includes(term))?.word;
}

function wordsIn(text: string): readonly Word[] {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(tokens)].map((word) => ({ word, stems: toWords(word).map(stem) }));
}

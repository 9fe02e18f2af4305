import { ENGLISH, FOREIGN_SMALL, FRENCH } from './gloss-words.js';
import type { Language } from './language.js';
import { normalize, splitWords } from './normalize.js';

/** A French or English message -> our Dutch words for it, enough to find the entry; other languages are returned as they are. */
export type Gloss = (text: string, language: Language) => string;

interface Table {
  readonly whole: ReadonlyMap<string, string>;
  readonly begin: ReadonlyMap<string, string>;
}

const LONGEST_PHRASE = 3;
const SHORTEST_BEGIN = 3;
/** A message in another language is read this far (characters). */
const LONGEST_READ = 2400;

export function createGloss(): Gloss {
  const tables = { fr: toTable(FRENCH), en: toTable(ENGLISH) };
  const small = new Set(FOREIGN_SMALL.split(/\s+/));
  return (text, language) => (language === 'fr' || language === 'en' ? glossWith(tables[language], small, text) : text);
}

function glossWith(table: Table, small: ReadonlySet<string>, text: string): string {
  const words = splitWords(normalize(text.slice(0, LONGEST_READ)).replace(/['-]/g, ' '));
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const { size, meaning } = longest(table, words, at);
    if (size === 0) {
      const word = words[at] ?? '';
      if (!small.has(word)) found.push(word);
      at++;
    } else {
      found.push(meaning);
      at += size;
    }
  }
  return found.join(' ');
}

/** The longest phrase that begins at a word, and what it means. */
function longest(table: Table, words: readonly string[], at: number): { size: number; meaning: string } {
  for (let size = Math.min(LONGEST_PHRASE, words.length - at); size > 0; size--) {
    const meaning = table.whole.get(words.slice(at, at + size).join(' '));
    if (meaning !== undefined) return { size, meaning };
  }
  const word = words[at] ?? '';
  for (let length = word.length; length >= SHORTEST_BEGIN; length--) {
    const meaning = table.begin.get(word.slice(0, length));
    if (meaning !== undefined) return { size: 1, meaning };
  }
  return { size: 0, meaning: '' };
}

function toTable(list: string): Table {
  const whole = new Map<string, string>();
  const begin = new Map<string, string>();
  for (const line of list.trim().split('\n')) {
    const [key = '', meaning = ''] = line.split('=');
    if (key.endsWith('*')) begin.set(key.slice(0, -1), meaning);
    else whole.set(key, meaning);
  }
  return { whole, begin };
}

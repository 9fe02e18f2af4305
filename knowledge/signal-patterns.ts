import { toSignalWords } from './signal-passages.js';

/** Where a list of patterns stands in a passage: positions of first words, ascending. */
export type Hits = ReadonlyMap<number, readonly number[]>;

export interface PatternFinder {
  /** Hits per list number. */
  find(words: readonly string[]): Hits;
  /** Every whole word of the patterns. */
  readonly vocabulary: readonly string[];
}

type Part =
  { readonly kind: 'word' | 'prefix' | 'suffix' | 'inside'; readonly text: string } | { readonly kind: 'gap' };

interface Pattern {
  readonly first: Exclude<Part, { kind: 'gap' }>;
  readonly rest: readonly Part[];
  readonly lists: readonly number[];
}

/** Words a lone `*` may skip. */
const WIDEST_GAP = 3;
const PREFIX_KEY = 3;

/** Lists of patterns -> one finder for all of them. */
export function createPatternFinder(lists: readonly (readonly string[])[]): PatternFinder {
  const byText = new Map<string, number[]>();
  lists.forEach((patterns, list) => {
    for (const pattern of new Set(patterns)) byText.set(pattern, [...(byText.get(pattern) ?? []), list]);
  });
  const exact = new Map<string, Pattern[]>();
  const prefixes = new Map<string, Pattern[]>();
  const loose: Pattern[] = [];
  const vocabulary = new Set<string>();
  for (const [text, of] of byText) {
    const [first, ...rest] = toParts(text);
    if (first === undefined || first.kind === 'gap') continue;
    const pattern: Pattern = { first, rest, lists: of };
    for (const part of [first, ...rest]) if (part.kind === 'word' || part.kind === 'prefix') vocabulary.add(part.text);
    if (first.kind === 'word') push(exact, first.text, pattern);
    else if (first.kind === 'prefix' && first.text.length >= PREFIX_KEY)
      push(prefixes, first.text.slice(0, PREFIX_KEY), pattern);
    else loose.push(pattern);
  }
  return {
    vocabulary: [...vocabulary],
    find(words) {
      const hits = new Map<number, number[]>();
      words.forEach((word, at) => {
        for (const candidates of [exact.get(word), prefixes.get(word.slice(0, PREFIX_KEY)), loose]) {
          for (const pattern of candidates ?? []) {
            if (!fits(pattern.first, word) || !continues(pattern.rest, words, at + 1)) continue;
            for (const list of pattern.lists) {
              const places = hits.get(list);
              if (places === undefined) hits.set(list, [at]);
              else if (places.at(-1) !== at) places.push(at);
            }
          }
        }
      });
      return hits;
    },
  };
}

function toParts(pattern: string): readonly Part[] {
  return pattern
    .trim()
    .split(/\s+/)
    .flatMap((token): readonly Part[] => {
      if (token === '*') return [{ kind: 'gap' }];
      const open = { start: token.startsWith('*'), end: token.endsWith('*') };
      const words = toSignalWords(token.replaceAll('*', ''));
      return words.map((text, at): Part => {
        const start = open.start && at === 0;
        const end = open.end && at === words.length - 1;
        return { kind: start && end ? 'inside' : start ? 'suffix' : end ? 'prefix' : 'word', text };
      });
    });
}

function fits(part: Exclude<Part, { kind: 'gap' }>, word: string): boolean {
  switch (part.kind) {
    case 'word':
      return word === part.text;
    case 'prefix':
      return word.startsWith(part.text);
    case 'suffix':
      return word.endsWith(part.text);
    case 'inside':
      return word.includes(part.text);
  }
}

function continues(rest: readonly Part[], words: readonly string[], at: number): boolean {
  const [part, ...more] = rest;
  if (part === undefined) return true;
  if (part.kind !== 'gap') {
    const word = words[at];
    return word !== undefined && fits(part, word) && continues(more, words, at + 1);
  }
  for (let skipped = 0; skipped <= WIDEST_GAP; skipped++) if (continues(more, words, at + skipped)) return true;
  return false;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import { toSignalWords } from './signal-passages.js';

/** Where a list of patterns stands in a passage: positions of first words, ascending. */
export type Hits = ReadonlyMap<number, readonly number[]>;

/** A word of a message with the forms a pattern may fit: itself and the head of its compound. */
export interface Token {
  readonly word: string;
  readonly forms: readonly string[];
}

/** A word and the head of its compound, if any -> token. */
export function toToken(word: string, head: string | undefined): Token {
  return { word, forms: head === undefined ? [word] : [word, head] };
}

export interface PatternFinder {
  /** Hits per list number. */
  find(tokens: readonly Token[]): Hits;
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
  const exact = new Map<string, Pattern[]>();
  const prefixes = new Map<string, Pattern[]>();
  const loose: Pattern[] = [];
  const vocabulary = new Set<string>();
  for (const [text, of] of listsByText(lists)) {
    const [first, ...rest] = toParts(text);
    if (first === undefined || first.kind === 'gap') continue;
    const pattern: Pattern = { first, rest, lists: of };
    for (const part of [first, ...rest]) if (part.kind === 'word' || part.kind === 'prefix') vocabulary.add(part.text);
    if (first.kind === 'word') push(exact, first.text, pattern);
    else if (first.kind === 'prefix' && first.text.length >= PREFIX_KEY)
      push(prefixes, first.text.slice(0, PREFIX_KEY), pattern);
    else loose.push(pattern);
  }
  const begin = beginnings(({ word, forms }) => [
    ...forms.flatMap((form) => exact.get(form) ?? []),
    ...[...(prefixes.get(word.slice(0, PREFIX_KEY)) ?? []), ...loose].filter(({ first }) =>
      fits(first, { word, forms }),
    ),
  ]);
  return {
    vocabulary: [...vocabulary],
    find(tokens) {
      const hits = new Map<number, number[]>();
      tokens.forEach((token, at) => {
        for (const { rest, lists: of } of begin(token))
          if (continues(rest, 0, tokens, at + 1)) for (const list of of) note(hits, list, at);
      });
      return hits;
    },
  };
}

/** Pattern -> the lists it stands in. */
function listsByText(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const byText = new Map<string, number[]>();
  lists.forEach((patterns, list) => {
    for (const pattern of new Set(patterns)) byText.set(pattern, [...(byText.get(pattern) ?? []), list]);
  });
  return byText;
}

/** Patterns that may begin at a word, found once for as long as its token is kept: people use the same few thousand. */
function beginnings(find: (token: Token) => readonly Pattern[]): (token: Token) => readonly Pattern[] {
  const known = new WeakMap<Token, readonly Pattern[]>();
  return (token) => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const found = find(token);
    known.set(token, found.length === 0 ? NONE : found);
    return found;
  };
}

const NONE: readonly Pattern[] = [];

function note(hits: Map<number, number[]>, list: number, at: number): void {
  const places = hits.get(list);
  if (places === undefined) hits.set(list, [at]);
  else if (places.at(-1) !== at) places.push(at);
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

function fits(part: Exclude<Part, { kind: 'gap' }>, { word, forms }: Token): boolean {
  switch (part.kind) {
    case 'word':
      return forms.includes(part.text);
    case 'prefix':
      return word.startsWith(part.text);
    case 'suffix':
      return word.endsWith(part.text);
    case 'inside':
      return word.includes(part.text);
  }
}

/** Whether the parts of a pattern from `from` on stand at the words from `at` on. */
function continues(parts: readonly Part[], from: number, tokens: readonly Token[], at: number): boolean {
  const part = parts[from];
  if (part === undefined) return true;
  if (part.kind !== 'gap') {
    const token = tokens[at];
    return token !== undefined && fits(part, token) && continues(parts, from + 1, tokens, at + 1);
  }
  for (let skipped = 0; skipped <= WIDEST_GAP; skipped++)
    if (continues(parts, from + 1, tokens, at + skipped)) return true;
  return false;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import {
  PHASES,
  THEMES,
  type Checklist,
  type Entry,
  type Item,
  type Phase,
  type Term,
  type Theme,
} from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import { normalize } from '../../../knowledge/text/normalize.js';

/** One line of the keyword index: a word and what it leads to. */
export interface Keyword {
  readonly word: string;
  readonly items: readonly Item[];
}

export interface Group<Key, Value> {
  readonly key: Key;
  readonly items: readonly Value[];
}

/** The library as the index pages walk through it; made once per version. */
export interface Catalogue {
  readonly themes: readonly Group<Theme, Entry | Checklist>[];
  readonly phases: readonly Group<Phase, Entry | Checklist>[];
  /** `a` … `z`, and `0-9` for words that start with something else. */
  readonly letters: readonly Group<string, Keyword>[];
  readonly terms: readonly Group<string, Term>[];
  readonly checklists: readonly Checklist[];
}

const order = new Intl.Collator('nl', { numeric: true });
export const byTitle = (one: Item, other: Item): number => order.compare(one.title, other.title);

export function createCatalogue(library: Library): Catalogue {
  const placed = [...library.entries, ...library.checklists].sort(byTitle);
  const terms = [...library.terms].sort(byTitle);
  return {
    themes: groups(THEMES, placed, (item) => [item.theme]),
    phases: groups(PHASES, placed, (item) => item.phase),
    letters: inLetters(keywordsOf([...library.items.values()].sort(byTitle)), ({ word }) => word),
    terms: inLetters(terms, ({ title }) => title),
    checklists: [...library.checklists].sort(byTitle),
  };
}

/** Groups in the given order, without the empty ones. */
export function groups<Key extends string, Value>(
  keys: readonly Key[],
  items: readonly Value[],
  keysOf: (item: Value) => readonly Key[],
): readonly Group<Key, Value>[] {
  return keys
    .map((key) => ({ key, items: items.filter((item) => keysOf(item).includes(key)) }))
    .filter(({ items: found }) => found.length > 0);
}

/** Every keyword once, however it is written; a term is a keyword of its own. */
function keywordsOf(items: readonly Item[]): readonly Keyword[] {
  const found = new Map<string, { word: string; items: Set<Item> }>();
  for (const item of items) {
    for (const word of item.kind === 'term' ? [item.title, ...item.keywords] : item.keywords) {
      const key = normalize(word);
      const row = found.get(key) ?? { word, items: new Set<Item>() };
      row.items.add(item);
      found.set(key, row);
    }
  }
  return [...found.values()]
    .map(({ word, items: set }) => ({ word, items: [...set] }))
    .sort((one, other) => order.compare(one.word, other.word));
}

function inLetters<Value>(values: readonly Value[], wordOf: (value: Value) => string): readonly Group<string, Value>[] {
  const found = new Map<string, Value[]>();
  for (const value of values) {
    const letter = letterOf(wordOf(value));
    found.set(letter, [...(found.get(letter) ?? []), value]);
  }
  return [...found].map(([key, items]) => ({ key, items })).sort((one, other) => order.compare(one.key, other.key));
}

function letterOf(word: string): string {
  return /[a-z]/.exec(normalize(word).slice(0, 1))?.[0] ?? '0-9';
}

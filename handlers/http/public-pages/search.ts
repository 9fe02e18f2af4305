import type { Item, ItemId } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import type { Signal } from '../../../knowledge/signals.js';
import { normalize } from '../../../knowledge/text/normalize.js';
import type { KnowledgeNow } from '../../ports.js';

export interface Found {
  /** First aid that goes before any answer. */
  readonly urgent: Signal | null;
  readonly items: readonly Item[];
}

/** Longer questions are cut: nobody reads on in a search box. */
export const LONGEST_QUERY = 400;
const MOST_ITEMS = 10;
/** A candidate above this goes before items that merely have the words in their heading. */
const LIKELY = 0.15;
/** Least probability worth showing; the finder of the bot offers from the same point. */
const POSSIBLE = 0.04;

/** Query of an address -> one tidy line; anything but one text counts as empty. */
export function readQuery(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY) : '';
}

/** The matcher of the bot, helped by plain word beginnings for who is still typing. */
export function search(knowledge: KnowledgeNow, query: string): Found {
  if (query === '') return { urgent: null, items: [] };
  const { library, matcher } = knowledge;
  const named = knowledge.findNamed(query);
  const { candidates } = matcher.match(query, { limit: MOST_ITEMS });
  const likely = candidates.filter(({ score }) => score >= LIKELY);
  const possible = candidates.filter(({ score }) => score >= POSSIBLE && score < LIKELY);
  const ids = new Set<ItemId>([
    ...(named ? [named.id] : []),
    ...likely.map(({ id }) => id),
    ...withWords(library, query),
    ...possible.map(({ id }) => id),
  ]);
  return {
    urgent: knowledge.detectSignal(query, [])?.signal ?? null,
    items: [...ids].flatMap((id) => library.items.get(id) ?? []).slice(0, MOST_ITEMS),
  };
}

/** Items in whose heading, or else heading and keywords, every word of the query begins a word. */
function withWords(library: Library, query: string): readonly ItemId[] {
  const wanted = words(query).filter((word) => word.length >= 3);
  if (wanted.length === 0) return [];
  const items = [...library.items.values()];
  const having = (textOf: (item: Item) => string): readonly ItemId[] =>
    items.filter((item) => hasAll(words(textOf(item)), wanted)).map(({ id }) => id);
  return [...having(headingOf), ...having((item) => [headingOf(item), ...item.keywords].join(' '))].slice(
    0,
    2 * MOST_ITEMS,
  );
}

function headingOf(item: Item): string {
  return item.kind === 'term' ? [item.title, ...item.aka].join(' ') : item.title;
}

function hasAll(have: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word) => have.some((other) => other.startsWith(word)));
}

function words(text: string): readonly string[] {
  return normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

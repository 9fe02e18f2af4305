import type { Item, ItemId } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import type { MatchResult } from '../../../knowledge/match/match.js';
import type { Signal } from '../../../knowledge/signals.js';
import { normalize } from '../../../knowledge/text/normalize.js';
import type { KnowledgeNow } from '../../ports.js';
import { THRESHOLDS } from '../../turn/thresholds.js';

export interface Found {
  /** First aid that goes before any answer. */
  readonly urgent: Signal | null;
  readonly items: readonly Item[];
}

/** The words of an item, as someone who is still typing may begin them. */
export interface Heading {
  readonly id: ItemId;
  readonly title: readonly string[];
  readonly all: readonly string[];
}

/** Longer questions are cut: nobody reads on in a search box. */
export const LONGEST_QUERY = 400;
const MOST_ITEMS = 10;
/** A candidate above this goes before items that merely have the words in their heading. */
const LIKELY = 0.15;
/** Shorter words begin too many others. */
const SHORTEST_WORD = 3;

/** Query of an address -> one tidy line; anything but one text counts as empty. */
export function readQuery(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY) : '';
}

/** Made once per version of the library. */
export function readHeadings(library: Library): readonly Heading[] {
  return [...library.items.values()].map((item) => {
    const title = words(item.kind === 'term' ? [item.title, ...item.aka].join(' ') : item.title);
    return { id: item.id, title, all: [...title, ...words(item.keywords.join(' '))] };
  });
}

/** The matcher of the bot, helped by plain word beginnings for who is still typing. */
export function search(knowledge: KnowledgeNow, headings: readonly Heading[], query: string): Found {
  if (query === '') return { urgent: null, items: [] };
  const named = knowledge.findNamed(query);
  const { likely, possible } = weigh(knowledge.matcher.match(query, { limit: MOST_ITEMS }));
  const ids = new Set([...(named ? [named.id] : []), ...likely, ...beginning(headings, query), ...possible]);
  return {
    urgent: knowledge.detectSignal(query, [])?.signal ?? null,
    items: [...ids].flatMap((id) => knowledge.library.items.get(id) ?? []).slice(0, MOST_ITEMS),
  };
}

/** What the matcher is sure enough of; nothing for what is not ours, no long shots for words it does not know. */
function weigh(match: MatchResult): { readonly likely: readonly ItemId[]; readonly possible: readonly ItemId[] } {
  if ((match.notOurs ?? 0) >= THRESHOLDS.notOursDecline) return { likely: [], possible: [] };
  const between = (least: number, below: number): readonly ItemId[] =>
    match.candidates.filter(({ score }) => score >= least && score < below).map(({ id }) => id);
  const possible = match.knownShare >= THRESHOLDS.knownShare ? between(THRESHOLDS.choose, LIKELY) : [];
  return { likely: between(LIKELY, Infinity), possible };
}

/** Items in whose heading, or else heading and keywords, every word of the query begins a word. */
function beginning(headings: readonly Heading[], query: string): readonly ItemId[] {
  const wanted = words(query).filter((word) => word.length >= SHORTEST_WORD);
  if (wanted.length === 0) return [];
  const having = (wordsOf: (heading: Heading) => readonly string[]): readonly ItemId[] =>
    headings
      .filter((heading) => wanted.every((word) => wordsOf(heading).some((other) => other.startsWith(word))))
      .map(({ id }) => id);
  return [...having(({ title }) => title), ...having(({ all }) => all)].slice(0, 2 * MOST_ITEMS);
}

function words(text: string): readonly string[] {
  return normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

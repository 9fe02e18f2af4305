import type { Item } from '../entry.js';

/** One text an item is recognised by. */
export interface TrainingText {
  readonly text: string;
  readonly item: number;
  /** 1 for what askers type, less for our own words. */
  readonly weight: number;
  /** Where it stands in the item; null for what is no item's. */
  readonly field: 'title' | 'keywords' | 'phrasing' | 'short' | null;
}

/** What a mentor types counts in full; titles, keywords and answers are our words and count less. */
const OWN_WORDS = { title: 1, keywords: 0.7, short: 0.7 } as const;

export function trainingTexts(items: readonly Item[]): TrainingText[] {
  return items.flatMap((item, index): TrainingText[] => [
    ...item.phrasings.map((text): TrainingText => ({ text, item: index, weight: 1, field: 'phrasing' })),
    { text: item.title, item: index, weight: OWN_WORDS.title, field: 'title' },
    { text: headingWords(item), item: index, weight: OWN_WORDS.keywords, field: 'keywords' },
    { text: plainText(item.short), item: index, weight: OWN_WORDS.short, field: 'short' },
  ]);
}

/** Keywords, and for a term its other names. */
export function headingWords(item: Item): string {
  return [...item.keywords, ...(item.kind === 'term' ? item.aka : [])].join(', ');
}

/** Markdown -> words; good enough for an index. */
export function plainText(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/g, ' ').replace(/[#*_>`|[\]()-]+/g, ' ');
}

/** Topic ids of an item, the main one first; an item without any stands for itself under its theme. */
export function topicsOf(item: Item): readonly string[] {
  const refs = [...new Set(item.sources.map(({ ref }) => ref).filter((ref) => /^[qsb]\d/.test(ref)))];
  if (refs.length > 0) return refs;
  return [item.kind === 'term' ? 'term' : `thema:${item.theme}`];
}

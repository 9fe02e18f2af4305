import type { Item } from '../entry.js';
import { analyse, type TextLayer } from '../text/analyse.js';
import { namedFeatures } from './features.js';
import type { Model } from './model.js';
import { packAscending, packBytes } from './pack.js';
import { headingWords, plainText } from './training-texts.js';
import type { Vocabulary } from './vectors.js';

/** How much a feature counts by where it stands (BM25F field weights); by held-out phrasings, see weights.ts. */
const FIELDS = { title: 4, keywords: 3, phrasing: 0.75, short: 1.5, details: 0.75 } as const;

/** Every item as field-weighted counts of its features, in quarters so that they fit a byte. */
export function itemTexts(items: readonly Item[], layer: TextLayer, vocabulary: Vocabulary): Model['texts'] {
  const ids: number[][] = [];
  const counts: number[] = [];
  for (const item of items) {
    const sums = new Map<number, number>();
    const add = (text: string, weight: number): void => {
      for (const name of namedFeatures(analyse(text, layer)).keys()) {
        const id = vocabulary.ids.get(name);
        if (id !== undefined) sums.set(id, (sums.get(id) ?? 0) + weight);
      }
    };
    add(item.title, FIELDS.title);
    add(headingWords(item), FIELDS.keywords);
    add(plainText(item.short), FIELDS.short);
    add(plainText(item.details), FIELDS.details);
    for (const phrasing of item.phrasings) add(phrasing, FIELDS.phrasing);
    const row = [...sums].sort((a, b) => a[0] - b[0]);
    ids.push(row.map(([id]) => id));
    counts.push(...row.map(([, sum]) => Math.min(255, Math.round(sum * 4))));
  }
  return { ...packRows(ids), counts: packBytes(Uint8Array.from(counts)) };
}

/** Rows of ascending ids -> one packed list with the start of each row. */
export function packRows(rows: readonly (readonly number[])[]): { readonly start: string; readonly ids: string } {
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => {
    start[at + 1] = (start[at] ?? 0) + row.length;
  });
  return { start: packBytes(start), ids: packAscending(rows) };
}

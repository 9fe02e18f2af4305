import type { Model } from './model.js';
import { packAscending, packBytes } from './pack.js';
import type { ReadText } from './read-texts.js';
import type { TrainingText } from './training-texts.js';

/** How much a feature counts by where it stands (BM25F field weights); by held-out phrasings, see weights.ts. */
const FIELDS = { title: 4, keywords: 3, phrasing: 0.75, short: 1.5, details: 0.75 } as const;

/** What `trainingTexts` gave and the reader made of it, one for one; `details` are read here. */
export interface ItemReading {
  readonly texts: readonly TrainingText[];
  readonly read: readonly ReadText[];
  readonly details: readonly ReadText[];
}

/** Every item as field-weighted counts of its features, in quarters so that they fit a byte. */
export function itemTexts({ texts, read, details }: ItemReading, places: Int32Array): Model['texts'] {
  const sums = details.map((): Map<number, number> => new Map());
  const add = (item: number, { features }: ReadText, weight: number): void => {
    const counts = sums[item];
    for (const feature of features) {
      const id = places[feature] ?? -1;
      if (id >= 0) counts?.set(id, (counts.get(id) ?? 0) + weight);
    }
  };
  texts.forEach(({ item, field }, at) => {
    const one = read[at];
    if (one && field !== null) add(item, one, FIELDS[field]);
  });
  details.forEach((one, item) => {
    add(item, one, FIELDS.details);
  });
  const rows = sums.map((counts) => [...counts].sort((a, b) => a[0] - b[0]));
  const counts = rows.flatMap((row) => row.map(([, sum]) => Math.min(255, Math.round(sum * 4))));
  return { ...packRows(rows.map((row) => row.map(([id]) => id))), counts: packBytes(Uint8Array.from(counts)) };
}

/** Rows of ascending ids -> one packed list with the start of each row. */
export function packRows(rows: readonly (readonly number[])[]): { readonly start: string; readonly ids: string } {
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => {
    start[at + 1] = (start[at] ?? 0) + row.length;
  });
  return { start: packBytes(start), ids: packAscending(rows) };
}

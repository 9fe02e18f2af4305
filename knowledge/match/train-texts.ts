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
  const ofItem = details.map((): (readonly [ReadText, number])[] => []);
  texts.forEach(({ item, field }, at) => {
    const one = read[at];
    if (one && field !== null) ofItem[item]?.push([one, FIELDS[field]]);
  });
  details.forEach((one, item) => {
    ofItem[item]?.push([one, FIELDS.details]);
  });
  const sums = new Float64Array(places.length);
  const rows = ofItem.map((parts) => addUp(parts, places, sums));
  const counts = rows.flatMap((row) => row.counts);
  return { ...packRows(rows.map(({ ids }) => ids)), counts: packBytes(Uint8Array.from(counts)) };
}

/** One item's counts by ascending id; leaves `sums` as it was given, all zero. */
function addUp(parts: readonly (readonly [ReadText, number])[], places: Int32Array, sums: Float64Array) {
  const touched: number[] = [];
  for (const [{ features }, weight] of parts)
    for (const feature of features) {
      const id = places[feature] ?? -1;
      if (id < 0) continue;
      if (sums[id] === 0) touched.push(id);
      sums[id] = (sums[id] ?? 0) + weight;
    }
  const ids = [...Uint32Array.from(touched).sort()];
  const counts = ids.map((id) => Math.min(255, Math.round((sums[id] ?? 0) * 4)));
  for (const id of ids) sums[id] = 0;
  return { ids, counts };
}

/** Rows of ascending ids -> one packed list with the start of each row. */
function packRows(rows: readonly (readonly number[])[]): { readonly start: string; readonly ids: string } {
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => {
    start[at + 1] = (start[at] ?? 0) + row.length;
  });
  return { start: packBytes(start), ids: packAscending(rows) };
}

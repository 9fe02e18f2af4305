import { createNameTable, type NameTable } from '../text/name-table.js';
import { PREFIX } from './features.js';

/** A sparse row: feature ids with weights, length 1. */
export interface Vector {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
}

/** Known features: name -> id. Ids below `plain` are words, concepts and their pairs; the rest are letter groups. */
export interface Vocabulary {
  readonly names: NameTable;
  readonly idf: Float32Array;
  readonly plain: number;
}

/** Most features read of one text (rarest kept): bounds the cost of a long message. */
export const MOST_FEATURES = 900;

/** `lines` holds a name a line, the plain ones first. */
export function createVocabulary(lines: string, df: ArrayLike<number>, total: number): Vocabulary {
  const names = createNameTable(lines, '\n');
  let plain = 0;
  while (plain < names.size && !PREFIX.gram.startsWith(names.initial(plain))) plain++;
  return {
    names,
    idf: Float32Array.from({ length: names.size }, (_unused, id) => Math.log(total / Math.max(1, df[id] ?? 1))),
    plain,
  };
}

/** Named features -> vector of length 1; unknown names are left out. */
export function toVector(features: ReadonlyMap<string, number>, vocabulary: Vocabulary): Vector {
  const found: [id: number, value: number][] = [];
  for (const [name, weight] of features) {
    const id = vocabulary.names.find(name);
    if (id >= 0) found.push([id, weight * (vocabulary.idf[id] ?? 0)]);
  }
  return toUnit(found);
}

/** Ids with weights -> vector of length 1; sorts what it is given. */
export function toUnit(found: [id: number, value: number][]): Vector {
  if (found.length > MOST_FEATURES) {
    found.sort((a, b) => b[1] - a[1]);
    found.length = MOST_FEATURES;
  }
  found.sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(found.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return {
    ids: Uint32Array.from(found, ([id]) => id),
    values: Float32Array.from(found, ([, value]) => value / length),
  };
}

/** The features below an id, brought back to length 1. */
export function head({ ids, values }: Vector, below: number): Vector {
  let size = ids.findIndex((id) => id >= below);
  if (size < 0) size = ids.length;
  const kept = values.slice(0, size);
  const length = Math.sqrt(kept.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { ids: ids.slice(0, size), values: kept.map((value) => value / length) };
}

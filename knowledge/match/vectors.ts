import { keepLast } from '../keep-last.js';
import { createNameTable, type NameTable } from '../text/name-table.js';
import { BETWEEN, grams, PREFIX, type FeatureKeys } from './features.js';

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

/** Words and concepts kept with their features: mentors use the same few thousand. */
const KEPT = 2_000;

/** Features by their ids, -1 for what a vocabulary does not hold. */
export function featureIds({ names }: Vocabulary): FeatureKeys<number> {
  const ofStem = keepLast(KEPT, (name) => names.find(PREFIX.stem + name));
  const ofConcept = keepLast(KEPT, (name) => names.find(PREFIX.concept + name));
  return {
    one: (kind, name) => (kind === 'concept' ? ofConcept(name) : ofStem(name)),
    two: (kind, first, second) => names.find(`${PREFIX[kind]}${first}${BETWEEN[kind]}${second}`),
    grams: keepLast(KEPT, (word) => grams(word).map((gram) => names.find(PREFIX.gram + gram))),
  };
}

/** Features by id -> vector of length 1; unknown ones are left out. */
export function toVector(features: Map<number, number>, { idf }: Vocabulary): Vector {
  features.delete(-1);
  if (features.size > MOST_FEATURES)
    return toUnit(Array.from(features, ([id, weight]) => [id, weight * (idf[id] ?? 0)]));
  const ids = Uint32Array.from(features.keys()).sort();
  const values = new Float64Array(ids.length);
  let sum = 0;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const value = (features.get(id) ?? 0) * (idf[id] ?? 0);
    values[at] = value;
    sum += value * value;
  }
  return { ids, values: divided(values, Math.sqrt(sum) || 1) };
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
  let size = 0;
  let sum = 0;
  for (; size < ids.length && (ids[size] ?? 0) < below; size++) sum += (values[size] ?? 0) * (values[size] ?? 0);
  return { ids: ids.subarray(0, size), values: divided(values.subarray(0, size), Math.sqrt(sum) || 1) };
}

function divided(values: Float32Array | Float64Array, by: number): Float32Array {
  const parts = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) parts[at] = (values[at] ?? 0) / by;
  return parts;
}

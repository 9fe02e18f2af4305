import { packAscending, packBytes, unpackAscending, unpackInt8, unpackUint16, type Packed } from './match/pack.js';
import { SORTS } from './signal-signs.js';
import { KeyTable } from './text/key-table.js';

/** One observation: a key and the letter of its sort for each thing seen; a thing may stand there twice. */
export interface Features {
  readonly keys: Int32Array;
  readonly sorts: Uint8Array;
}

/** Features known before any class, and how often each was seen. */
export interface FeatureList {
  readonly keys: Int32Array;
  readonly sorts: Uint8Array;
  /** In how many samples each stands. */
  readonly counts: Uint16Array<ArrayBuffer>;
  readonly samples: number;
}

/** The same as plain data, so that it can be kept: in the order of SORTS, and ascending by key (unsigned). */
export interface FeatureTable {
  /** Ascending within each sort. */
  readonly keys: Packed;
  /** How many there are of each sort, in the order of SORTS. */
  readonly sizes: readonly number[];
  /** Uint16. */
  readonly counts: Packed;
  readonly samples: number;
}

/** One trained border over the features of a table: an Int8 per feature, in steps of `scale`. */
export interface Border {
  readonly bias: number;
  readonly scale: number;
  readonly weights: string;
}

export interface Classifier {
  /** Distance to each border; above 0 is yes. */
  margins(features: Features): readonly number[];
  /** Places in the observation of what speaks most for yes at the first border, strongest first. */
  strongest(features: Features, most: number): readonly number[];
}

/** Kept borders over one table -> classifier. */
export function useClassifier(table: FeatureTable, borders: readonly Border[]): Classifier {
  const { places, rarities } = readTable(table);
  const weights = borders.map((border) => unpackInt8(border.weights));
  const seenIn = new Uint32Array(places.size);
  let observation = 0;
  let found = new Int32Array(1_024);
  return {
    margins({ keys }) {
      const sums = new Float64Array(borders.length);
      let squares = 0;
      observation += 1;
      if (found.length < keys.length) found = new Int32Array(keys.length * 2);
      places.findAll(keys, found);
      for (let n = 0; n < keys.length; n++) {
        const at = found[n] ?? -1;
        if (at < 0 || seenIn[at] === observation) continue;
        seenIn[at] = observation;
        const rarity = rarities[at] ?? 0;
        squares += rarity * rarity;
        for (let border = 0; border < sums.length; border++)
          sums[border] = (sums[border] ?? 0) + (weights[border]?.[at] ?? 0) * rarity;
      }
      const length = Math.sqrt(squares) || 1;
      return borders.map(({ bias, scale }, border) => ((sums[border] ?? 0) * scale) / length + bias);
    },
    strongest: ({ keys }, most) =>
      [...keys.keys()]
        .filter((place) => keys.indexOf(keys[place] ?? 0) === place)
        .map((place) => {
          const at = places.find(keys[place] ?? 0);
          return { place, gain: (weights[0]?.[at] ?? 0) * (rarities[at] ?? 0) };
        })
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain)
        .slice(0, most)
        .map(({ place }) => place),
  };
}

/** The first border of a table for samples whose features are numbers; `keys` tells the key of each. */
export function listenTo(
  table: FeatureTable,
  { bias, scale, weights }: Border,
  keys: Int32Array,
): (numbers: Int32Array) => number {
  const known = readTable(table);
  const steps = unpackInt8(weights);
  const places = keys.map((key) => known.places.find(key));
  const rarities = Float64Array.from(places, (place) => known.rarities[place] ?? 0);
  const gains = Float64Array.from(places, (place, feature) => (steps[place] ?? 0) * (rarities[feature] ?? 0));
  return (numbers) => {
    let sum = 0;
    let squares = 0;
    for (const feature of numbers) {
      sum += gains[feature] ?? 0;
      squares += (rarities[feature] ?? 0) * (rarities[feature] ?? 0);
    }
    return (sum * scale) / (Math.sqrt(squares) || 1) + bias;
  };
}

/** How much the sorts of features say beside each other: a word more than a word list or two lists near each other. */
const SHARES = byLetter({ w: 1.5, l: 0.5, r: 0.5, b: 0.5, n: 0.4, a: 0.4, m: 0.4 });

function byLetter(shares: Readonly<Record<string, number>>): Float64Array {
  const all = new Float64Array(128).fill(1);
  for (const [sort, share] of Object.entries(shares)) all[sort.charCodeAt(0)] = share;
  return all;
}

/** A rare feature says more than a common one; how much more, messages of writers left out of training told. */
export function rarityOf(sort: number, count: number, samples: number): number {
  return (Math.log(samples / count) + 0.3) ** 1.75 * (SHARES[sort] ?? 1);
}

/** Room for every key within a sort. */
const PER_SORT = 2 ** 32;

/** Features -> the table of those to keep, and which feature stands at each of its places. */
export function packTable(
  { keys, sorts, counts, samples }: FeatureList,
  keep: (feature: number) => boolean = () => true,
): { readonly table: FeatureTable; readonly order: Int32Array } {
  const rankOf = new Map(SORTS.map((sort, rank) => [sort.charCodeAt(0), rank * PER_SORT]));
  const placeOf = (feature: number): number => (rankOf.get(sorts[feature] ?? 0) ?? 0) + ((keys[feature] ?? 0) >>> 0);
  const kept = Array.from(keys.keys()).filter(keep);
  const order = Int32Array.from(kept.sort((a, b) => placeOf(a) - placeOf(b)));
  const rows = SORTS.map((sort) =>
    Array.from(
      order.filter((feature) => sorts[feature] === sort.charCodeAt(0)),
      (feature) => (keys[feature] ?? 0) >>> 0,
    ),
  );
  const table = {
    keys: packAscending(rows),
    sizes: rows.map((row) => row.length),
    counts: packBytes(Uint16Array.from(order, (feature) => counts[feature] ?? 1)),
    samples,
  };
  return { table, order };
}

interface ReadTable {
  readonly places: KeyTable;
  /** By place. */
  readonly rarities: Float64Array;
}

function readTable({ keys, sizes, counts, samples }: FeatureTable): ReadTable {
  const times = unpackUint16(counts);
  const start = startsOf(sizes);
  const rarities = new Float64Array(times.length);
  SORTS.forEach((sort, row) => {
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++)
      rarities[at] = rarityOf(sort.charCodeAt(0), times[at] ?? 1, samples);
  });
  return { places: new KeyTable(unpackAscending(keys, start)), rarities };
}

/** Where the features of each sort begin, and the last ones end. */
function startsOf(sizes: readonly number[]): Uint32Array {
  const start = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, row) => {
    start[row + 1] = (start[row] ?? 0) + size;
  });
  return start;
}

/** `order`: the feature at each place of the table; `weights` by feature. */
export function packBorder(bias: number, order: Int32Array, weights: Float64Array): Border {
  const scale = order.reduce((most, feature) => Math.max(most, Math.abs(weights[feature] ?? 0)), 1e-9) / 127;
  const rounded = Number(scale.toPrecision(6));
  return {
    bias: Number(bias.toPrecision(6)),
    scale: rounded,
    weights: packBytes(Int8Array.from(order, (feature) => Math.round((weights[feature] ?? 0) / rounded))),
  };
}

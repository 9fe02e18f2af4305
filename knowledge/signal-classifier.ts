import { packBytes, unpackInt8, unpackUint16 } from './match/pack.js';
import { createNameTable, type NameTable } from './text/name-table.js';

/** One observation: the names of what was seen. */
export type Features = readonly string[];

/** What is known of a feature before any class: its name and how rare it is. As plain data, so that it can be kept. */
export interface FeatureTable {
  /** One a line. */
  readonly names: string;
  /** In how many samples each stands (Uint16). */
  readonly counts: string;
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
  /** What speaks most for yes at the first border, strongest first. */
  strongest(features: Features, most: number): readonly string[];
}

/** Kept borders over one table -> classifier. */
export function useClassifier(table: FeatureTable, borders: readonly Border[]): Classifier {
  const { names, rarities } = readTable(table);
  const weights = borders.map((border) => unpackInt8(border.weights));
  return {
    margins(features) {
      const sums = new Float64Array(borders.length);
      let squares = 0;
      for (const name of features) {
        const at = names.find(name);
        if (at < 0) continue;
        const rarity = rarities[at] ?? 0;
        squares += rarity * rarity;
        for (let border = 0; border < sums.length; border++)
          sums[border] = (sums[border] ?? 0) + (weights[border]?.[at] ?? 0) * rarity;
      }
      const length = Math.sqrt(squares) || 1;
      return borders.map(({ bias, scale }, border) => ((sums[border] ?? 0) * scale) / length + bias);
    },
    strongest: (features, most) =>
      features
        .map((name) => {
          const at = names.find(name);
          return { name, gain: (weights[0]?.[at] ?? 0) * (rarities[at] ?? 0) };
        })
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain)
        .slice(0, most)
        .map(({ name }) => name),
  };
}

/** The first border of a table for messages whose features are numbers of `names`: the same margin, without a text compared. */
export function listenTo(
  table: FeatureTable,
  { bias, scale, weights }: Border,
  names: readonly string[],
): (features: Int32Array) => number {
  const known = readTable(table);
  const steps = unpackInt8(weights);
  const places = Int32Array.from(names, (name) => known.names.find(name));
  const rarities = Float64Array.from(places, (place) => known.rarities[place] ?? 0);
  const gains = Float64Array.from(places, (place, feature) => (steps[place] ?? 0) * (rarities[feature] ?? 0));
  return (features) => {
    let sum = 0;
    let squares = 0;
    for (const feature of features) {
      sum += gains[feature] ?? 0;
      squares += (rarities[feature] ?? 0) * (rarities[feature] ?? 0);
    }
    return (sum * scale) / (Math.sqrt(squares) || 1) + bias;
  };
}

/** How much the kinds of features say beside each other: a word more than a word list or two lists near each other. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ['w', 1.5],
  ['l', 0.5],
  ['r', 0.5],
  ['b', 0.5],
  ['n', 0.4],
  ['a', 0.4],
  ['m', 0.4],
]);

/** A rare feature says more than a common one; how much more, messages of writers left out of training told. */
export function rarityOf(name: string, count: number, samples: number): number {
  return (Math.log(samples / count) + 0.3) ** 1.75 * (SHARES.get(name.slice(0, name.indexOf(':'))) ?? 1);
}

interface ReadTable {
  readonly names: NameTable;
  /** By place. */
  readonly rarities: Float64Array;
}

function readTable({ names, counts, samples }: FeatureTable): ReadTable {
  const times = unpackUint16(counts);
  const table = createNameTable(names, '\n');
  return {
    names: table,
    rarities: Float64Array.from(times, (count, at) => rarityOf(table.at(at), count, samples)),
  };
}

export function packBorder(bias: number, weights: Float64Array): Border {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const rounded = Number(scale.toPrecision(6));
  return {
    bias: Number(bias.toPrecision(6)),
    scale: rounded,
    weights: packBytes(Int8Array.from(weights, (weight) => Math.round(weight / rounded))),
  };
}

import { packBytes, unpackInt8, unpackUint16 } from './match/pack.js';

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

interface Known {
  readonly at: number;
  readonly rarity: number;
}

/** Kept borders over one table -> classifier. */
export function useClassifier(table: FeatureTable, borders: readonly Border[]): Classifier {
  const known = readTable(table);
  const weights = borders.map((border) => unpackInt8(border.weights));
  const look = (features: Features): readonly Known[] => {
    const found: Known[] = [];
    for (const name of features) {
      const one = known.get(name);
      if (one) found.push(one);
    }
    return found;
  };
  return {
    margins(features) {
      const found = look(features);
      const length = Math.sqrt(found.reduce((sum, { rarity }) => sum + rarity * rarity, 0)) || 1;
      return borders.map(({ bias, scale }, border) => {
        const of = weights[border];
        const sum = found.reduce((total, { at, rarity }) => total + (of?.[at] ?? 0) * rarity, 0);
        return (sum * scale) / length + bias;
      });
    },
    strongest: (features, most) =>
      features
        .map((name) => ({
          name,
          gain: (weights[0]?.[known.get(name)?.at ?? -1] ?? 0) * (known.get(name)?.rarity ?? 0),
        }))
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
  const rarities = Float64Array.from(names, (name) => known.get(name)?.rarity ?? 0);
  const gains = Float64Array.from(
    names,
    (name, feature) => (steps[known.get(name)?.at ?? -1] ?? 0) * (rarities[feature] ?? 0),
  );
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

/** A rare feature says more than a common one; how much more, messages of writers left out of training told. */
export function rarityOf(count: number, samples: number): number {
  return (Math.log(samples / count) + 0.3) ** 1.5;
}

function readTable({ names, counts, samples }: FeatureTable): ReadonlyMap<string, Known> {
  const times = unpackUint16(counts);
  const list = names === '' ? [] : names.split('\n');
  return new Map(list.map((name, at) => [name, { at, rarity: rarityOf(times[at] ?? 1, samples) }]));
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

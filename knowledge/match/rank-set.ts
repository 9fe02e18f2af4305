import { countBits } from '../text/bits.js';

/** The place of a number among ascending numbers, or -1. */
export type PlaceOf = (id: number) => number;

/**
 * Ascending numbers -> the place of each, without searching: a bit for every number below the highest, and for every 32
 * bits how many went before. Most numbers that are asked for are not among them, which one bit tells.
 */
export function createRankSet(ascending: ArrayLike<number>): PlaceOf {
  const words = ((ascending[ascending.length - 1] ?? 0) >>> 5) + 1;
  const bits = new Int32Array(words);
  const before = new Uint32Array(words + 1);
  for (let at = 0; at < ascending.length; at++) {
    const id = ascending[at] ?? 0;
    bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31));
    before[(id >>> 5) + 1] = at + 1;
  }
  // Words without any number go on from those before them.
  for (let word = 1; word <= words; word++) before[word] = Math.max(before[word] ?? 0, before[word - 1] ?? 0);
  return (id) => {
    const word = id >>> 5;
    if (word >= words) return -1;
    const there = bits[word] ?? 0;
    const bit = 1 << (id & 31);
    return (there & bit) === 0 ? -1 : (before[word] ?? 0) + countBits(there & (bit - 1));
  };
}

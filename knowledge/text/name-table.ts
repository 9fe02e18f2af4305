import { hash, hashPlaces, hashRange } from './hash.js';

/** Names -> their places. A hundred thousand names in a Map fill tens of megabytes; here they stay the one text they are kept as. */
export interface NameTable {
  readonly size: number;
  /** -1 for a name it does not hold. */
  find(name: string): number;
  at(place: number): string;
  /** First letter of the name at a place. */
  initial(place: number): string;
}

/** `names` stand behind one another with a `separator` of one letter between them. */
export function createNameTable(names: string, separator: string): NameTable {
  const size = names === '' ? 0 : countOf(names, separator) + 1;
  const start = new Uint32Array(size + 1);
  const hashes = new Uint32Array(size);
  for (let place = 0, from = 0; place < size; place++) {
    const found = names.indexOf(separator, from);
    const to = found < 0 ? names.length : found;
    hashes[place] = hashRange(names, from, to);
    from = to + 1;
    start[place + 1] = from;
  }
  const places = hashPlaces(hashes);
  const lengthOf = (place: number): number => (start[place + 1] ?? 0) - (start[place] ?? 0) - 1;
  return {
    size,
    find: (name) =>
      places.find(hash(name), (place) => lengthOf(place) === name.length && names.startsWith(name, start[place] ?? 0)),
    initial: (place) => names.charAt(start[place] ?? 0),
    at: (place) => names.slice(start[place] ?? 0, (start[place + 1] ?? 0) - 1),
  };
}

function countOf(text: string, letter: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count++;
  return count;
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  return hashRange(text, 0, text.length);
}

/** `before`: the hash of what goes before. */
export function hashRange(text: string, from: number, to: number, before = 0x811c9dc5): number {
  let value = before;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Places by hash, four bytes each: what stands behind a place, and whether it is the one meant, the owner knows. */
export interface HashPlaces {
  /** The first place with this hash that is the same, or -1. */
  find(hash: number, same: (place: number) => boolean): number;
}

/** `hashes` holds one for each place; of two places that are the same the first is found. */
export function hashPlaces(hashes: ArrayLike<number>): HashPlaces {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 1.5))) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  for (let place = 0; place < hashes.length; place++) {
    let slot = (hashes[place] ?? 0) & mask;
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    slots[slot] = place;
  }
  return {
    find(hash, same) {
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const place = slots[slot] ?? -1;
        if (place < 0 || same(place)) return place;
      }
    },
  };
}

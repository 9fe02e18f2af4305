/** Well mixed 32-bit keys -> places, in the order they came. Twelve bytes a key, where a Map of texts takes a hundred. */
export class KeyTable {
  #keys: Int32Array;
  /** Place + 1; 0 is free. */
  #slots: Int32Array;
  #size = 0;

  constructor(keys: Uint32Array | Int32Array | readonly number[] = []) {
    this.#keys = new Int32Array(Math.max(16, keys.length));
    this.#slots = new Int32Array(slotsFor(this.#keys.length));
    for (const key of keys) this.add(key);
  }

  get size(): number {
    return this.#size;
  }

  /** By place. */
  get keys(): Int32Array {
    return this.#keys.subarray(0, this.#size);
  }

  /** -1 for a key it does not hold. */
  find(key: number): number {
    return (this.#slots[this.#slotOf(key)] ?? 0) - 1;
  }

  /**
   * The same for many keys at once. The tables do not fit in the processor's own memory: first everything is fetched
   * that may be needed, one not waiting for the other, and then looked at.
   */
  findAll(sought: Int32Array, places: Int32Array): void {
    const slots = this.#slots;
    const keys = this.#keys;
    const mask = slots.length - 1;
    for (let n = 0; n < sought.length; n++) places[n] = (slots[(sought[n] ?? 0) & mask] ?? 0) - 1;
    for (let n = 0; n < sought.length; n++) {
      const place = places[n] ?? -1;
      if (place >= 0 && keys[place] !== sought[n]) places[n] = this.find(sought[n] ?? 0);
    }
  }

  /** The place of a key; a new one gets the next. */
  add(key: number): number {
    const slot = this.#slotOf(key);
    const place = (this.#slots[slot] ?? 0) - 1;
    if (place >= 0) return place;
    if (this.#size === this.#keys.length) {
      this.#grow();
      return this.add(key);
    }
    this.#keys[this.#size] = key;
    this.#slots[slot] = ++this.#size;
    return this.#size - 1;
  }

  /** Where the key stands, or the free slot where it would. */
  #slotOf(key: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] ?? 0) - 1;
      if (place < 0 || this.#keys[place] === key) return slot;
    }
  }

  #grow(): void {
    const before = this.keys;
    this.#keys = new Int32Array(before.length * 2);
    this.#keys.set(before);
    this.#slots = new Int32Array(slotsFor(this.#keys.length));
    for (let place = 0; place < before.length; place++) this.#slots[this.#slotOf(before[place] ?? 0)] = place + 1;
  }
}

/** A power of two, at most two thirds full. */
function slotsFor(keys: number): number {
  return 2 ** Math.ceil(Math.log2(keys * 1.5));
}

import type { Features } from './signal-classifier.js';
import { KeyTable } from './text/key-table.js';

/** Features -> numbers from 0, for learning: each is told apart once, and is a number ever after. */
export class FeatureNumbers {
  readonly #table = new KeyTable();
  #sorts = new Uint8Array(1_024);
  /** In which sample each was seen last. */
  #seenIn = new Uint32Array(1_024);
  #samples = 0;

  get size(): number {
    return this.#table.size;
  }

  /** By number. */
  get keys(): Int32Array {
    return this.#table.keys;
  }

  /** By number: the letter of its sort. */
  get sorts(): Uint8Array {
    return this.#sorts.subarray(0, this.size);
  }

  find(key: number): number {
    return this.#table.find(key);
  }

  /** What one sample shows, each thing once, in the order it was seen. */
  of({ keys, sorts }: Features): Int32Array {
    const sample = ++this.#samples;
    const numbers = new Int32Array(keys.length);
    let size = 0;
    for (let at = 0; at < keys.length; at++) {
      const number = this.#table.add(keys[at] ?? 0);
      if (number >= this.#sorts.length) this.#grow();
      if (this.#seenIn[number] === sample) continue;
      this.#seenIn[number] = sample;
      this.#sorts[number] = sorts[at] ?? 0;
      numbers[size++] = number;
    }
    return numbers.slice(0, size);
  }

  #grow(): void {
    const [sorts, seenIn] = [this.#sorts, this.#seenIn];
    this.#sorts = new Uint8Array(sorts.length * 2);
    this.#sorts.set(sorts);
    this.#seenIn = new Uint32Array(seenIn.length * 2);
    this.#seenIn.set(seenIn);
  }
}

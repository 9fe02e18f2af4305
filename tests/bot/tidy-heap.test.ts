import { beforeEach, describe, expect, test } from '@jest/globals';
import { ownHeap, tidyHeap, type Heap } from '../../bot/tidy-heap.js';

const MB = 1_048_576;

/** A process whose clock, work and heap the test decides. */
class FakeProcess implements Heap {
  tidied = 0;
  slow = false;
  room = 32;
  /** Whether cleaning gives the room back. */
  helps = true;
  #later: (() => void) | null = null;
  #look: (() => void) | null = null;
  #busy = 0;

  readonly after: Heap['after'] = (_ms, act) => (this.#later = act);
  readonly every: Heap['every'] = (_ms, act) => (this.#look = act);
  readonly busy = (): number => this.#busy;
  readonly youngRoom = (): number => this.room * MB;
  readonly growSlowly = (): void => {
    this.slow = true;
  };
  readonly tidy = (): void => {
    this.tidied += 1;
    if (this.helps) this.room = 1;
  };

  startIsOver(): void {
    this.#later?.();
  }

  /** Looks so many times at a process that is busy for such a share of its time; how often it tidied. */
  looks(times: number, busy: number): number {
    const before = this.tidied;
    this.#busy = busy;
    for (let look = 0; look < times; look += 1) this.#look?.();
    return this.tidied - before;
  }
}

let running: FakeProcess;
beforeEach(() => {
  running = new FakeProcess();
  tidyHeap(running);
});

describe('memory that is given back', () => {
  test('is given back once shortly after the start, and not before', () => {
    expect([running.tidied, running.slow]).toEqual([0, true]);
    running.startIsOver();
    expect(running.tidied).toBe(1);
  });

  test('is given back when it has been quiet for three looks on end', () => {
    expect(running.looks(2, 0.01)).toBe(0);
    expect(running.looks(1, 0.01)).toBe(1);
  });

  test('is left alone while somebody asks; one busy look begins the count anew', () => {
    expect(running.looks(100, 0.3)).toBe(0);
    running.looks(2, 0.01);
    running.looks(1, 0.3);
    expect(running.looks(2, 0.01)).toBe(0);
    expect(running.looks(1, 0.01)).toBe(1);
  });

  test('is left alone where there is little to give', () => {
    running.room = 4;
    expect(running.looks(100, 0)).toBe(0);
  });

  test('is given back again after the next busy time', () => {
    running.looks(3, 0);
    expect(running.looks(50, 0)).toBe(0);
    running.looks(10, 0.5);
    running.room = 32;
    expect(running.looks(3, 0)).toBe(1);
  });

  test('is tried for again only after a while where trying did not help', () => {
    running.helps = false;
    expect(running.looks(3, 0)).toBe(1);
    expect(running.looks(23, 0)).toBe(0);
    expect(running.looks(1, 0)).toBe(1);
  });
});

test('the heap of a process of its own can be asked and tidied', () => {
  const heap = ownHeap();
  expect(heap.busy()).toBeGreaterThanOrEqual(0);
  expect(heap.busy()).toBeLessThanOrEqual(1);
  expect(heap.youngRoom()).toBeGreaterThan(0);
  heap.tidy();
  expect(heap.youngRoom()).toBeGreaterThan(0);
});

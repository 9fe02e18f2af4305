import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** When nobody waits for the start any more, and hardly anybody has asked something yet. */
const AFTER_START_MS = 1_000;
const LOOK_MS = 5_000;
/** Share (0–1) of the time that something is done: below it, nobody is asking. */
const QUIET = 0.04;
/** So many quiet looks in a row: the heap's own count of what is asked of it goes back five seconds. */
const QUIET_LOOKS = 3;
/** Where a tidying did not help, the next waits this many looks. */
const PATIENCE = 24;
/** Room for young objects that a quiet server has no use for. */
const MUCH_ROOM = 8 * 1_048_576;

/** What it asks of the process it runs in. */
export interface Heap {
  /** Once, and again and again, without keeping the process alive. */
  readonly after: (ms: number, act: () => void) => void;
  readonly every: (ms: number, act: () => void) => void;
  /** Share (0–1) of the time since it was asked last that something was done. */
  readonly busy: () => number;
  /** Bytes kept for young objects. */
  readonly youngRoom: () => number;
  /** From now on the heap grows less before it is cleaned. */
  readonly growSlowly: () => void;
  /** Cleans, and moves what is left together so that the system gets whole pages back. */
  readonly tidy: () => void;
}

/**
 * Reading the knowledge and the models leaves tens of megabytes that nothing refers to, and a resting server makes too
 * little for the heap to be cleaned by itself. Shortly after the start it is, and again when it has become quiet: then
 * the room for young objects, 32 MB after a busy time, goes back to the system too. A tenth to a fifth of a second each.
 */
export function tidyHeap(heap: Heap = ownHeap()): void {
  // Not during the start, when nearly everything that is made stays.
  heap.growSlowly();
  heap.after(AFTER_START_MS, heap.tidy);
  let quiet = 0;
  heap.every(LOOK_MS, () => {
    quiet = heap.busy() < QUIET ? quiet + 1 : 0;
    if (quiet < QUIET_LOOKS || heap.youngRoom() < MUCH_ROOM) return;
    heap.tidy();
    quiet -= PATIENCE;
  });
}

/** The heap of this process. */
export function ownHeap(): Heap {
  let before: EventLoopUtilization | undefined;
  return {
    after: (ms, act) => void setTimeout(act, ms).unref(),
    every: (ms, act) => void setInterval(act, ms).unref(),
    busy: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    youngRoom: () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0,
    growSlowly: () => {
      // By itself the heap may double before it is cleaned: a fifth less memory under load for a few per cent more work.
      setFlagsFromString('--heap-growing-percent=50');
    },
    tidy: () => {
      setFlagsFromString('--expose-gc');
      setFlagsFromString('--compact-on-every-full-gc');
      runInNewContext('gc()');
      setFlagsFromString('--no-compact-on-every-full-gc');
    },
  };
}

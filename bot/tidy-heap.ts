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

/**
 * Reading the knowledge and the models leaves tens of megabytes that nothing refers to, and a resting server makes too
 * little for the heap to be cleaned by itself. Shortly after the start it is, and again when it has become quiet: then
 * the room for young objects, 32 MB after a busy time, goes back to the system too. A tenth to a fifth of a second each.
 */
export function tidyHeap(): void {
  // By itself the heap may double before it is cleaned: a fifth less memory under load for a few per cent more work.
  // Not during the start, when nearly everything that is made stays.
  setFlagsFromString('--heap-growing-percent=50');
  setTimeout(tidy, AFTER_START_MS).unref();
  let quiet = 0;
  let before: EventLoopUtilization | undefined;
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    quiet = utilization < QUIET ? quiet + 1 : 0;
    if (quiet < QUIET_LOOKS || youngRoom() < MUCH_ROOM) return;
    tidy();
    quiet -= PATIENCE;
  }, LOOK_MS).unref();
}

function youngRoom(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}

/** Cleans, and moves what is left together so that the system gets whole pages back. */
function tidy(): void {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--compact-on-every-full-gc');
  runInNewContext('gc()');
  setFlagsFromString('--no-compact-on-every-full-gc');
}

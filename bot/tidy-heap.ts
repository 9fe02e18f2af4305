import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** When nobody waits for the start any more, and hardly anybody has asked something yet. */
const AFTER_MS = 1_000;

/**
 * Reading the knowledge and the models leaves tens of megabytes that nothing refers to, and a resting server makes too
 * little for the heap to be cleaned by itself. Once, shortly after the start, it is, and what is left is moved together
 * so that the system gets whole pages back: a tenth to a fifth of a second.
 */
export function tidyHeapOnce(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    setFlagsFromString('--compact-on-every-full-gc');
    runInNewContext('gc()');
    setFlagsFromString('--no-compact-on-every-full-gc');
  }, AFTER_MS).unref();
}

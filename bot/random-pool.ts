import { randomFillSync } from 'node:crypto';

/** So many are made at once. */
const AT_ONCE = 256;

/**
 * Gives random bytes, so many at a time. Asking the system for each few apart costs more than what they are for.
 * They are to be used at once: the same place holds others later.
 */
export function randomPool(bytes: number): () => Buffer {
  const pool = Buffer.allocUnsafeSlow(bytes * AT_ONCE);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += bytes;
    return pool.subarray(used - bytes, used);
  };
}

import { randomBytes, randomFillSync } from 'node:crypto';
import type { Ids } from '../handlers/ports.js';

const RANDOM_BYTES = 8;

/** Ids that sort by time (48 bits of milliseconds, a counter, 64 random bits) and secrets of 192 bits. */
export function randomIds(): Ids {
  let last = 0;
  let count = 0;
  const pool = Buffer.allocUnsafeSlow(RANDOM_BYTES * 256);
  let used = pool.length;
  const random = (): string => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += RANDOM_BYTES;
    return pool.toString('hex', used - RANDOM_BYTES, used);
  };
  return {
    next: () => {
      const now = Date.now();
      count = now === last ? count + 1 : 0;
      last = now;
      return now.toString(36).padStart(9, '0') + count.toString(36).padStart(3, '0') + random();
    },
    secret: () => randomBytes(24).toString('base64url'),
  };
}

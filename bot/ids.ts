import { randomBytes } from 'node:crypto';
import type { Ids } from '../handlers/ports.js';
import { randomPool } from './random-pool.js';

const RANDOM_BYTES = 8;

/** Ids that sort by time (48 bits of milliseconds, a counter, 64 random bits) and secrets of 192 bits. */
export function randomIds(): Ids {
  let last = 0;
  let count = 0;
  const random = randomPool(RANDOM_BYTES);
  return {
    next: () => {
      const now = Date.now();
      count = now === last ? count + 1 : 0;
      last = now;
      return now.toString(36).padStart(9, '0') + count.toString(36).padStart(3, '0') + random().toString('hex');
    },
    secret: () => randomBytes(24).toString('base64url'),
  };
}

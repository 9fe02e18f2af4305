import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of a long random secret: reading the store gives nobody a session or an invite. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function sameSecret(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(hashSecret(given)), Buffer.from(hashSecret(kept))];
  return timingSafeEqual(a, b);
}

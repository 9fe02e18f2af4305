import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether Meta signed exactly these bytes: `X-Hub-Signature-256: sha256=<hex>`. */
export function isSigned(body: Buffer, header: string | undefined, appSecret: string): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  if (given === undefined) return false;
  const wanted = createHmac('sha256', appSecret).update(body).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), wanted);
}

/** Equal without telling by its duration how far two words are the same; their lengths may differ. */
export function isSameSecret(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

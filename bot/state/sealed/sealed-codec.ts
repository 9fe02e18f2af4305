import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { JsonBody } from '../../../handlers/ports.js';
import { randomPool } from '../../random-pool.js';
import { jsonCodec, type Codec } from '../codec.js';
import type { KeyRing } from './data-key.js';

/** A row that the keys at hand do not open: another key sealed it, or somebody changed it. */
export class SealError extends Error {
  override readonly name = 'SealError';
  constructor(
    readonly code: 'unknown-data-key' | 'broken-seal',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** `s1.<key id>.<iv, tag and text>`: no JSON begins like this, so rows from before the sealing are told apart. */
const MARK = 's1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals every body with AES-256-GCM. Rows that were written plain, before there was a key, are still read. */
export function sealedCodec(ring: KeyRing): Codec {
  const keys = new Map([ring.current, ...ring.older].map((key) => [key.id, createSecretKey(key.bytes)]));
  const mark = `${MARK}${ring.current.id}.`;
  const current = createSecretKey(ring.current.bytes);
  const nextIv = randomPool(IV_BYTES);
  return {
    encode: (body, place) => mark + seal(current, nextIv(), JSON.stringify(body), place),
    decode: (text, place) => {
      if (!text.startsWith(MARK)) return jsonCodec.decode(text, place);
      const [, id = '', sealed = ''] = text.split('.');
      const key = keys.get(id);
      if (!key) throw new SealError('unknown-data-key', `sealed with data key ${id}, which is not at hand`);
      return JSON.parse(unseal(key, sealed, place)) as JsonBody;
    },
  };
}

/** The id of the key that sealed a text; null for a plain one. */
export function sealedBy(text: string): string | null {
  return text.startsWith(MARK) ? (text.split('.')[1] ?? null) : null;
}

function seal(key: KeyObject, iv: Buffer, plain: string, place: string): string {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const text = cipher.update(plain, 'utf8');
  // In this mode nothing is left for the end but the tag.
  cipher.final();
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

function unseal(key: KeyObject, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    opener.setAAD(Buffer.from(place, 'utf8'));
    opener.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const plain = opener.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    // Throws when the tag does not fit.
    opener.final();
    return plain.toString('utf8');
  } catch (error) {
    throw new SealError('broken-seal', 'a kept row was changed or moved outside this program', { cause: error });
  }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { JsonBody } from '../../../handlers/ports.js';
import { jsonCodec, type Codec } from '../codec.js';
import type { DataKey, KeyRing } from './data-key.js';

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
  const keys = new Map([ring.current, ...ring.older].map((key) => [key.id, key]));
  return {
    encode: (body, place) => seal(ring.current, JSON.stringify(body), place),
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

function seal(key: DataKey, plain: string, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${MARK}${key.id}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`;
}

function unseal(key: DataKey, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const opener = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    opener.setAAD(Buffer.from(place, 'utf8'));
    opener.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([opener.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opener.final()]).toString('utf8');
  } catch (error) {
    throw new SealError('broken-seal', 'a kept row was changed or moved outside this program', { cause: error });
  }
}

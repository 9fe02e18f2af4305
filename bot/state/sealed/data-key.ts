import { createHash, hkdfSync } from 'node:crypto';

/** A key that seals what is kept, with a short id that tells which key sealed a row. */
export interface DataKey {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

/** The ring: the key in force seals; the older ones only open what they sealed before. */
export interface KeyRing {
  readonly current: DataKey;
  readonly older: readonly DataKey[];
}

/** A secret of any length -> a key of its own for this purpose. The id is a hash of the key: it tells nothing of it. */
export function dataKey(secret: string): DataKey {
  const bytes = new Uint8Array(hkdfSync('sha256', secret.trim(), '', 'mentorlijn data key 1', 32));
  return { id: createHash('sha256').update(bytes).digest('base64url').slice(0, 8), bytes };
}

export function keyRing(current: string, older: readonly string[] = []): KeyRing {
  return { current: dataKey(current), older: older.map(dataKey) };
}

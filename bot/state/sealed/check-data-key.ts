import type { Store, StoredRecord } from '../../../handlers/ports.js';
import { StartRefused } from '../start-refused.js';
import { SealError } from './sealed-codec.js';
import type { KeyRing } from './data-key.js';

/** The record that names the keys rows may be sealed with. */
export const KEY_MARK = { kind: 'setting', id: 'data-key' } as const;

/** Ids of the keys that rows may be sealed with, newest first. */
interface KeyMark {
  readonly keys: readonly string[];
}

/**
 * Refuses a start with keys that do not open all that is kept: a helpline that cannot read its tickets would take
 * questions it can never answer. The first start leaves a sealed mark that later starts read.
 */
export async function checkDataKey(store: Store, ring: KeyRing): Promise<void> {
  const found = await readMark(store);
  const used = found?.body.keys ?? [];
  const missing = used.filter((id) => id !== ring.current.id && !ring.older.some((key) => key.id === id));
  if (missing.length > 0) throw refusal(`rows may still be sealed with data key ${missing.join(', ')}`);
  if (used[0] === ring.current.id) return;
  const keys = [ring.current.id, ...used.filter((id) => id !== ring.current.id)];
  const done = await store.commit({ puts: [{ ...KEY_MARK, body: { keys }, expect: found?.version ?? 'absent' }] });
  // Another process started just now: its mark must be readable too.
  if (!done.ok) await readMark(store);
}

async function readMark(store: Store): Promise<StoredRecord<KeyMark> | null> {
  try {
    return await store.get<KeyMark>(KEY_MARK.kind, KEY_MARK.id);
  } catch (error) {
    const seal = sealErrorOf(error);
    throw seal ? refusal(seal.message, error) : error;
  }
}

function refusal(reason: string, cause?: unknown): StartRefused {
  return new StartRefused(
    `${reason}. Start with the DATA_KEY this data was written with; after a change, name the earlier one in DATA_KEY_OLD. ` +
      'Without DATA_KEY it is the file data.key in DATA_DIR. Several processes on one Redis need the same DATA_KEY.',
    { cause },
  );
}

function sealErrorOf(error: unknown): SealError | null {
  if (error instanceof SealError) return error;
  return error instanceof Error && error.cause !== undefined ? sealErrorOf(error.cause) : null;
}

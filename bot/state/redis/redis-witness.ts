import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { KEY_MARK } from '../sealed/check-data-key.js';
import { StartRefused } from '../start-refused.js';
import { markKey } from './redis-mark.js';
import { keyPrefix } from './redis-store.js';

/** Where this machine remembers that Redis held something. */
function witnessPath(dataDir: string, name: string): string {
  return join(dataDir, `redis-${name}.seen`);
}

/** No start on a Redis that is empty where it was not before: that would be a new helpline without its promises. */
export async function refuseEmptied(redis: Redis, dataDir: string, name: string): Promise<void> {
  if (!existsSync(witnessPath(dataDir, name)) || (await holdsSomething(redis, name))) return;
  const seen = readFileSync(witnessPath(dataDir, name), 'utf8').trim();
  throw new StartRefused(
    `Redis (${name}) is leeg, maar hier stonden gegevens (${seen}). Zet de gegevens van Redis of een backup terug. ` +
      'Wil je echt leeg beginnen, dan: npm run -s store -- accept. Zie docs/beheer.md, "Redis is leeg".',
  );
}

/** Remembers the mark of the data that this server works on. */
export function rememberMark(dataDir: string, name: string, mark: string): void {
  writeFileSync(witnessPath(dataDir, name), `${mark}\n`, { mode: 0o600 });
}

/** Somebody looked, and wants to begin anew. Returns whether there was something to forget. */
export function forgetMark(dataDir: string, name: string): boolean {
  const known = existsSync(witnessPath(dataDir, name));
  rmSync(witnessPath(dataDir, name), { force: true });
  return known;
}

/** A backup that was put back has no mark yet, but it has a key. */
async function holdsSomething(redis: Redis, name: string): Promise<boolean> {
  return (await redis.exists(markKey(name), `${keyPrefix(name)}r:${KEY_MARK.kind}:${KEY_MARK.id}`)) > 0;
}

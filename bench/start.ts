import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { helpline } from './servers.js';

interface StartRow {
  readonly what: string;
  readonly readyMs: number;
  /** Resident memory half a minute later. */
  readonly restMb: number | '';
  readonly bar: string;
}

const ROUNDS = [1, 2, 3];
const REST_MS = 30_000;

/** Start to ready, three times on an empty folder for the models and three times with what the last one left there. */
export async function benchStart(): Promise<readonly StartRow[]> {
  const rows: StartRow[] = [];
  let cache = '';
  for (const _round of ROUNDS) {
    rmSync(cache, { recursive: true, force: true });
    cache = mkdtempSync(join(tmpdir(), 'ml-bench-cache-'));
    rows.push({ what: 'without cache', ...(await start(cache, 0)), bar: '15 s' });
  }
  for (const _round of ROUNDS) rows.push({ what: 'with cache', ...(await start(cache, REST_MS)), bar: '2 s, 200 MB' });
  rmSync(cache, { recursive: true, force: true });
  return rows;
}

async function start(cache: string, restMs: number): Promise<Pick<StartRow, 'readyMs' | 'restMb'>> {
  const [server] = await helpline(1, null, 'as it is', cache);
  if (!server) throw new Error('nothing was started');
  // Also lets what a first start does aside (the phone's model) come to its end.
  await wait(Math.max(restMs, 3_000));
  const row = { readyMs: server.readyMs, restMb: restMs === 0 ? ('' as const) : server.memoryMb() };
  await server.stop();
  return row;
}

import { existsSync, mkdirSync } from 'node:fs';
import type { Log } from '../../handlers/ports.js';
import type { Config } from '../config.js';
import { dataFile, keyRingOf } from '../state/open-store.js';
import { connectInstallation } from '../state/redis/connect-installation.js';
import { RedisSource, RedisTarget } from '../state/redis/redis-rows.js';
import { SqliteSource, SqliteTarget } from '../state/sqlite/sqlite-rows.js';
import { TransferRefused } from '../state/transfer/fill.js';
import type { RowSource, RowTarget } from '../state/transfer/rows.js';
import { SAYS } from './store-texts.js';

/** `npm run -s store`: its arguments, the settings of the helpline, and where its words go. */
export interface StoreOrder {
  readonly args: readonly string[];
  readonly config: Config;
  readonly log: Log;
  readonly now: () => Date;
  readonly print: (line: string) => void;
}

export type Place = 'sqlite' | 'redis';

/** A mistake in how the command was given. */
export class UsageError extends Error {}

/** A server that starts on rows it cannot open would refuse; better to say so before anything is written. */
export function needKeys(config: Config, used: readonly string[]): void {
  if (used.length === 0) return;
  const ring = keyRingOf(config);
  const known = new Set([ring.current.id, ...ring.older.map(({ id }) => id)]);
  const missing = used.filter((id) => !known.has(id));
  if (missing.length > 0) throw new TransferRefused('unknown-key', missing.join(', '));
}

/** The embedded target locks its file itself; damage there is no reason to refuse. */
export async function refuseInUse(order: StoreOrder, place: Place): Promise<void> {
  const there = await openSource(order, place);
  try {
    if (await there.inUse()) throw new TransferRefused('in-use', there.name);
  } finally {
    await there.close();
  }
}

export async function openSource(order: StoreOrder, place: Place): Promise<RowSource> {
  if (place === 'redis') {
    const address = redisOf(order.config);
    return new RedisSource(await connectInstallation(address, order.log), address.name);
  }
  const path = dataFile(order.config.dataDir);
  if (!existsSync(path)) throw new UsageError(SAYS.noFile(path));
  return new SqliteSource(path);
}

export async function openTarget(order: StoreOrder, place: Place): Promise<RowTarget> {
  if (place === 'redis') {
    const address = redisOf(order.config);
    return new RedisTarget(await connectInstallation(address, order.log), address.name);
  }
  mkdirSync(order.config.dataDir, { recursive: true });
  return new SqliteTarget(dataFile(order.config.dataDir), order.now());
}

function redisOf({ redis }: Config): NonNullable<Config['redis']> {
  if (redis === null) throw new UsageError(SAYS.noRedis);
  return redis;
}

export function active(config: Config): Place {
  return config.redis === null ? 'sqlite' : 'redis';
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveUpdates, Log, Store } from '../../handlers/ports.js';
import type { Config } from '../config.js';
import { keptSecret } from '../secret.js';
import { localLiveUpdates } from './live-updates.js';
import { persistenceProblem, redisLiveUpdates } from './redis/connect.js';
import { ownLimits, type LimitStores } from './rate-limits.js';
import { redisLimits } from './redis/redis-limits.js';
import { refuseMoved } from './moved.js';
import { keyPrefix, RedisStore } from './redis/redis-store.js';
import { refuseEmptied, rememberMark } from './redis/redis-witness.js';
import { UNFINISHED } from './redis/scripts.js';
import { checkDataKey } from './sealed/check-data-key.js';
import { keyRing, type KeyRing } from './sealed/data-key.js';
import { sealedCodec } from './sealed/sealed-codec.js';
import type { Codec } from './codec.js';
import { Occupancy } from './sqlite/occupancy.js';
import { connectInstallation } from './redis/connect-installation.js';
import { LossWatch, NO_LOSS, type StoreLoss } from './store-loss.js';
import { StartRefused } from './start-refused.js';
import { SqliteStore } from './sqlite/sqlite-store.js';

export interface State {
  readonly store: Store;
  readonly live: LiveUpdates;
  readonly limits: LimitStores;
  /** What it is known to have lost. */
  readonly loss: () => StoreLoss;
  close(): Promise<void>;
}

/** The embedded store's file. */
export function dataFile(dataDir: string): string {
  return join(dataDir, 'mentorlijn.sqlite');
}

type StateConfig = Pick<Config, 'redis' | 'dataDir' | 'dataKey' | 'olderDataKeys'>;

/** The key from the environment, else one made once and kept in DATA_DIR, readable by this user only. */
export function keyRingOf(config: Pick<Config, 'dataDir' | 'dataKey' | 'olderDataKeys'>): KeyRing {
  return keyRing(config.dataKey ?? keptSecret(config.dataDir, 'data.key'), config.olderDataKeys);
}

/** Opens the store and makes sure that the key at hand opens what is kept. */
export async function openState(config: StateConfig, log: Log): Promise<State> {
  mkdirSync(config.dataDir, { recursive: true });
  const ring = keyRingOf(config);
  const state = await openStore(config, ring, log);
  try {
    await refuseMoved(state.store);
    await checkDataKey(state.store, ring);
  } catch (error) {
    await state.close();
    throw error;
  }
  if (config.redis !== null && config.dataKey === null)
    log.warn('data-key-from-data-dir', { hint: 'give every process on this Redis the same DATA_KEY' });
  return state;
}

/** The store the configuration asks for: Redis when there is a URL, else one SQLite file in DATA_DIR. */
async function openStore(config: StateConfig, ring: KeyRing, log: Log): Promise<State> {
  const codec = sealedCodec(ring);
  if (config.redis === null) {
    return openSqlite(dataFile(config.dataDir), codec, log);
  }
  const redis = await connectInstallation(config.redis, log);
  const problem = await persistenceProblem(redis);
  if (problem !== null && !config.redis.allowVolatile) {
    redis.disconnect();
    throw new StartRefused(
      `${problem}: tickets could be lost. Change Redis, or set ALLOW_VOLATILE_REDIS=true for development`,
    );
  }
  if ((await redis.exists(keyPrefix(config.redis.name) + UNFINISHED)) === 1) {
    redis.disconnect();
    throw new StartRefused(
      `in Redis (${config.redis.name}) is een verhuis of herstel niet afgewerkt. Voer die opdracht opnieuw uit.`,
    );
  }
  const loss = new LossWatch(log);
  const store = new RedisStore(redis, config.redis.name, codec, loss);
  try {
    await refuseEmptied(redis, config.dataDir, config.redis.name);
    rememberMark(config.dataDir, config.redis.name, await store.mark());
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  const live = await redisLiveUpdates(redis, config.redis.name, log);
  return {
    store,
    live,
    limits: redisLimits(redis, config.redis.name),
    loss: () => loss.now,
    close: async () => {
      await live.close();
      await store.close();
    },
  };
}

/** The embedded store, shared with nobody who moves or restores it. */
function openSqlite(path: string, codec: Codec, log: Log): State {
  const occupancy = Occupancy.share(path);
  if (!occupancy) throw new StartRefused(`${path} wordt net verhuisd of teruggezet. Wacht tot dat klaar is.`);
  try {
    const store = new SqliteStore(path, codec, new LossWatch(log));
    const close = async (): Promise<void> => {
      await store.close();
      occupancy.release();
    };
    return { store, live: localLiveUpdates(), limits: ownLimits, loss: () => NO_LOSS, close };
  } catch (error) {
    occupancy.release();
    throw error;
  }
}

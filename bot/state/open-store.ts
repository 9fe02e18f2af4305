import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveUpdates, Log, Store } from '../../handlers/ports.js';
import type { Config } from '../config.js';
import { localLiveUpdates } from './live-updates.js';
import { connectRedis, persistenceProblem, redisLiveUpdates } from './redis/connect.js';
import { RedisStore } from './redis/redis-store.js';
import { SqliteStore } from './sqlite/sqlite-store.js';

export interface State {
  readonly store: Store;
  readonly live: LiveUpdates;
  close(): Promise<void>;
}

/** The store the configuration asks for: Redis when there is a URL, else one SQLite file in DATA_DIR. */
export async function openState(config: Pick<Config, 'redis' | 'dataDir'>, log: Log): Promise<State> {
  mkdirSync(config.dataDir, { recursive: true });
  if (config.redis === null) {
    const store = new SqliteStore(join(config.dataDir, 'mentorlijn.sqlite'));
    return { store, live: localLiveUpdates(), close: () => store.close() };
  }
  const redis = await connectRedis(config.redis.url, log);
  const problem = await persistenceProblem(redis);
  if (problem !== null && !config.redis.allowVolatile) {
    redis.disconnect();
    throw new Error(
      `${problem}: tickets could be lost. Change Redis, or set ALLOW_VOLATILE_REDIS=true for development`,
    );
  }
  const store = new RedisStore(redis, config.redis.name);
  const live = await redisLiveUpdates(redis, config.redis.name, log);
  return {
    store,
    live,
    close: async () => {
      await live.close();
      await store.close();
    },
  };
}

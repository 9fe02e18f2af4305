import type { Redis } from 'ioredis';
import type { Log } from '../../../handlers/ports.js';
import type { RedisAddress } from './address.js';
import { connectRedis } from './connect.js';
import { refuseNewerLayout } from './layout.js';
import { markKey } from './redis-mark.js';

/** A line to the Redis of an installation, for who reads or writes its data: refused when a newer release has them. */
export async function connectInstallation(address: RedisAddress & { readonly name: string }, log: Log): Promise<Redis> {
  const redis = await connectRedis(address, log);
  try {
    await refuseNewerLayout(redis, markKey(address.name));
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  return redis;
}

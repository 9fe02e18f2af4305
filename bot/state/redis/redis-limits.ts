import type { Redis } from 'ioredis';
import { RedisStore as RedisLimits, type RedisReply } from 'rate-limit-redis';
import type { LimitStores } from '../rate-limits.js';

/** One count per address over every process, so that more processes do not mean more guesses. */
export function redisLimits(redis: Redis, installation: string): LimitStores {
  return (name) =>
    new RedisLimits({
      prefix: `{${installation}}:limit:${name}:`,
      sendCommand: (command: string, ...args: string[]) => redis.call(command, ...args) as Promise<RedisReply>,
    });
}

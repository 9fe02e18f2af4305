import { EventEmitter } from 'node:events';
import type { Redis } from 'ioredis';
import type { JsonValue } from '../../../handlers/message.js';
import type { LiveUpdates, Log } from '../../../handlers/ports.js';
import { StartRefused } from '../start-refused.js';
import { redisOptions, redisPlace, TIMEOUTS, type RedisAddress } from './address.js';

/** Sentinels that are away are asked again for ever: a start says so after this long. */
const START_MS = 10_000;

/** A line to Redis; refused in words for whoever runs it, without the password, when there is none to be had. */
export async function connectRedis(address: string | RedisAddress, log: Log, startMs = START_MS): Promise<Redis> {
  // A server with SQLite never reads the library.
  const { Redis } = (await import('ioredis')).default;
  const place = typeof address === 'string' ? { url: address } : address;
  const redis = new Redis(redisOptions(place));
  let reason = 'geen antwoord';
  redis.on('error', (error: Error) => {
    reason = error.message;
    log.warn('redis-connection', { message: error.message });
  });
  const late = setTimeout(() => {
    redis.disconnect();
  }, startMs);
  try {
    await redis.connect();
  } catch (error) {
    // Else it tries for ever, for nobody.
    redis.disconnect();
    throw new StartRefused(
      `Redis is niet te bereiken (${redisPlace(place.url)}): ${reason}. Draait hij, en klopt REDIS_URL? Zie docs/beheer.md.`,
      { cause: error },
    );
  } finally {
    clearTimeout(late);
  }
  return redis;
}

/** What is missing for a Redis that loses nothing; empty when every commit reaches its disk. */
export async function persistenceProblem(redis: Redis): Promise<string | null> {
  const info = await redis.info('persistence');
  if (!info.includes('aof_enabled:1')) return 'this Redis keeps no append-only file (appendonly yes)';
  // Managed services forbid CONFIG; then the append-only file is all we can see.
  const answer = await redis.config('GET', 'appendfsync').catch(() => null);
  const policy = Array.isArray(answer) ? answer[1] : null;
  return policy !== null && policy !== 'always'
    ? `this Redis syncs its file "${String(policy)}" (appendfsync always)`
    : null;
}

/** Every server listens here for as long as it runs. */
export function liveChannel(name: string): string {
  return `{${name}}:live`;
}

/** Live updates over every process, through Redis' own publish and subscribe. */
export async function redisLiveUpdates(
  redis: Redis,
  name: string,
  log: Log,
): Promise<LiveUpdates & { close(): Promise<void> }> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const channel = liveChannel(name);
  // A subscription may wait as long as it likes; only its connection must come back by itself.
  const { commandTimeout: _, ...options } = TIMEOUTS;
  const subscriber = redis.duplicate({ ...options, enableOfflineQueue: true, maxRetriesPerRequest: null });
  subscriber.on('error', (error: Error) => {
    log.warn('redis-live-connection', { message: error.message });
  });
  subscriber.on('message', (_channel: string, text: string) => {
    const { topic, detail } = JSON.parse(text) as { topic: string; detail: JsonValue };
    emitter.emit(topic, detail);
  });
  await subscriber.connect();
  await subscriber.subscribe(channel);
  // What was said while the line was down is not heard again: everybody who follows a talk, and every desk, looks once.
  subscriber.on('ready', () => {
    emitter.emit('again', null);
    for (const topic of emitter.eventNames()) if (String(topic).startsWith('talk:')) emitter.emit(topic, null);
  });
  return {
    publish: (topic, detail) => {
      redis.publish(channel, JSON.stringify({ topic, detail })).catch((error: unknown) => {
        log.warn('redis-publish', { message: error instanceof Error ? error.message : 'failed' });
      });
    },
    subscribe: (topic, listener) => {
      emitter.on(topic, listener);
      return () => emitter.off(topic, listener);
    },
    close: async () => {
      await subscriber.quit().catch(() => {
        subscriber.disconnect();
      });
    },
  };
}

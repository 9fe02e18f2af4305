import { EventEmitter } from 'node:events';
import { Redis, type RedisOptions } from 'ioredis';
import type { JsonValue } from '../../../handlers/message.js';
import type { LiveUpdates, Log } from '../../../handlers/ports.js';

/** A dead Redis must fail a request at once, not hold it: without these a client waits for ever (TECHNIEK.md §6). */
const OPTIONS = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  connectTimeout: 2_000,
  commandTimeout: 1_500,
  lazyConnect: true,
  retryStrategy: (times: number) => Math.min(times * 200, 2_000),
} satisfies RedisOptions;

/** Connects to `redis://`, `rediss://` (TLS) or `redis+sentinel://host:port,host:port/name`. */
export async function connectRedis(url: string, log: Log): Promise<Redis> {
  const sentinel = /^rediss?\+sentinel:\/\/([^/]+)\/([\w-]+)$/.exec(url);
  const redis = sentinel
    ? new Redis({
        ...OPTIONS,
        sentinels: (sentinel[1] ?? '').split(',').map(hostAndPort),
        name: sentinel[2] ?? 'mymaster',
      })
    : new Redis(url, OPTIONS);
  redis.on('error', (error: Error) => {
    log.warn('redis-connection', { message: error.message });
  });
  await redis.connect();
  return redis;
}

function hostAndPort(text: string): { host: string; port: number } {
  const [host = 'localhost', port = '26379'] = text.split(':');
  return { host, port: Number(port) };
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
  const { commandTimeout: _, ...options } = OPTIONS;
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

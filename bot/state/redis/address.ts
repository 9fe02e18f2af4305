import { readFileSync } from 'node:fs';
import type { RedisOptions } from 'ioredis';

/** A dead Redis must fail a request at once, not hold it: without these a client waits for ever. */
export const TIMEOUTS = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  connectTimeout: 2_000,
  commandTimeout: 1_500,
  lazyConnect: true,
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
} satisfies RedisOptions;

/** Of ours: the reply shapes stay those of the driver's default. */
export type OurOptions = Omit<RedisOptions, 'replyMapping'>;

export interface RedisAddress {
  readonly url: string;
  /** File with the certificate of an authority of one's own, for TLS; null for the system's. */
  readonly caFile?: string | null;
}

/**
 * `redis://`, `rediss://` (TLS), a socket (`/path`), or `redis+sentinel://user:password@host:port,host:port/name/db`
 * (`rediss+sentinel` for TLS to both; `?sentinelPassword=` when the sentinels have one of their own).
 */
export function redisOptions({ url, caFile = null }: RedisAddress): OurOptions {
  if (url.startsWith('/')) return { ...TIMEOUTS, path: url };
  const [, scheme = '', sentinel, login, hosts = '', rest = ''] =
    /^(rediss?)(\+sentinel)?:\/\/(?:([^@/]*)@)?([^/?]*)(.*)$/.exec(url) ?? [];
  const tls = scheme === 'rediss' ? { tls: caFile === null ? {} : { ca: readFileSync(caFile, 'utf8') } } : {};
  const { pathname, searchParams } = new URL(rest === '' ? '/' : rest, 'redis://x');
  const common = { ...TIMEOUTS, ...logIn(login), ...tls };
  const parts = pathname.split('/').filter((part) => part !== '');
  if (sentinel === undefined) return { ...common, ...hostAndPort(hosts, 6_379), ...database(parts[0]) };
  const own = searchParams.get('sentinelPassword');
  return {
    ...common,
    sentinels: hosts.split(',').map((host) => hostAndPort(host, 26_379)),
    name: parts[0] ?? 'mymaster',
    ...database(parts[1]),
    ...(own === null ? {} : { sentinelPassword: own }),
    ...(scheme === 'rediss' ? { enableTLSForSentinelMode: true, sentinelTLS: tls.tls ?? {} } : {}),
  };
}

/** Where it is, for words to people: without user and password. */
export function redisPlace(url: string): string {
  return url.replace(/^(\w[\w+]*:\/\/)[^@/]*@/, '$1').replace(/\?.*$/, '');
}

function logIn(login: string | undefined): { username?: string; password?: string } {
  if (login === undefined) return {};
  const [user = '', ...rest] = login.split(':').map(decodeURIComponent);
  const password = rest.join(':');
  return { ...(user === '' ? {} : { username: user }), ...(password === '' ? {} : { password }) };
}

function hostAndPort(text: string, standard: number): { host: string; port: number } {
  const found = /^(\[[^\]]+\]|[^:]*)(?::(\d+))?$/.exec(text);
  const host = (found?.[1] ?? '').replace(/^\[|\]$/g, '');
  return { host: host === '' ? 'localhost' : host, port: Number(found?.[2] ?? standard) };
}

function database(text: string | undefined): { db?: number } {
  return text === undefined || !/^\d+$/.test(text) ? {} : { db: Number(text) };
}

import type { Redis } from 'ioredis';
import { MOVED } from '../moved.js';
import type { Row } from '../transfer/rows.js';

const LINES_AT_ONCE = 1_000;
const RECORDS_AT_ONCE = 500;

/** Every row of an installation: records first, then the lines of each log in order, then the counters. */
export async function* readRows(redis: Redis, prefix: string): AsyncIterable<Row> {
  const keys: string[] = [];
  for await (const key of keysOf(redis, prefix)) keys.push(key.slice(prefix.length));
  const expiries = await expiriesOf(redis, prefix);
  const records = keys.filter((key) => key.startsWith('r:') && key !== `r:${MOVED.kind}:${MOVED.id}`);
  for (let at = 0; at < records.length; at += RECORDS_AT_ONCE)
    yield* await readRecords(redis, prefix, records.slice(at, at + RECORDS_AT_ONCE), expiries);
  for (const key of keys) if (key.startsWith('l:')) yield* readLines(redis, prefix, key.slice(2));
  for (const key of keys)
    if (key.startsWith('c:'))
      yield { row: 'counter', name: key.slice(2), value: Number((await redis.get(prefix + key)) ?? 0) };
}

async function readRecords(
  redis: Redis,
  prefix: string,
  keys: readonly string[],
  expiries: ReadonlyMap<string, string>,
): Promise<readonly Row[]> {
  const found = await Promise.all(keys.map((key) => redis.hmget(prefix + key, 'v', 'b', 'x')));
  return keys.map((key, index) => {
    const kind = key.slice(2, key.indexOf(':', 2));
    const id = key.slice(key.indexOf(':', 2) + 1);
    const [version, body, indexes] = found[index] ?? [];
    return {
      row: 'record',
      kind,
      id,
      version: Number(version),
      body: body ?? '',
      indexes: JSON.parse(indexes ?? '{}') as Record<string, string>,
      expiresAt: expiries.get(`${kind}\0${id}`) ?? null,
    };
  });
}

async function* readLines(redis: Redis, prefix: string, log: string): AsyncIterable<Row> {
  for (let from = 0; ; from += LINES_AT_ONCE) {
    const bodies = await redis.lrange(`${prefix}l:${log}`, from, from + LINES_AT_ONCE - 1);
    for (const [index, body] of bodies.entries()) yield { row: 'line', log, seq: from + index + 1, body };
    if (bodies.length < LINES_AT_ONCE) return;
  }
}

async function expiriesOf(redis: Redis, prefix: string): Promise<ReadonlyMap<string, string>> {
  const flat = await redis.zrange(`${prefix}e`, '0', '-1', 'WITHSCORES');
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2)
    found.set(flat[at] ?? '', new Date(Number(flat[at + 1])).toISOString());
  return found;
}

/** Every key that begins so, once. */
export async function* keysOf(redis: Redis, prefix: string): AsyncIterable<string> {
  const seen = new Set<string>();
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1_000);
    cursor = next;
    for (const key of keys) {
      if (seen.has(key)) continue;
      seen.add(key);
      yield key;
    }
  } while (cursor !== '0');
}

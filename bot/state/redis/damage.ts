import type { Redis } from 'ioredis';
import { keysOf, readRows } from './read-rows.js';

/** Where records and indexes do not agree, in words. */
export async function* redisDamage(redis: Redis, prefix: string): AsyncIterable<string> {
  const records = new Set<string>();
  for await (const row of readRows(redis, prefix)) {
    if (row.row !== 'record') continue;
    records.add(`${row.kind}:${row.id}`);
    for (const [name, value] of Object.entries(row.indexes)) {
      const score = await redis.zscore(`${prefix}x:${row.kind}:${name}`, `${value}\0${row.id}`);
      if (score === null) yield `${row.kind} ${row.id} is missing from index ${name}`;
    }
  }
  for await (const key of keysOf(redis, `${prefix}x:`)) {
    const [kind = '', name = ''] = key.slice(prefix.length + 2).split(':');
    for (const member of await redis.zrange(key, '0', '-1')) {
      const id = member.slice(member.lastIndexOf('\0') + 1);
      if (!records.has(`${kind}:${id}`)) yield `index ${kind}.${name} points to ${id}, which is not there`;
    }
  }
}

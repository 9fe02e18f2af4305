import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { MOVED } from '../moved.js';
import type { Row, RowSource, RowTarget } from '../transfer/rows.js';
import { liveChannel } from './connect.js';
import { redisDamage } from './damage.js';
import { keysOf, readRows } from './read-rows.js';
import { keyPrefix } from './redis-store.js';
import { FROZEN, UNFINISHED } from './scripts.js';

/** Writers wait no longer than this for a reader that died. */
const FREEZE_MS = 10_000;

/** The shared store as rows. */
export class RedisSource implements RowSource {
  readonly name: string;
  readonly #prefix: string;

  constructor(
    private readonly redis: Redis,
    private readonly installation: string,
  ) {
    this.name = `redis (${installation})`;
    this.#prefix = keyPrefix(installation);
  }

  read(): AsyncIterable<Row> {
    return this.#whileFrozen(readRows(this.redis, this.#prefix));
  }

  async damage(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const line of this.#whileFrozen(redisDamage(this.redis, this.#prefix))) found.push(line);
    return found;
  }

  /** Every server listens to the live updates. */
  async inUse(): Promise<boolean> {
    const [, listeners] = (await this.redis.call('PUBSUB', 'NUMSUB', liveChannel(this.installation))) as [
      string,
      number | string,
    ];
    return Number(listeners) > 0;
  }

  async markMoved(to: string, at: string): Promise<void> {
    const key = `${this.#prefix}r:${MOVED.kind}:${MOVED.id}`;
    await this.redis.multi().hincrby(key, 'v', 1).hset(key, 'b', JSON.stringify({ to, at }), 'x', '{}').exec();
  }

  close(): Promise<void> {
    this.redis.disconnect();
    return Promise.resolve();
  }

  /** Writers wait while we read; a freeze that ran out under us would have let them in, and ends the reading. */
  async *#whileFrozen<T>(work: AsyncIterable<T>): AsyncIterable<T> {
    const key = this.#prefix + FROZEN;
    const token = randomUUID();
    if ((await this.redis.set(key, token, 'PX', FREEZE_MS, 'NX')) === null)
      throw new Error('another backup is running');
    try {
      let steps = 0;
      for await (const step of work) {
        yield step;
        steps += 1;
        if (steps % 1_000 === 0) await this.#stillFrozen(key, token);
      }
      await this.#stillFrozen(key, token);
    } finally {
      await this.redis.del(key);
    }
  }

  async #stillFrozen(key: string, token: string): Promise<void> {
    if ((await this.redis.get(key)) !== token) throw new Error('the backup was too slow: writers went on');
    await this.redis.pexpire(key, FREEZE_MS);
  }
}

/** An empty installation on Redis, to be filled. */
export class RedisTarget implements RowTarget {
  readonly name: string;
  readonly #prefix: string;

  constructor(
    private readonly redis: Redis,
    installation: string,
  ) {
    this.name = `redis (${installation})`;
    this.#prefix = keyPrefix(installation);
  }

  /** What an unfinished filling left does not count. */
  async isEmpty(): Promise<boolean> {
    if ((await this.redis.exists(this.#prefix + UNFINISHED)) === 1) return true;
    for await (const _ of keysOf(this.redis, this.#prefix)) return false;
    return true;
  }

  async clear(): Promise<void> {
    await this.#removeAll();
  }

  async begin(): Promise<void> {
    await this.redis.set(this.#prefix + UNFINISHED, new Date().toISOString());
    await this.#removeAll();
  }

  async write(rows: readonly Row[]): Promise<void> {
    const pipeline = this.redis.pipeline();
    for (const row of rows) {
      if (row.row === 'line') {
        pipeline.rpush(`${this.#prefix}l:${row.log}`, row.body);
      } else if (row.row === 'counter') {
        pipeline.set(`${this.#prefix}c:${row.name}`, String(row.value));
      } else {
        const { kind, id, version, body, indexes, expiresAt } = row;
        pipeline.hset(`${this.#prefix}r:${kind}:${id}`, 'v', version, 'b', body, 'x', JSON.stringify(indexes));
        for (const [name, value] of Object.entries(indexes))
          pipeline.zadd(`${this.#prefix}x:${kind}:${name}`, 0, `${value}\0${id}`);
        if (expiresAt !== null) pipeline.zadd(`${this.#prefix}e`, Date.parse(expiresAt), `${kind}\0${id}`);
      }
    }
    for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error;
  }

  written(): AsyncIterable<Row> {
    return readRows(this.redis, this.#prefix);
  }

  async finish(): Promise<void> {
    await this.redis.del(this.#prefix + UNFINISHED);
  }

  async abandon(): Promise<void> {
    await this.#removeAll();
    await this.redis.del(this.#prefix + UNFINISHED);
  }

  close(): Promise<void> {
    this.redis.disconnect();
    return Promise.resolve();
  }

  async #removeAll(): Promise<void> {
    for await (const key of keysOf(this.redis, this.#prefix))
      if (key !== this.#prefix + UNFINISHED) await this.redis.unlink(key);
  }
}

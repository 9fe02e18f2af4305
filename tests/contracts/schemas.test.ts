import { afterAll, describe, expect, test } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS } from '../../bot/state/sqlite/migrations.js';
import { SqliteStore } from '../../bot/state/sqlite/sqlite-store.js';
import { connectRedis } from '../../bot/state/redis/connect.js';
import { RedisStore } from '../../bot/state/redis/redis-store.js';
import { startRedis } from '../support/redis-server.js';
import { silentLog } from '../support/silent-log.js';

const folder = mkdtempSync(join(tmpdir(), 'ml-schema-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Fingerprints of the released steps: a step that changes afterwards would split installations. */
const RELEASED = ['52baece8', '0ce8a938'];

/** A row of every table, as each earlier schema had them; for a new step, add what was new in it. */
const FILLED: readonly string[] = [
  `INSERT INTO records VALUES ('ticket', 't1', 3, '{"number":1001}', NULL), ('inbox', 'i1', 1, '{}', '2027-01-01T00:00:00.000Z');
   INSERT INTO record_indexes VALUES ('ticket', 'status', 'new|2026', 't1');
   INSERT INTO log_lines VALUES ('talk:x', 1, '{"text":"een"}'), ('talk:x', 2, '{"text":"twee"}');
   INSERT INTO counters VALUES ('ticket', 41);`,
  `INSERT INTO records (kind, id, version, expires_at, indexes, body) VALUES
     ('ticket', 't2', 1, NULL, '{"status":"new|2027"}', '{}'), ('inbox', 'i2', 1, '2027-01-01T00:00:00.000Z', '{}', '{}');
   INSERT INTO record_indexes VALUES ('ticket', 'status', 'new|2027', 't2');`,
];

describe('SQLite files of earlier releases', () => {
  test.each(MIGRATIONS.map((_, index) => index + 1))(
    'schema %i is brought up to date with all it holds',
    async (schema) => {
      const path = join(folder, `schema-${String(schema)}.sqlite`);
      const old = new DatabaseSync(path);
      MIGRATIONS.slice(0, schema).forEach((step, index) => {
        old.exec(step);
        old.exec(FILLED[index] ?? '');
      });
      old.exec(`PRAGMA user_version = ${String(schema)}`);
      old.close();
      const store = new SqliteStore(path);
      expect(await store.get('ticket', 't1')).toEqual({
        kind: 'ticket',
        id: 't1',
        version: 3,
        body: { number: 1001 },
        indexes: { status: 'new|2026' },
      });
      expect((await store.get('inbox', 'i1'))?.indexes).toEqual({});
      expect(await store.count({ kind: 'ticket', index: 'status', prefix: 'new|' })).toBe(schema);
      expect(await store.readLog('talk:x', 1, 5)).toEqual([{ seq: 2, body: { text: 'twee' } }]);
      expect(await store.nextNumber('ticket')).toBe(42);
      expect(await store.commit({ puts: [{ kind: 'ticket', id: 't1', body: {}, expect: 3 }] })).toMatchObject({
        ok: true,
      });
      // What it was found by went with it, and what expires still does.
      expect(await store.count({ kind: 'ticket', index: 'status', prefix: 'new|2026' })).toBe(0);
      expect(await store.sweep(new Date('2027-01-02'))).toBe(schema);
      await store.close();
    },
  );

  test('every schema has its rows here, and a released step never changes', () => {
    expect(FILLED).toHaveLength(MIGRATIONS.length);
    const marks = MIGRATIONS.map((step) =>
      createHash('sha256').update(step.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8),
    );
    expect(marks.slice(0, RELEASED.length)).toEqual(RELEASED);
  });
});

test('keys of Redis written by layout 1 are read as they are', async () => {
  const server = await startRedis();
  const redis = await connectRedis(server.url, silentLog);
  const p = '{oud}:1:';
  await redis.hset(`${p}r:ticket:t1`, 'v', '3', 'b', '{"number":1001}', 'x', '{"status":"new|2026"}');
  await redis.zadd(`${p}x:ticket:status`, 0, 'new|2026\0t1');
  await redis.rpush(`${p}l:talk:x`, '{"text":"een"}', '{"text":"twee"}');
  await redis.set(`${p}c:ticket`, '41');
  const store = new RedisStore(redis, 'oud');
  expect(await store.query({ kind: 'ticket', index: 'status', prefix: 'new|' })).toMatchObject([
    { id: 't1', version: 3, body: { number: 1001 } },
  ]);
  expect(await store.readLog('talk:x', 1, 5)).toEqual([{ seq: 2, body: { text: 'twee' } }]);
  expect(await store.nextNumber('ticket')).toBe(42);
  expect(await store.commit({ puts: [{ kind: 'ticket', id: 't1', body: {}, expect: 3 }] })).toMatchObject({ ok: true });
  await store.close();
  await server.remove();
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { Database } from '../../bot/state/sqlite/database.js';
import { migrate, MIGRATIONS } from '../../bot/state/sqlite/migrations.js';
import { keyRing } from '../../bot/state/sealed/data-key.js';
import { sealedCodec } from '../../bot/state/sealed/sealed-codec.js';
import { SqliteStore } from '../../bot/state/sqlite/sqlite-store.js';
import { lockContract } from './lock.contract.js';
import { outboxContract } from './outbox.contract.js';
import { storeContract } from './store.contract.js';

const folder = mkdtempSync(join(tmpdir(), 'mentorlijn-store-'));
let files = 0;
const fresh = (): string => join(folder, `${String((files += 1))}.sqlite`);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

storeContract('memory', () => Promise.resolve(new MemoryStore()));
storeContract('sealed SQLite', () => Promise.resolve(new SqliteStore(fresh(), sealedCodec(keyRing('k'.repeat(32))))));
storeContract('SQLite', () => Promise.resolve(new SqliteStore(fresh())));
outboxContract('memory', () => Promise.resolve(new MemoryStore()));
outboxContract('SQLite', () => Promise.resolve(new SqliteStore(fresh())));
lockContract('memory', () => Promise.resolve(new MemoryStore()));
lockContract('SQLite', () => Promise.resolve(new SqliteStore(fresh())));

describe('SQLite on disk', () => {
  test('what was committed is there after reopening', async () => {
    const path = fresh();
    const first = new SqliteStore(path);
    await first.commit({
      puts: [{ kind: 'coach', id: 'c1', body: { name: 'An' }, expect: 'absent', indexes: { email: 'an' } }],
      appends: [{ log: 'l', body: { n: 1 } }],
    });
    await first.close();
    const second = new SqliteStore(path);
    expect((await second.query({ kind: 'coach', index: 'email' })).map(({ body }) => body)).toEqual([{ name: 'An' }]);
    expect(await second.readLog('l', 0, 10)).toHaveLength(1);
    await second.close();
  });

  test.each([
    ['a new file', () => undefined],
    [
      'a file that others could read',
      (path: string) => {
        new Database(path).close();
        for (const end of ['', '-wal', '-shm']) writeFileSync(path + end, '', { flag: 'a' });
        for (const end of ['', '-wal', '-shm']) chmodSync(path + end, 0o644);
      },
    ],
  ])('%s can be read by us alone, and so can what lies beside it', async (_which, before) => {
    const path = fresh();
    before(path);
    const store = new SqliteStore(path);
    await store.commit({ puts: [{ kind: 'coach', id: 'c1', body: {}, expect: 'absent' }] });
    const modes = ['', '-wal', '-shm'].map((end) => (statSync(path + end).mode & 0o777).toString(8));
    await store.close();
    expect(modes).toEqual(['600', '600', '600']);
  });

  test('a schema from a newer release is refused', () => {
    const path = fresh();
    const db = new Database(path);
    db.exec(`PRAGMA user_version = ${String(MIGRATIONS.length + 1)}`);
    db.close();
    expect(() => new SqliteStore(path)).toThrow(/nieuwere versie/);
  });

  test('two that make the file at the same moment both start: one waits for the other', async () => {
    const path = fresh();
    // A thread of its own: here everything waits for the file.
    const other = new Worker(
      `const { DatabaseSync } = require('@photostructure/sqlite');
       const db = new DatabaseSync(${JSON.stringify(path)});
       db.exec('BEGIN EXCLUSIVE');
       require('node:worker_threads').parentPort.postMessage('begun');
       setTimeout(() => { db.exec('COMMIT'); db.close(); }, 200);`,
      { eval: true },
    );
    const gone = new Promise((end) => other.once('exit', end));
    await new Promise((begun) => other.once('message', begun));
    const store = new SqliteStore(path);
    expect(await store.nextNumber('ticket')).toBe(1);
    await store.close();
    await gone;
  });

  test('a step that another process did meanwhile is not done again', () => {
    const db = new Database(fresh());
    const steps = [...MIGRATIONS, 'CREATE TABLE extra (id TEXT);'];
    const late = new Proxy(db, {
      get(target, member) {
        // It looked, and begins: in between the other is done.
        if (member === 'transaction') migrate(target, steps);
        const found: unknown = Reflect.get(target, member);
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
    migrate(late, steps);
    expect(db.get('PRAGMA user_version')).toEqual({ user_version: steps.length });
    db.close();
  });

  test('a failing migration leaves the file as it was', () => {
    const db = new Database(fresh());
    expect(() => {
      migrate(db, [...MIGRATIONS, 'CREATE TABLE extra (id TEXT); SELECT * FROM missing_table;']);
    }).toThrow();
    expect(db.get("SELECT name FROM sqlite_master WHERE name = 'extra'")).toBeUndefined();
    db.close();
  });

  test('a file that is no database gives a clear error, not a crash', () => {
    const path = fresh();
    writeFileSync(path, 'this is no database, but long enough to look like a file with something in it');
    expect(() => new SqliteStore(path)).toThrow();
  });

  test.each([
    ['a date', new Date()],
    ['not a number', NaN],
    ['a truth value', true],
    ['an object', {}],
  ])('the driver would silently store %s as NULL; we refuse', (_name, value) => {
    const db = new Database(fresh());
    expect(() => db.get('SELECT ? AS v', value as never)).toThrow(TypeError);
    db.close();
  });
});

import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Row, RowSource, RowTarget } from '../transfer/rows.js';
import { TransferRefused } from '../transfer/fill.js';
import { MOVED } from '../moved.js';
import { Database } from './database.js';
import { Occupancy } from './occupancy.js';
import { damageOf } from './open-whole.js';
import { indexText, readIndexes } from './record-rows.js';
import { COMMITS, witnessPath } from './witness.js';

/** The embedded store as rows. */
export class SqliteSource implements RowSource {
  readonly name: string;
  readonly #db: Database;

  constructor(private readonly path: string) {
    this.name = `sqlite (${path})`;
    this.#db = new Database(path);
  }

  async *read(): AsyncIterable<Row> {
    yield* readAll(this.#db);
    await Promise.resolve();
  }

  damage(): Promise<readonly string[]> {
    const astray = this.#db.all<{ kind: string; name: string; id: string }>(
      `SELECT x.kind, x.name, x.id FROM record_indexes x LEFT JOIN records r ON r.kind = x.kind AND r.id = x.id
       WHERE r.id IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(r.indexes) j WHERE j.key = x.name AND j.value = x.value)
       LIMIT 10`,
    );
    const missing = this.#db.all<{ kind: string; name: string; id: string }>(
      `SELECT r.kind, j.key AS name, r.id FROM records r, json_each(r.indexes) j WHERE NOT EXISTS
         (SELECT 1 FROM record_indexes x WHERE x.kind = r.kind AND x.name = j.key AND x.value = j.value AND x.id = r.id)
       LIMIT 10`,
    );
    return Promise.resolve([
      ...damageOf(this.#db, 'integrity_check'),
      ...astray.map(({ kind, name, id }) => `index ${kind}.${name} points to ${id}, which is not there`),
      ...missing.map(({ kind, name, id }) => `${kind} ${id} is missing from index ${name}`),
    ]);
  }

  inUse(): Promise<boolean> {
    const alone = Occupancy.alone(this.path);
    alone?.release();
    return Promise.resolve(alone === null);
  }

  markMoved(to: string, at: string): Promise<void> {
    const body = JSON.stringify({ to, at });
    this.#db.run(
      `INSERT INTO records (kind, id, version, expires_at, indexes, body) VALUES (?, ?, 1, NULL, '{}', ?)
       ON CONFLICT (kind, id) DO UPDATE SET version = version + 1, body = excluded.body`,
      MOVED.kind,
      MOVED.id,
      body,
    );
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#db.close();
    return Promise.resolve();
  }
}

/** A new embedded store: filled beside the wanted name, which it takes at the end. */
export class SqliteTarget implements RowTarget {
  readonly name: string;
  readonly #part: string;
  #db: Database | null = null;
  #alone: Occupancy | null = null;

  constructor(
    private readonly path: string,
    private readonly now: Date,
  ) {
    this.name = `sqlite (${path})`;
    this.#part = `${path}.part`;
  }

  isEmpty(): Promise<boolean> {
    if (!existsSync(this.path)) return Promise.resolve(!existsSync(witnessPath(this.path)));
    try {
      const db = new Database(this.path);
      const rows = db.get<{ n: number }>(
        'SELECT (SELECT count(*) FROM records) + (SELECT count(*) FROM log_lines) AS n',
      );
      db.close();
      return Promise.resolve(rows?.n === 0);
    } catch {
      // Something is there, even though it cannot be read.
      return Promise.resolve(false);
    }
  }

  /** What was there keeps lying beside it, under the name of the day. */
  clear(): Promise<void> {
    this.#lock();
    const stamp = this.now.toISOString().replaceAll(/[:.]/g, '-');
    for (const end of ['', '-wal', '-shm', '.seen'])
      if (existsSync(this.path + end)) renameSync(this.path + end, `${this.path}.${stamp}.old${end}`);
    return Promise.resolve();
  }

  begin(): Promise<void> {
    this.#lock();
    this.#removePart();
    this.#db = new Database(this.#part);
    return Promise.resolve();
  }

  write(rows: readonly Row[]): Promise<void> {
    const db = this.#open();
    db.transaction(() => {
      for (const row of rows) put(db, row);
    });
    return Promise.resolve();
  }

  async *written(): AsyncIterable<Row> {
    yield* readAll(this.#open());
    await Promise.resolve();
  }

  async finish(): Promise<void> {
    const db = this.#open();
    db.close();
    this.#db = null;
    // What is still in the -wal would be thrown away below.
    if (existsSync(`${this.#part}-wal`) && statSync(`${this.#part}-wal`).size > 0)
      throw new Error(`${this.#part} could not be closed`);
    for (const end of ['', '-wal', '-shm', '.seen']) rmSync(this.path + end, { force: true });
    renameSync(this.#part, this.path);
    this.#removePart();
    const folder = await open(dirname(this.path), 'r');
    await folder.sync();
    await folder.close();
  }

  abandon(): Promise<void> {
    this.#db?.close();
    this.#db = null;
    this.#removePart();
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#alone?.release();
    this.#alone = null;
    return Promise.resolve();
  }

  #open(): Database {
    if (!this.#db) throw new Error('begin comes first');
    return this.#db;
  }

  #lock(): void {
    this.#alone ??= Occupancy.alone(this.path);
    if (!this.#alone) throw new TransferRefused('in-use', this.name);
  }

  #removePart(): void {
    for (const end of ['', '-wal', '-shm']) rmSync(this.#part + end, { force: true });
  }
}

interface RecordLine {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly body: string;
  readonly expires_at: string | null;
  readonly indexes: string;
}

/** In one read transaction: what is committed meanwhile is not seen, and does not wait. */
function* readAll(db: Database): Iterable<Row> {
  db.exec('BEGIN');
  try {
    const records = db.iterate<RecordLine>(
      'SELECT kind, id, version, body, expires_at, indexes FROM records ORDER BY kind, id',
    );
    for (const { expires_at: expiresAt, indexes, ...record } of records) {
      if (record.kind === MOVED.kind && record.id === MOVED.id) continue;
      yield {
        row: 'record',
        ...record,
        indexes: readIndexes(indexes),
        expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
      };
    }
    for (const line of db.iterate<{ log: string; seq: number; body: string }>(
      'SELECT log, seq, body FROM log_lines ORDER BY log, seq',
    ))
      yield { row: 'line', ...line };
    for (const counter of db.iterate<{ name: string; value: number }>('SELECT name, value FROM counters'))
      if (counter.name !== COMMITS) yield { row: 'counter', ...counter };
  } finally {
    db.exec('COMMIT');
  }
}

function put(db: Database, row: Row): void {
  if (row.row === 'line') {
    db.run('INSERT INTO log_lines (log, seq, body) VALUES (?, ?, ?)', row.log, row.seq, row.body);
  } else if (row.row === 'counter') {
    db.run('INSERT INTO counters (name, value) VALUES (?, ?)', row.name, row.value);
  } else {
    const { kind, id, version, body, expiresAt } = row;
    db.run(
      'INSERT INTO records (kind, id, version, expires_at, indexes, body) VALUES (?, ?, ?, ?, ?, ?)',
      kind,
      id,
      version,
      expiresAt,
      indexText(row.indexes),
      body,
    );
    for (const [name, value] of Object.entries(row.indexes))
      db.run('INSERT INTO record_indexes (kind, name, value, id) VALUES (?, ?, ?, ?)', kind, name, value, id);
  }
}

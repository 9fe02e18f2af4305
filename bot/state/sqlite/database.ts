import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { migrate } from './migrations.js';
import { makeOwn } from './own-file.js';

export type SqlValue = string | number | bigint | null | Uint8Array;

/**
 * The one door to SQLite. The driver binds Date, NaN and objects as NULL without a word and cuts text at NUL
 * (TECHNIEK.md §7), so values are checked here and statements are cached.
 */
export class Database {
  readonly #db: DatabaseSyncInstance;
  readonly #iterated = new Set<StatementSyncInstance>();
  readonly #statements = new Map<string, StatementSyncInstance>();

  constructor(path: string) {
    makeOwn(path);
    this.#db = new DatabaseSync(path);
    // Patience first: another process may be making the same file.
    this.#db.exec(
      'PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;',
    );
    migrate(this);
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  run(sql: string, ...values: readonly SqlValue[]): number {
    return this.#prepare(sql).run(...values.map(checked)).changes;
  }

  get<T>(sql: string, ...values: readonly SqlValue[]): T | undefined {
    return this.#prepare(sql).get(...values.map(checked)) as T | undefined;
  }

  all<T>(sql: string, ...values: readonly SqlValue[]): T[] {
    return this.#prepare(sql).all(...values.map(checked)) as T[];
  }

  /** Row after row, without holding them all. Must be read to its end, or left with `return`, before the file is closed. */
  *iterate<T>(sql: string): Generator<T, void> {
    const statement = this.#db.prepare(sql);
    // The driver's iterator does not keep its statement alive: we do, or it reads memory that is gone.
    this.#iterated.add(statement);
    try {
      for (const row of statement.iterate()) yield row as T;
    } finally {
      this.#iterated.delete(statement);
    }
  }

  /** Runs `work` in one transaction that other writers wait for; rolled back when it throws or returns `rollback`. */
  transaction<T>(work: (rollback: typeof ROLLBACK) => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work(ROLLBACK);
      this.exec((result as { rollback?: unknown } | null)?.rollback === ROLLBACK ? 'ROLLBACK' : 'COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** SQLite may have rolled back by itself (a full disk): then there is nothing left to undo. */
  #rollBack(): void {
    try {
      this.exec('ROLLBACK');
    } catch {
      // What went wrong before is what the caller must hear.
    }
  }

  close(): void {
    this.#writeBack();
    this.#statements.clear();
    this.#db.close();
  }

  /**
   * Everything from the -wal into the file. SQLite does so itself when the last connection closes, but the driver only
   * closes for good once its statements are collected.
   */
  #writeBack(): void {
    try {
      this.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Busy or a full disk: the -wal stays, and the next start reads it.
    }
  }

  #prepare(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Marks a transaction's result that must leave no trace. */
export const ROLLBACK = Symbol('rollback');

function checked(value: SqlValue): SqlValue {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number to store must be finite');
  if (value === null || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array)
    return value;
  throw new TypeError(`cannot store a ${typeof value}`);
}

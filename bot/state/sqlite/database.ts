import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { migrate } from './migrations.js';

export type SqlValue = string | number | bigint | null | Uint8Array;

/**
 * The one door to SQLite. The driver binds Date, NaN and objects as NULL without a word and cuts text at NUL
 * (TECHNIEK.md §7), so values are checked here and statements are cached.
 */
export class Database {
  readonly #db: DatabaseSyncInstance;
  readonly #statements = new Map<string, StatementSyncInstance>();

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;',
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

  /** Runs `work` in one transaction that other writers wait for; rolled back when it throws or returns `rollback`. */
  transaction<T>(work: (rollback: typeof ROLLBACK) => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work(ROLLBACK);
      this.exec((result as { rollback?: unknown } | null)?.rollback === ROLLBACK ? 'ROLLBACK' : 'COMMIT');
      return result;
    } catch (error) {
      this.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
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

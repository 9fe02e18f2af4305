import type { Put } from '../../../handlers/ports.js';
import type { Database, SqlValue } from './database.js';

/** A record as it stands in the file. */
export interface KnownRow {
  /** Where it lies. */
  readonly n: number;
  readonly version: number;
  readonly indexes: string;
}

type Indexes = Readonly<Record<string, string>>;

const FIND = 'SELECT n, version, indexes FROM records WHERE kind = ? AND id = ?';
const ADD = 'INSERT INTO records (kind, id, version, expires_at, indexes, body) VALUES (?, ?, 1, ?, ?, ?)';
const CHANGE = 'UPDATE records SET version = ?, expires_at = ?, indexes = ?, body = ? WHERE n = ?';
const CHANGE_IN_ITS_TERM = 'UPDATE records SET version = ?, indexes = ?, body = ? WHERE n = ?';
const LINE = 'WHERE kind = ? AND name = ? AND value = ? AND id = ?';

/**
 * Records with the lines by which queries find them. A record carries its indexes with it: who rewrites it sees what
 * changed, and leaves alone the lines that did not.
 */
export class RecordRows {
  constructor(private readonly db: Database) {}

  find(kind: string, id: string): KnownRow | null {
    return this.db.get<KnownRow>(FIND, kind, id) ?? null;
  }

  /** `known` is what `find` gave; `body` as it is kept. */
  put(put: Put, known: KnownRow | null, body: string): void {
    const { kind, id } = put;
    const indexes = indexText(put.indexes ?? {});
    if (known) this.#change(put, known, indexes, body);
    else this.db.run(ADD, kind, id, put.expiresAt ?? null, indexes, body);
    if (known?.indexes !== indexes) this.#reindex(kind, id, known?.indexes ?? '{}', indexes);
  }

  delete(kind: string, id: string, known: KnownRow): void {
    this.db.run('DELETE FROM records WHERE n = ?', known.n);
    this.#reindex(kind, id, known.indexes, '{}');
  }

  #change({ keepsTerm, expiresAt }: Put, { n, version }: KnownRow, indexes: string, body: string): void {
    if (keepsTerm) this.db.run(CHANGE_IN_ITS_TERM, version + 1, indexes, body, n);
    else this.db.run(CHANGE, version + 1, expiresAt ?? null, indexes, body, n);
  }

  #reindex(kind: string, id: string, before: string, after: string): void {
    const old = readIndexes(before);
    const now = readIndexes(after);
    for (const [name, value] of Object.entries(old)) {
      const next = now[name];
      if (next === undefined) this.db.run(`DELETE FROM record_indexes ${LINE}`, kind, name, value, id);
      else if (next !== value) this.db.run(`UPDATE record_indexes SET value = ? ${LINE}`, next, kind, name, value, id);
    }
    const added = Object.entries(now).filter(([name]) => old[name] === undefined);
    if (added.length > 0) this.#index(kind, id, added);
  }

  #index(kind: string, id: string, added: readonly (readonly [string, string])[]): void {
    const values: readonly SqlValue[] = added.flatMap(([name, value]) => [kind, name, value, id]);
    this.db.run(
      `INSERT INTO record_indexes (kind, name, value, id) VALUES ${added.map(() => '(?, ?, ?, ?)').join(', ')}`,
      ...values,
    );
  }
}

/** A record's indexes as its own column keeps them. */
export function indexText(indexes: Indexes): string {
  const text = JSON.stringify(indexes);
  // The lines themselves lose it on their way in (see database.ts).
  return text.includes('\\u0000') ? text.replaceAll('\\u0000', '') : text;
}

export function readIndexes(text: string): Indexes {
  return text === '{}' ? {} : (JSON.parse(text) as Indexes);
}

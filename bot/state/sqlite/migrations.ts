import { StartRefused } from '../start-refused.js';
import type { Database } from './database.js';

/**
 * Schema steps, oldest first; a step once released never changes. `PRAGMA user_version` counts the steps done,
 * so an older file is brought up to date at start.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE records (
    kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, expires_at TEXT,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX records_expiry ON records (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE record_indexes (
    kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (kind, name, value, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX record_indexes_of ON record_indexes (kind, id);
  CREATE TABLE log_lines (
    log TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (log, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // Records in the order they came, so that those of one moment share a page; each carries its indexes with it.
  `
  CREATE TABLE ordered (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, expires_at TEXT,
    indexes TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  INSERT INTO ordered (kind, id, version, expires_at, indexes, body)
    SELECT kind, id, version, expires_at,
      (SELECT json_group_object(i.name, i.value) FROM record_indexes i WHERE i.kind = r.kind AND i.id = r.id), body
    FROM records r ORDER BY kind, id;
  DROP TABLE records;
  ALTER TABLE ordered RENAME TO records;
  CREATE UNIQUE INDEX records_by_id ON records (kind, id);
  CREATE INDEX records_expiry ON records (expires_at) WHERE expires_at IS NOT NULL;
  DROP INDEX record_indexes_of;
  `,
];

/** How many steps a file has behind it. */
export function schemaOf(db: Database): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/** Brings the file to the newest schema, one transaction a step. Refuses a file from a newer release. */
export function migrate(db: Database, steps: readonly string[] = MIGRATIONS): void {
  const done = schemaOf(db);
  if (done > steps.length) {
    throw new StartRefused(
      `het gegevensbestand heeft schema ${String(done)}, deze versie kent er maar tot ${String(steps.length)}. ` +
        'Start een nieuwere versie, of zet de backup van vóór de overstap terug. Lees docs/beheer.md, "Een nieuwe versie".',
    );
  }
  steps.forEach((step, index) => {
    if (index < done) return;
    db.transaction(() => {
      // Another process that started with us may have been first.
      if (schemaOf(db) > index) return;
      db.exec(step);
      db.exec(`PRAGMA user_version = ${String(index + 1)}`);
    });
  });
}

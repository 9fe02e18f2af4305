import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Who works on the file: servers share it, a move or restore has it alone. A lock of the system on a file beside it,
 * which goes when its process goes, however it ends.
 */
export class Occupancy {
  readonly #db: DatabaseSyncInstance;

  private constructor(db: DatabaseSyncInstance) {
    this.#db = db;
  }

  /** Null while somebody has it alone. */
  static share(path: string): Occupancy | null {
    return take(path, 'BEGIN; SELECT count(*) FROM sqlite_master');
  }

  /** Null while any server is at work. */
  static alone(path: string): Occupancy | null {
    return take(path, 'BEGIN EXCLUSIVE');
  }

  static of(db: DatabaseSyncInstance): Occupancy {
    return new Occupancy(db);
  }

  release(): void {
    this.#db.close();
  }
}

function take(path: string, lock: string): Occupancy | null {
  const db = new DatabaseSync(`${path}.lock`);
  try {
    db.exec(`PRAGMA busy_timeout=200; ${lock}`);
    return Occupancy.of(db);
  } catch (error) {
    db.close();
    if (/busy|locked/i.test(String(error))) return null;
    throw error;
  }
}

import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const toDisk = promisify(fdatasync);

/**
 * Waits until everything written to a database's -wal is on disk, while the event loop goes on: SQLite itself would
 * hold up every other turn meanwhile. After a failure nobody knows what the disk holds: it stays failed until a restart
 * reads the file anew.
 */
export class DiskSync {
  readonly #path: string;
  #file: number | null = null;
  #failure: Error | null = null;

  constructor(database: string) {
    this.#path = `${database}-wal`;
  }

  /** Throws when it failed, now or before. */
  async wait(): Promise<void> {
    this.check();
    try {
      // SQLite keeps the -wal as long as the database is open, and takes no locks on it that closing ours would end.
      this.#file ??= openSync(this.#path, 'r+');
      await toDisk(this.#file);
    } catch (error) {
      this.#failure = new Error('the disk did not take what was written', { cause: error });
    }
    this.check();
  }

  check(): void {
    if (this.#failure) throw this.#failure;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

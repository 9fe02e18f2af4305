import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** The counter in the file that goes up with every commit. */
export const COMMITS = '#commits';

/**
 * Remembers beside the database how many commits it has seen. SQLite itself opens a file whose newest commits were cut
 * off, or an empty one in the place of a lost one, without a word; the witness knows better. It is written after the
 * commit is on disk and never synced, so it may lag behind but is never ahead of a file that is whole.
 */
export class Witness {
  readonly #file: number;
  readonly #before: number;

  constructor(database: string) {
    const path = witnessPath(database);
    this.#file = openSync(path, 'a+', 0o600);
    closeSync(this.#file);
    this.#before = Number.parseInt(readFileSync(path, 'utf8'), 10) || 0;
    this.#file = openSync(path, 'r+');
  }

  /** Commits seen until the last stop; 0 when there is no memory. */
  get before(): number {
    return this.#before;
  }

  note(commits: number): void {
    // Of a fixed length: the shorter number of another process leaves no digits of ours.
    writeSync(this.#file, `${String(commits).padStart(15, '0')}\n`, 0);
  }

  close(): void {
    closeSync(this.#file);
  }
}

export function witnessPath(database: string): string {
  return `${database}.seen`;
}

import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/** For the user that runs us, and nobody else. */
const OWN = 0o600;
const OTHERS = 0o077;

/**
 * A database that only we may read, made when it is not there; one of before is closed to others. SQLite gives its -wal
 * and -shm the mode of the file itself.
 */
export function makeOwn(path: string): void {
  make(path);
  for (const file of [path, `${path}-wal`, `${path}-shm`])
    if (existsSync(file) && (statSync(file).mode & OTHERS) !== 0) closeToOthers(file);
}

function make(path: string): void {
  try {
    // Never one that is there: closing it would end the locks SQLite has on it elsewhere in this process.
    closeSync(openSync(path, 'ax', OWN));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function closeToOthers(file: string): void {
  try {
    chmodSync(file, OWN);
  } catch (error) {
    // Of another user, who let us in: it is his to close.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

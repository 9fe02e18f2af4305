import { rmSync } from 'node:fs';
import { Database } from './database.js';
import { commitsOf } from './open-whole.js';
import { Witness, witnessPath } from './witness.js';

/** Takes the file as it is for the truth, after somebody looked at it. Returns how many commits are lost. */
export function acceptLoss(path: string): number {
  const db = new Database(path);
  const witness = new Witness(path);
  const missing = Math.max(0, witness.before - commitsOf(db));
  witness.close();
  db.close();
  rmSync(witnessPath(path), { force: true });
  return missing;
}

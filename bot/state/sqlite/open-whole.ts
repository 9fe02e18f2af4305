import { statSync } from 'node:fs';
import { StartRefused } from '../start-refused.js';
import { Database } from './database.js';
import { COMMITS, Witness } from './witness.js';

/** A file of this size is checked in about a tenth of a second; a larger one by `store -- check`. */
const QUICK_CHECK_BYTES = 64 * 2 ** 20;

/** Opens the file when it is whole, and refuses it with a reason when it is damaged, cut off, or not the one we had. */
export function openWhole(path: string): { readonly db: Database; readonly witness: Witness } {
  const db = openOrRefuse(path);
  const witness = new Witness(path);
  const commits = commitsOf(db);
  if (commits >= witness.before) return { db, witness };
  db.close();
  witness.close();
  throw new StartRefused(
    commits === 0
      ? `${path} is leeg, maar er stonden gegevens in (${String(witness.before)} opdrachten). Zet het bestand of een backup terug. ${HELP}`
      : `aan ${path} ontbreken de laatste ${String(witness.before - commits)} opdrachten: het bestand of zijn -wal is afgekapt, of het is een oude kopie. Zet een backup terug. ${HELP}`,
  );
}

const HELP =
  'Wil je toch verder met wat er nog is: `npm run -s store -- accept`. Lees eerst docs/beheer.md, "De gegevens zijn stuk".';

export function commitsOf(db: Database): number {
  return db.get<{ value: number }>('SELECT value FROM counters WHERE name = ?', COMMITS)?.value ?? 0;
}

function openOrRefuse(path: string): Database {
  try {
    const db = new Database(path);
    const damage = statSync(path).size <= QUICK_CHECK_BYTES ? damageOf(db, 'quick_check') : [];
    if (damage.length === 0) return db;
    db.close();
    throw new StartRefused(
      `${path} is beschadigd (${damage[0] ?? ''}). Zet een backup terug: \`npm run -s store -- restore BESTAND --replace\`. Lees docs/beheer.md, "De gegevens zijn stuk".`,
    );
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(
      `${path} kan niet geopend worden (${String(error)}). Is de schijf vol of alleen-lezen? Is het bestand stuk, zet dan een backup terug. Lees docs/beheer.md, "De gegevens zijn stuk".`,
      { cause: error },
    );
  }
}

/** What SQLite finds wrong; empty when all is well. */
export function damageOf(db: Database, check: 'quick_check' | 'integrity_check'): readonly string[] {
  return db
    .all<Record<string, string>>(`PRAGMA ${check}(10)`)
    .flatMap((row) => Object.values(row))
    .filter((line) => line !== 'ok');
}

import { MentorlijnError, StoreOutdated } from '../../../handlers/errors.js';
import type {
  Append,
  Commit,
  CommitResult,
  Delete,
  JsonBody,
  LogLine,
  Put,
  Query,
  RecordKind,
  Store,
  StoredRecord,
} from '../../../handlers/ports.js';
import { jsonCodec, logPlace, recordPlace, type Codec } from '../codec.js';
import type { Database, SqlValue } from './database.js';
import { noLossListener, type LossListener } from '../store-loss.js';
import { DiskSync } from './disk-sync.js';
import { GroupCommit } from './group-commit.js';
import { MIGRATIONS, schemaOf } from './migrations.js';
import { openWhole } from './open-whole.js';
import { readIndexes, RecordRows, type KnownRow } from './record-rows.js';
import { touchesKind, touchesLog, touchesRecord, type Touches } from './touches.js';
import { COMMITS, type Witness } from './witness.js';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly body: string;
  readonly indexes: string;
}

type Filter = Omit<Query, 'limit' | 'order'>;

/** The -wal goes back into the file every so many pages of 4 kB: pages that change all the time go once instead of often. */
const CHECKPOINT_PAGES = 4_000;

/** Pages kept in memory, once they are needed: with SQLite's own 2 MB a busy turn read thirty of them from the file again. */
const CACHE_KB = 8_000;

/** The embedded durable store: one SQLite file, WAL, on disk before a commit is answered or read. */
export class SqliteStore implements Store {
  readonly #db: Database;
  readonly #witness: Witness;
  readonly #codec: Codec;
  readonly #disk: DiskSync;
  readonly #rows: RecordRows;
  readonly #group: GroupCommit;
  /** Commits in the file with the last transaction; null when it wrote none. */
  #commits: number | null = null;
  /** Never the other way: a file goes back with a backup only, and a restart. */
  #isOutdated = false;

  /** `path` is a file in DATA_DIR; it is created and migrated when needed, and refused when it is damaged. */
  constructor(
    path: string,
    codec: Codec = jsonCodec,
    private readonly loss: Pick<LossListener, 'onNewer'> = noLossListener,
  ) {
    const { db, witness } = openWhole(path);
    this.#db = db;
    this.#witness = witness;
    this.#codec = codec;
    this.#rows = new RecordRows(db);
    this.#disk = new DiskSync(path);
    // We wait for the disk ourselves, see DiskSync; what SQLite still syncs in this mode keeps the file whole.
    db.exec(
      `PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=${String(CHECKPOINT_PAGES)}; PRAGMA cache_size=-${String(CACHE_KB)}`,
    );
    this.#group = new GroupCommit({
      db,
      mayWrite: () => this.#refuseNewer(),
      apply: (commit) => this.#apply(commit),
      count: (commits) => {
        this.#commits = commits === 0 ? null : this.#next(COMMITS, commits);
      },
      toDisk: () => this.#disk.wait(),
      after: () => {
        if (this.#commits !== null) this.#witness.note(this.#commits);
      },
    });
  }

  get<B extends JsonBody>(kind: RecordKind, id: string): Promise<StoredRecord<B> | null> {
    return this.#landed(touchesRecord(kind, id), () => {
      const row = this.#db.get<Row>(
        'SELECT id, version, indexes, body FROM records WHERE kind = ? AND id = ?',
        kind,
        id,
      );
      return row ? this.#read<B>(kind, row) : null;
    });
  }

  query<B extends JsonBody>(query: Query): Promise<readonly StoredRecord<B>[]> {
    return this.#landed(touchesKind(query.kind), () => {
      const { where, values } = filter(query);
      const direction = query.order === 'desc' ? 'DESC' : 'ASC';
      const sql = `SELECT r.id, r.version, r.indexes, r.body FROM record_indexes x JOIN records r ON r.kind = x.kind AND r.id = x.id
        WHERE ${where} ORDER BY x.value ${direction}, x.id ${direction} LIMIT ?`;
      return this.#db.all<Row>(sql, ...values, query.limit ?? -1).map((row) => this.#read<B>(query.kind, row));
    });
  }

  count(query: Filter): Promise<number> {
    return this.#landed(touchesKind(query.kind), () => {
      const { where, values } = filter(query);
      return (
        this.#db.get<{ n: number }>(`SELECT count(*) AS n FROM record_indexes x WHERE ${where}`, ...values)?.n ?? 0
      );
    });
  }

  async commit(commit: Commit): Promise<CommitResult> {
    try {
      return await this.#group.add(commit);
    } catch (error) {
      throw unavailable(error);
    }
  }

  readLog<B extends JsonBody>(log: string, afterSeq: number, limit: number): Promise<readonly LogLine<B>[]> {
    return this.#landed(touchesLog(log), () =>
      this.#db
        .all<{ seq: number; body: string }>(
          'SELECT seq, body FROM log_lines WHERE log = ? AND seq > ? ORDER BY seq LIMIT ?',
          log,
          afterSeq,
          limit,
        )
        .map(({ seq, body }) => ({ seq, body: this.#codec.decode(body, logPlace(log)) as B })),
    );
  }

  readLogEnd<B extends JsonBody>(log: string, limit: number): Promise<readonly B[]> {
    return this.#landed(touchesLog(log), () =>
      this.#db
        .all<{ body: string }>('SELECT body FROM log_lines WHERE log = ? ORDER BY seq DESC LIMIT ?', log, limit)
        .reverse()
        .map(({ body }) => this.#codec.decode(body, logPlace(log)) as B),
    );
  }

  async nextNumber(counter: string): Promise<number> {
    const number = await this.#guard(() =>
      this.#db.transaction(() => {
        this.#refuseNewer();
        return this.#next(counter);
      }),
    );
    // A number that is not on disk could be given twice.
    await this.#disk.wait().catch((error: unknown) => {
      throw unavailable(error);
    });
    return number;
  }

  sweep(now: Date): Promise<number> {
    return this.#guard(() =>
      this.#db.transaction(() => {
        this.#refuseNewer();
        const gone = this.#db.all<{ kind: RecordKind; id: string }>(
          'SELECT kind, id FROM records WHERE expires_at <= ?',
          now.toISOString(),
        );
        for (const { kind, id } of gone) this.#write({ kind, id, expect: 'any' }, this.#rows.find(kind, id));
        return gone.length;
      }),
    );
  }

  ping(): Promise<void> {
    return this.#guard(() => {
      this.#disk.check();
      this.#refuseNewer();
      this.#db.get('SELECT 1');
    });
  }

  async close(): Promise<void> {
    await this.#group.idle();
    this.#db.close();
    this.#disk.close();
    this.#witness.close();
  }

  /** A newer release changed the file under us: what we would write or read is no longer what it means. */
  #refuseNewer(): void {
    if (!this.#isOutdated && schemaOf(this.#db) <= MIGRATIONS.length) return;
    if (!this.#isOutdated) this.loss.onNewer();
    this.#isOutdated = true;
    throw new StoreOutdated();
  }

  /** Looks at every `expect` before the first write: a refused commit has written nothing. */
  #apply({ puts = [], deletes = [], appends = [], dropLogs = [] }: Commit): CommitResult {
    const rows = this.#rows;
    const found = [...puts, ...deletes].map((write) => ({ write, known: rows.find(write.kind, write.id) }));
    const refused = found.find(({ write, known }) => !holds(write, known))?.write;
    if (refused) return { ok: false, conflict: { kind: refused.kind, id: refused.id } };
    const isTwice = new Set(found.map(({ write }) => `${write.kind} ${write.id}`)).size < found.length;
    for (const { write, known } of found) this.#write(write, isTwice ? rows.find(write.kind, write.id) : known);
    for (const log of dropLogs) this.#db.run('DELETE FROM log_lines WHERE log = ?', log);
    return { ok: true, seqs: appends.map((append) => this.#append(append)) };
  }

  #write(write: Put | Delete, known: KnownRow | null): void {
    if ('body' in write)
      this.#rows.put(write, known, this.#codec.encode(write.body, recordPlace(write.kind, write.id)));
    else if (known) this.#rows.delete(write.kind, write.id, known);
  }

  #next(counter: string, by = 1): number {
    const sql =
      'INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value';
    return this.#db.get<{ value: number }>(sql, counter, by)?.value ?? by;
  }

  /** In two statements: one that inserts and tells what it made costs more than both. */
  #append({ log, body }: Append): number {
    const end = this.#db.get<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM log_lines WHERE log = ?', log);
    const seq = (end?.seq ?? 0) + 1;
    this.#db.run(
      'INSERT INTO log_lines (log, seq, body) VALUES (?, ?, ?)',
      log,
      seq,
      this.#codec.encode(body, logPlace(log)),
    );
    return seq;
  }

  #read<B extends JsonBody>(kind: RecordKind, row: Row): StoredRecord<B> {
    const body = this.#codec.decode(row.body, recordPlace(kind, row.id)) as B;
    return { kind, id: row.id, version: row.version, body, indexes: readIndexes(row.indexes) };
  }

  /** Reads once whatever it touches is on disk: what a power cut could still take back is never shown or built upon. */
  async #landed<T>(touches: Touches, read: () => T): Promise<T> {
    for (let landing = this.#group.landing(touches); landing; landing = this.#group.landing(touches))
      await landing.catch((error: unknown) => {
        throw unavailable(error);
      });
    return this.#guard(() => {
      if (this.#isOutdated) throw new StoreOutdated();
      return read();
    });
  }

  // SQLite works synchronously; the port is asynchronous for stores that are elsewhere.
  #guard<T>(work: () => T): Promise<T> {
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(unavailable(error));
    }
  }
}

function holds({ expect }: Put | Delete, known: KnownRow | null): boolean {
  return expect === 'any' || (known?.version ?? 0) === (expect === 'absent' ? 0 : expect);
}

function unavailable(error: unknown): MentorlijnError {
  return new MentorlijnError('store-unavailable', 'the embedded store failed', { cause: error });
}

function filter(query: Filter): { where: string; values: SqlValue[] } {
  const parts = ['x.kind = ?', 'x.name = ?'];
  const values: SqlValue[] = [query.kind, query.index];
  const add = (sql: string, value: string): void => {
    parts.push(sql);
    values.push(value);
  };
  if (query.from !== undefined) add('x.value >= ?', query.from);
  if (query.to !== undefined) add('x.value < ?', query.to);
  if (query.prefix !== undefined && query.prefix !== '') {
    add('x.value >= ?', query.prefix);
    // The greatest code point: nothing with the prefix sorts above it.
    add('x.value < ?', `${query.prefix}\u{10FFFF}`);
  }
  return { where: parts.join(' AND '), values };
}

import type { Redis } from 'ioredis';
import { MentorlijnError } from '../../../handlers/errors.js';
import type {
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
import { commands, type Commands } from './commands.js';
import { noLossListener, type LossListener } from '../store-loss.js';
import { RedisMark } from './redis-mark.js';
import { LAYOUT } from './layout.js';
import { EMPTIED, NEWER, WAIT } from './scripts.js';

const SWEEP_AT_ONCE = 1_000;
/** A backup holds writers up for a second or so; after this long they give up. */
const MAX_WAIT_MS = 10_000;
const WAIT_STEP_MS = 50;
/** Of a row in the answer to a query: id, version, body, indexes. */
const FIELDS = 4;
type Filter = Omit<Query, 'limit' | 'order'>;

/** The shared store: any number of processes on one Redis that writes its log to disk at every commit. */
export class RedisStore implements Store {
  readonly #prefix: string;
  readonly #commands: Commands;
  readonly #mark: RedisMark;

  /** `name` separates installations on one Redis; it becomes the hash tag of every key. */
  constructor(
    private readonly redis: Redis,
    name: string,
    private readonly codec: Codec = jsonCodec,
    loss: LossListener = noLossListener,
  ) {
    this.#prefix = keyPrefix(name);
    this.#mark = new RedisMark(redis, name, loss);
    this.#commands = commands(redis);
  }

  get<B extends JsonBody>(kind: RecordKind, id: string): Promise<StoredRecord<B> | null> {
    return this.#guard(async () =>
      this.#read<B>(kind, id, await this.redis.hmget(this.#record(kind, id), 'v', 'b', 'x')),
    );
  }

  query<B extends JsonBody>(query: Query): Promise<readonly StoredRecord<B>[]> {
    return this.#guard(async () => {
      const { min, max } = range(query);
      const { kind, index, order = 'asc', limit = -1 } = query;
      const found = await this.#commands.query(this.#prefix, kind, index, min, max, String(limit), order);
      const rows: StoredRecord<B>[] = [];
      for (let at = 0; at < found.length; at += FIELDS) {
        const [id = '', ...fields] = found.slice(at, at + FIELDS);
        const row = this.#read<B>(kind, id, fields);
        if (row) rows.push(row);
      }
      return rows;
    });
  }

  count(query: Filter): Promise<number> {
    const { min, max } = range(query);
    return this.#guard(() => this.redis.zlexcount(`${this.#prefix}x:${query.kind}:${query.index}`, min, max));
  }

  commit(commit: Commit): Promise<CommitResult> {
    return this.#guard(async () => {
      const wire = JSON.stringify(this.#toWire(commit));
      const [ok, ...rest] = await this.#whenOpen((id) => this.#commands.commit(this.#prefix, this.#mark.key, wire, id));
      if (ok === 1) {
        const [commits = 0, ...seqs] = rest.map(Number);
        this.#mark.saw(commits);
        return { ok: true, seqs };
      }
      return { ok: false, conflict: { kind: String(rest[0]) as RecordKind, id: String(rest[1]) } };
    });
  }

  readLog<B extends JsonBody>(log: string, afterSeq: number, limit: number): Promise<readonly LogLine<B>[]> {
    return this.#guard(async () => {
      const lines = await this.redis.lrange(`${this.#prefix}l:${log}`, afterSeq, afterSeq + limit - 1);
      return lines.map((line, index) => ({
        seq: afterSeq + index + 1,
        body: this.codec.decode(line, logPlace(log)) as B,
      }));
    });
  }

  readLogEnd<B extends JsonBody>(log: string, limit: number): Promise<readonly B[]> {
    return this.#guard(async () => {
      const lines = limit > 0 ? await this.redis.lrange(`${this.#prefix}l:${log}`, -limit, -1) : [];
      return lines.map((line) => this.codec.decode(line, logPlace(log)) as B);
    });
  }

  nextNumber(counter: string): Promise<number> {
    return this.#guard(async () => {
      const next = (id: string) => this.#commands.next(this.#prefix, this.#mark.key, counter, id);
      return Number((await this.#whenOpen(next))[0]);
    });
  }

  sweep(now: Date): Promise<number> {
    return this.#guard(async () => {
      let swept = 0;
      for (;;) {
        const round = () => this.#commands.sweep(this.#prefix, this.#mark.key, now.getTime(), SWEEP_AT_ONCE);
        const [gone = 0] = await this.#whenOpen(round);
        swept += Number(gone);
        if (Number(gone) < SWEEP_AT_ONCE) return swept;
      }
    });
  }

  ping(): Promise<void> {
    return this.#guard(async () => {
      await this.redis.ping();
      await this.#mark.check();
    });
  }

  /** What tells these data from none; the first server leaves it. */
  mark(): Promise<string> {
    return this.#guard(() => this.#mark.id());
  }

  async close(): Promise<void> {
    await this.redis.quit().catch(() => {
      this.redis.disconnect();
    });
  }

  #record(kind: RecordKind, id: string): string {
    return `${this.#prefix}r:${kind}:${id}`;
  }

  #read<B extends JsonBody>(
    kind: RecordKind,
    id: string,
    [version, body, indexes]: readonly (string | null)[],
  ): StoredRecord<B> | null {
    if (typeof version !== 'string' || typeof body !== 'string') return null;
    return {
      kind,
      id,
      version: Number(version),
      body: this.codec.decode(body, recordPlace(kind, id)) as B,
      indexes: JSON.parse(indexes ?? '{}') as Record<string, string>,
    };
  }

  #toWire(commit: Commit): object {
    const expected = ({ expect }: Put | Delete): number => (expect === 'any' ? -1 : expect === 'absent' ? 0 : expect);
    return {
      writes: [
        ...(commit.puts ?? []).map((put) => ({
          kind: put.kind,
          id: put.id,
          expect: expected(put),
          body: this.codec.encode(put.body, recordPlace(put.kind, put.id)),
          indexes: JSON.stringify(put.indexes ?? {}),
          expires: put.expiresAt === undefined ? 0 : Date.parse(put.expiresAt),
          keepsTerm: put.keepsTerm === true,
        })),
        ...(commit.deletes ?? []).map((gone) => ({ kind: gone.kind, id: gone.id, expect: expected(gone) })),
      ],
      drops: commit.dropLogs ?? [],
      appends: (commit.appends ?? []).map(({ log, body }) => ({ log, body: this.codec.encode(body, logPlace(log)) })),
    };
  }

  /** Writes wait while a backup reads, and name the mark of what they write to. */
  async #whenOpen(
    write: (mark: string) => Promise<readonly (string | number)[]>,
  ): Promise<readonly (string | number)[]> {
    for (let waited = 0; waited < MAX_WAIT_MS; waited += WAIT_STEP_MS) {
      const answer = await write(await this.#mark.id());
      if (answer[0] === EMPTIED) this.#mark.refused('emptied');
      if (answer[0] === NEWER) this.#mark.refused('newer');
      if (answer[0] !== WAIT) return answer;
      await new Promise((soon) => setTimeout(soon, WAIT_STEP_MS));
    }
    throw new Error('a backup holds the store');
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      // What an emptied Redis says is not the truth either: "no such ticket", "not signed in".
      if (this.#mark.isGone) await this.#mark.check();
      return await work();
    } catch (error) {
      throw new MentorlijnError('store-unavailable', 'Redis did not answer', { cause: error });
    }
  }
}

/**
 * What every key of an installation begins with: the hash tag keeps them in one slot of a Cluster, the layout's version
 * lets a next layout live beside this one until it is moved.
 */
export function keyPrefix(name: string): string {
  return `{${name}}:${String(LAYOUT)}:`;
}

/** A filter as bounds of ZRANGEBYLEX over members `value NUL id`. */
function range(query: Filter): { readonly min: string; readonly max: string } {
  const lows = [query.from, query.prefix].filter((low) => low !== undefined && low !== '');
  const highs = [
    query.to,
    query.prefix === undefined || query.prefix === '' ? undefined : `${query.prefix}\u{10FFFF}`,
  ].filter((high) => high !== undefined);
  const low = lows.sort().at(-1);
  const high = highs.sort()[0];
  return { min: low === undefined ? '-' : `[${low}`, max: high === undefined ? '+' : `(${high}` };
}

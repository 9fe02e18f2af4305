import type {
  Commit,
  CommitResult,
  JsonBody,
  LogLine,
  Query,
  RecordKind,
  Store,
  StoredRecord,
} from '../../../handlers/ports.js';

interface Kept {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  /** JSON text: what comes out shares nothing with what went in. */
  readonly body: string;
  readonly indexes: Readonly<Record<string, string>>;
  readonly expiresAt: string | null;
}

/** A store that forgets: for `ask`, tests and previews. Keeps the same promises as the durable ones but durability. */
export class MemoryStore implements Store {
  readonly #records = new Map<string, Kept>();
  readonly #logs = new Map<string, string[]>();
  readonly #counters = new Map<string, number>();

  get<B extends JsonBody>(kind: RecordKind, id: string): Promise<StoredRecord<B> | null> {
    const kept = this.#records.get(key(kind, id));
    return Promise.resolve(kept ? read<B>(kept) : null);
  }

  query<B extends JsonBody>(query: Query): Promise<readonly StoredRecord<B>[]> {
    const found = this.#find(query).sort((a, b) => compare(a.value, b.value) || compare(a.kept.id, b.kept.id));
    if (query.order === 'desc') found.reverse();
    return Promise.resolve(found.slice(0, query.limit).map(({ kept }) => read<B>(kept)));
  }

  count(query: Omit<Query, 'limit' | 'order'>): Promise<number> {
    return Promise.resolve(this.#find(query).length);
  }

  commit(commit: Commit): Promise<CommitResult> {
    for (const write of [...(commit.puts ?? []), ...(commit.deletes ?? [])]) {
      const version = this.#records.get(key(write.kind, write.id))?.version ?? 0;
      const wanted = write.expect === 'absent' ? 0 : write.expect;
      if (wanted !== 'any' && wanted !== version) {
        return Promise.resolve({ ok: false, conflict: { kind: write.kind, id: write.id } });
      }
    }
    for (const put of commit.puts ?? []) {
      const before = this.#records.get(key(put.kind, put.id));
      const version = (before?.version ?? 0) + 1;
      this.#records.set(key(put.kind, put.id), {
        kind: put.kind,
        id: put.id,
        version,
        body: JSON.stringify(put.body),
        indexes: { ...put.indexes },
        expiresAt: put.expiresAt ?? (put.keepsTerm ? (before?.expiresAt ?? null) : null),
      });
    }
    for (const { kind, id } of commit.deletes ?? []) this.#records.delete(key(kind, id));
    for (const log of commit.dropLogs ?? []) this.#logs.delete(log);
    const seqs = (commit.appends ?? []).map(({ log, body }) => {
      const lines = this.#logs.get(log) ?? [];
      this.#logs.set(log, lines);
      return lines.push(JSON.stringify(body));
    });
    return Promise.resolve({ ok: true, seqs });
  }

  readLog<B extends JsonBody>(log: string, afterSeq: number, limit: number): Promise<readonly LogLine<B>[]> {
    const lines = (this.#logs.get(log) ?? []).slice(afterSeq, afterSeq + limit);
    return Promise.resolve(lines.map((line, index) => ({ seq: afterSeq + index + 1, body: JSON.parse(line) as B })));
  }

  readLogEnd<B extends JsonBody>(log: string, limit: number): Promise<readonly B[]> {
    const lines = limit > 0 ? (this.#logs.get(log) ?? []).slice(-limit) : [];
    return Promise.resolve(lines.map((line) => JSON.parse(line) as B));
  }

  nextNumber(counter: string): Promise<number> {
    const next = (this.#counters.get(counter) ?? 0) + 1;
    this.#counters.set(counter, next);
    return Promise.resolve(next);
  }

  sweep(now: Date): Promise<number> {
    const limit = now.toISOString();
    const gone = [...this.#records].filter(([, kept]) => kept.expiresAt !== null && kept.expiresAt <= limit);
    for (const [name] of gone) this.#records.delete(name);
    return Promise.resolve(gone.length);
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #find(query: Omit<Query, 'limit' | 'order'>): { kept: Kept; value: string }[] {
    const found: { kept: Kept; value: string }[] = [];
    for (const kept of this.#records.values()) {
      const value = kept.kind === query.kind ? kept.indexes[query.index] : undefined;
      if (value === undefined) continue;
      if (query.prefix !== undefined && !value.startsWith(query.prefix)) continue;
      if (query.from !== undefined && value < query.from) continue;
      if (query.to !== undefined && value >= query.to) continue;
      found.push({ kept, value });
    }
    return found;
  }
}

function key(kind: RecordKind, id: string): string {
  return `${kind}\0${id}`;
}

function read<B extends JsonBody>(kept: Kept): StoredRecord<B> {
  return {
    kind: kept.kind,
    id: kept.id,
    version: kept.version,
    body: JSON.parse(kept.body) as B,
    indexes: { ...kept.indexes },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

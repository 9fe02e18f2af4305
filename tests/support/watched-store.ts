import type { Commit, CommitResult, JsonBody, LogLine, Query, RecordKind, Store } from '../../handlers/ports.js';

/** A store that remembers which records and logs were ever named, so that a test can look at all that is left. */
export class WatchedStore implements Store {
  readonly #records = new Set<string>();
  readonly #logs = new Set<string>();

  constructor(private readonly store: Store) {}

  commit(commit: Commit): Promise<CommitResult> {
    for (const { kind, id } of commit.puts ?? []) this.#records.add(`${kind}\n${id}`);
    for (const { log } of commit.appends ?? []) this.#logs.add(log);
    return this.store.commit(commit);
  }

  /** Every record and every log line that is there now, ids and indexes included, as text; the figures left out. */
  async everything(): Promise<string> {
    const records = await Promise.all(
      [...this.#records].map((key) => {
        const [kind = '', id = ''] = key.split('\n');
        return this.store.get(kind as RecordKind, id);
      }),
    );
    const logs = await Promise.all(
      [...this.#logs]
        .filter((log) => !log.startsWith('events:'))
        .map(async (log) => ({ log, lines: await this.store.readLog(log, 0, 10_000) })),
    );
    return JSON.stringify({
      records: records.filter((record) => record !== null),
      logs: logs.filter(({ lines }) => lines.length > 0),
    });
  }

  get<B extends JsonBody>(kind: RecordKind, id: string) {
    return this.store.get<B>(kind, id);
  }
  query<B extends JsonBody>(query: Query) {
    return this.store.query<B>(query);
  }
  count(query: Omit<Query, 'limit' | 'order'>) {
    return this.store.count(query);
  }
  readLog<B extends JsonBody>(log: string, afterSeq: number, limit: number): Promise<readonly LogLine<B>[]> {
    return this.store.readLog<B>(log, afterSeq, limit);
  }
  readLogEnd<B extends JsonBody>(log: string, limit: number): Promise<readonly B[]> {
    return this.store.readLogEnd<B>(log, limit);
  }
  nextNumber(counter: string) {
    return this.store.nextNumber(counter);
  }
  sweep(now: Date) {
    return this.store.sweep(now);
  }
  ping() {
    return this.store.ping();
  }
  close() {
    return this.store.close();
  }
}

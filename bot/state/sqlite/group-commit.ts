import type { Commit, CommitResult } from '../../../handlers/ports.js';
import type { Database } from './database.js';

/** So many commits share a transaction at most: a long one would hold up everybody's reading. */
const AT_ONCE = 64;

interface Waiting {
  readonly commit: Commit;
  readonly done: (result: CommitResult) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Commits that come in the same moment share one transaction, and so one trip to the disk: with fifty mentors at once
 * the disk is what a turn waits for. Each is still all or nothing, and none is answered before it is durable.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];

  /** `count` stands in the same transaction as the commits it counts; `after` hears that it is on disk. */
  constructor(
    private readonly db: Database,
    /** Writes one commit, or nothing when it is refused. */
    private readonly apply: (commit: Commit) => CommitResult,
    private readonly count: (commits: number) => void,
    private readonly after: () => void,
  ) {}

  add(commit: Commit): Promise<CommitResult> {
    return new Promise((done, fail) => {
      if (this.#waiting.push({ commit, done, fail }) === 1) setImmediate(() => this.flush());
    });
  }

  /** Everything that waits, now. */
  flush(): void {
    while (this.#waiting.length > 0) this.#write(this.#waiting.splice(0, AT_ONCE));
  }

  #write(batch: readonly Waiting[]): void {
    try {
      const results = this.db.transaction(() => {
        const all = batch.map(({ commit }) => this.apply(commit));
        this.count(all.filter(({ ok }) => ok).length);
        return all;
      });
      this.after();
      for (const [index, { done, fail }] of batch.entries()) {
        const result = results[index];
        if (result) done(result);
        else fail(new Error('a commit was not answered'));
      }
    } catch (error) {
      const [only, ...others] = batch;
      // All were rolled back. One of them may be the trouble: each on its own shows which.
      if (others.length > 0) for (const one of batch) this.#write([one]);
      else only?.fail(error);
    }
  }
}

import type { Commit, CommitResult } from '../../../handlers/ports.js';
import type { Database } from './database.js';
import type { Touches } from './touches.js';

/** So many commits share a transaction at most: a long one would hold up everybody's reading. */
const AT_ONCE = 64;

interface Waiting {
  readonly commit: Commit;
  readonly done: (result: CommitResult) => void;
  readonly fail: (error: unknown) => void;
}

interface Flight {
  readonly commits: readonly Commit[];
  readonly landed: Promise<void>;
}

export interface GroupCommitDeps {
  readonly db: Database;
  /** Throws when nothing may be written; in the same transaction. */
  readonly mayWrite: () => void;
  /** Writes one commit, or nothing when it is refused. */
  readonly apply: (commit: Commit) => CommitResult;
  /** Stands in the same transaction as the commits it counts. */
  readonly count: (commits: number) => void;
  /** Resolves when everything written is on disk. */
  readonly toDisk: () => Promise<void>;
  /** Hears that it is. */
  readonly after: () => void;
}

/**
 * Commits that come in the same moment share one transaction, and so one trip to the disk: with fifty mentors at once
 * the disk is what a turn waits for. Each is still all or nothing, and none is answered before it is durable. While one
 * group is on its way to the disk, the next gathers.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #flight: Flight | null = null;

  constructor(private readonly deps: GroupCommitDeps) {}

  add(commit: Commit): Promise<CommitResult> {
    return new Promise((done, fail) => {
      this.#waiting.push({ commit, done, fail });
      this.#running ??= this.#run();
    });
  }

  /** Everything that waits is on disk, or was answered why not. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /**
   * Nothing is read that is not on disk: when what is on its way there touches it, the moment it has landed, else null.
   */
  landing(touches: Touches): Promise<void> | null {
    return this.#flight?.commits.some(touches) === true ? this.#flight.landed : null;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever comes in this same moment goes along.
      await new Promise((go) => setImmediate(go));
      await this.#write(this.#waiting.splice(0, AT_ONCE));
    }
    this.#running = null;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const results = this.#apply(batch.map(({ commit }) => commit));
    if (results.ok) await this.#answer(batch, results.all);
    // All were rolled back. One of them may be the trouble: each on its own shows which.
    else if (batch.length > 1) for (const one of batch) await this.#write([one]);
    else batch[0]?.fail(results.error);
  }

  #apply(
    commits: readonly Commit[],
  ): { readonly ok: true; readonly all: readonly CommitResult[] } | { readonly ok: false; readonly error: unknown } {
    const { db, mayWrite, apply, count } = this.deps;
    try {
      const all = db.transaction(() => {
        mayWrite();
        const each = commits.map(apply);
        count(each.filter(({ ok }) => ok).length);
        return each;
      });
      return { ok: true, all };
    } catch (error) {
      return { ok: false, error };
    }
  }

  async #answer(batch: readonly Waiting[], results: readonly CommitResult[]): Promise<void> {
    try {
      if (results.some(({ ok }) => ok)) await this.#land(batch.map(({ commit }) => commit));
    } catch (error) {
      for (const { fail } of batch) fail(error);
      return;
    }
    for (const [index, { done, fail }] of batch.entries()) {
      const result = results[index];
      if (result) done(result);
      else fail(new Error('a commit was not answered'));
    }
  }

  async #land(commits: readonly Commit[]): Promise<void> {
    const landed = this.deps.toDisk();
    this.#flight = { commits, landed };
    try {
      await landed;
      this.deps.after();
    } finally {
      this.#flight = null;
    }
  }
}

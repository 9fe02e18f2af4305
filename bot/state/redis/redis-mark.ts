import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { StoreEmptied } from '../../../handlers/errors.js';

/** Who hears that Redis has less than it had. */
export interface LossListener {
  /** Redis answers without our data: nothing is written until they are back. */
  onEmptied(): void;
  /** They are back. */
  onBack(): void;
  /** A replica took over that had not heard everything, or an older copy was put back: so many commits at least. */
  onLost(commits: number): void;
}

export const noLossListener: LossListener = {
  onEmptied: () => undefined,
  onBack: () => undefined,
  onLost: () => undefined,
};

/** Outside the rows of the installation, so that a move or restore into it leaves it standing. */
export function markKey(name: string): string {
  return `{${name}}:mark`;
}

/**
 * Redis that restarts without its file answers as if nothing was ever promised. A mark in it tells our data from none:
 * every write names it and is refused without it (see scripts.ts). Beside it stands how many commits there were, which
 * only ever goes up.
 */
export class RedisMark {
  readonly key: string;
  #id: string | null = null;
  #commits = 0;
  #gone = false;

  constructor(
    private readonly redis: Redis,
    name: string,
    private readonly loss: LossListener = noLossListener,
  ) {
    this.key = markKey(name);
    // After the line was down, somebody else may answer.
    redis.on('ready', () => {
      if (this.#id !== null) void this.check().catch(() => undefined);
    });
  }

  /** The mark every write has to name; the first one here leaves it. */
  async id(): Promise<string> {
    if (this.#gone) await this.check();
    if (this.#id !== null) return this.#id;
    await this.redis.hsetnx(this.key, 'id', randomUUID());
    this.#id ??= await this.redis.hget(this.key, 'id');
    return this.#id ?? '';
  }

  /** Throws StoreEmptied when Redis does not hold what we knew. */
  async check(): Promise<void> {
    if (this.#id === null) return;
    const [id = null, commits = null] = await this.redis.hmget(this.key, 'id', 'commits');
    if (id !== this.#id) this.refused();
    if (this.#gone) {
      this.#gone = false;
      this.loss.onBack();
    }
    this.saw(Number(commits ?? 0));
  }

  /** A script did not find our mark. */
  refused(): never {
    if (!this.#gone) this.loss.onEmptied();
    this.#gone = true;
    throw new StoreEmptied();
  }

  get isGone(): boolean {
    return this.#gone;
  }

  /** Answers come in the order of the commits: a lower number than before means that some are no longer there. */
  saw(commits: number): void {
    if (commits < this.#commits) this.loss.onLost(this.#commits - commits);
    this.#commits = commits;
  }
}

import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { StoreEmptied, StoreOutdated } from '../../../handlers/errors.js';
import { noLossListener, type LossListener } from '../store-loss.js';
import { LAYOUT, LAYOUT_FIELD, layoutOf } from './layout.js';

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
  #gone: 'emptied' | 'newer' | null = null;

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
    if (this.isGone) await this.check();
    if (this.#id !== null) return this.#id;
    await this.redis.multi().hsetnx(this.key, 'id', randomUUID()).hsetnx(this.key, LAYOUT_FIELD, LAYOUT).exec();
    this.#id ??= await this.redis.hget(this.key, 'id');
    return this.#id ?? '';
  }

  /** Throws StoreEmptied or StoreOutdated when Redis does not hold what we knew, as we know it. */
  async check(): Promise<void> {
    if (this.#id === null) return;
    const [id = null, commits = null, layout] = await this.redis.hmget(this.key, 'id', 'commits', LAYOUT_FIELD);
    if (layoutOf(layout) > LAYOUT) this.refused('newer');
    if (id !== this.#id) this.refused('emptied');
    if (this.isGone) {
      this.#gone = null;
      this.loss.onBack();
    }
    this.saw(Number(commits ?? 0));
  }

  /** A script did not find our mark, or another layout than ours. */
  refused(why: 'emptied' | 'newer'): never {
    const isNew = this.#gone !== why;
    this.#gone = why;
    if (why === 'newer') {
      if (isNew) this.loss.onNewer();
      throw new StoreOutdated();
    }
    if (isNew) this.loss.onEmptied();
    throw new StoreEmptied();
  }

  get isGone(): boolean {
    return this.#gone !== null;
  }

  /** Answers come in the order of the commits: a lower number than before means that some are no longer there. */
  saw(commits: number): void {
    if (commits < this.#commits) this.loss.onLost(this.#commits - commits);
    this.#commits = commits;
  }
}

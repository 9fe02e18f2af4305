import type { Log } from '../../handlers/ports.js';
import type { LossListener } from './redis/redis-mark.js';

/** What the store is known to have lost while we run. */
export interface StoreLoss {
  /** It answers, but without what it held: nothing is written. */
  readonly emptied: boolean;
  /** Commits that were confirmed and are no longer there; at least so many. */
  readonly lostCommits: number;
}

export const NO_LOSS: StoreLoss = { emptied: false, lostCommits: 0 };

/** Says a loss in the log once, and remembers it for the figures. */
export class LossWatch implements LossListener {
  #now: StoreLoss = NO_LOSS;

  constructor(private readonly log: Log) {}

  get now(): StoreLoss {
    return this.#now;
  }

  onEmptied(): void {
    this.#now = { ...this.#now, emptied: true };
    this.log.error('store-emptied', new Error('Redis came back without our data: nothing is written'), {
      code: 'store-emptied',
      see: 'docs/beheer.md, Redis is leeg',
    });
  }

  onBack(): void {
    this.#now = { ...this.#now, emptied: false };
    this.log.warn('store-back', {});
  }

  onLost(commits: number): void {
    this.#now = { ...this.#now, lostCommits: this.#now.lostCommits + commits };
    this.log.error('store-lost-commits', new Error('Redis came back with less than it had confirmed'), {
      commits,
      see: 'docs/beheer.md, Redis mist de laatste tellen',
    });
  }
}

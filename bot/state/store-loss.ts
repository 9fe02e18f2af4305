import type { Log } from '../../handlers/ports.js';

/** Who hears that the store has less than it had, or is no longer ours to write. */
export interface LossListener {
  /** It answers without our data: nothing is written until they are back. */
  onEmptied(): void;
  /** A newer release changed how they are kept: nothing is written. */
  onNewer(): void;
  /** They are back. */
  onBack(): void;
  /** A replica took over that had not heard everything, or an older copy was put back: so many commits at least. */
  onLost(commits: number): void;
}

export const noLossListener: LossListener = {
  onEmptied: () => undefined,
  onNewer: () => undefined,
  onBack: () => undefined,
  onLost: () => undefined,
};

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

  onNewer(): void {
    this.log.error('store-newer', new Error('a newer release changed how the data are kept: nothing is written'), {
      code: 'store-newer',
      see: 'docs/beheer.md, Een nieuwe versie',
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

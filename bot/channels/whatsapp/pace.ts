import type { Clock, Store } from '../../../handlers/ports.js';

/**
 * Meta's two limits as virtual clocks (GCRA): every message moves the clock on by its share, and who is too far
 * ahead waits. A short burst is allowed: an answer of three messages must not take twelve seconds. A virtual clock that
 * is further ahead than we ever let it come was moved by the clock of another process, or by ours before it was set
 * back: it holds up nobody. Then Meta has the last word.
 */

/** One message per 6 s to one person on average. */
const PAIR_INTERVAL_MS = 6_000;
/** So many may go at once to one person before the average counts. */
const PAIR_BURST = 8;

/** From where a virtual clock goes on: never before now. */
function believed(clock: number, now: number, furthestMs: number): number {
  return clock - now > furthestMs ? now : Math.max(clock, now);
}

/** When the next message may go to this person: null for now; and the clock after it went. */
export function pairPace(paceAt: string | null, now: Date): { readonly waitMs: number; readonly next: string } {
  const clock = believed(paceAt === null ? 0 : Date.parse(paceAt), now.getTime(), PAIR_INTERVAL_MS * PAIR_BURST);
  const ahead = clock - now.getTime();
  return {
    waitMs: Math.max(0, ahead - PAIR_INTERVAL_MS * (PAIR_BURST - 1)),
    next: new Date(clock + PAIR_INTERVAL_MS).toISOString(),
  };
}

/** 80 messages a second per number; we stay a little below. */
const NUMBER_PER_SECOND = 70;
/** A process takes so many places at a time, so that not every message costs a write. */
const SHARE = 7;
/** Ahead of now by the second that may be used, or by what Meta asked to wait; never by more than this. */
const FURTHEST_MS = 10_000;
const MAX_CONFLICTS = 20;

interface NumberClock {
  /** ISO time up to which the places are given away. */
  readonly takenUntil: string;
}

/** The pace of one WhatsApp number over all processes: the store gives out places, each process uses its own. */
export class NumberPace {
  #places = 0;
  #taking: Promise<number> | null = null;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly phoneNumberId: string,
  ) {}

  /** Milliseconds to wait before one message may go; 0 takes the place. */
  async place(): Promise<number> {
    if (this.#places === 0) {
      this.#taking ??= this.#take().finally(() => {
        this.#taking = null;
      });
      const waitMs = await this.#taking;
      if (waitMs > 0) return waitMs;
    }
    this.#places = Math.max(0, this.#places - 1);
    return 0;
  }

  /** Meta says we are too fast all the same: nobody sends for a while. */
  async slowDown(ms: number): Promise<void> {
    this.#places = 0;
    const until = new Date(this.clock.now().getTime() + Math.min(ms, FURTHEST_MS)).toISOString();
    await this.#write(() => until);
  }

  async #take(): Promise<number> {
    const shareMs = (SHARE / NUMBER_PER_SECOND) * 1_000;
    let waitMs = 0;
    await this.#write((taken) => {
      const now = this.clock.now().getTime();
      const from = believed(taken, now, FURTHEST_MS);
      waitMs = from - now > 1_000 ? from - now - 1_000 : 0;
      return waitMs > 0 ? null : new Date(from + shareMs).toISOString();
    });
    if (waitMs === 0) this.#places = SHARE;
    return waitMs;
  }

  async #write(next: (takenMs: number) => string | null): Promise<void> {
    for (let round = 0; round < MAX_CONFLICTS; round += 1) {
      const id = `wa-pace|${this.phoneNumberId}`;
      const kept = await this.store.get<NumberClock>('lock', id);
      const takenUntil = next(kept ? Date.parse(kept.body.takenUntil) : 0);
      if (takenUntil === null) return;
      const body: NumberClock = { takenUntil };
      const done = await this.store.commit({ puts: [{ kind: 'lock', id, body, expect: kept?.version ?? 'absent' }] });
      if (done.ok) return;
    }
  }
}

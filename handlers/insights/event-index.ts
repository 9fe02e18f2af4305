import { setImmediate as rest } from 'node:timers/promises';
import { eventLog, type TurnEvent } from '../events.js';
import type { Store } from '../ports.js';
import { addSurveyEvent, type SurveyTally } from '../survey/survey-tally.js';
import { addEvent, dayReader, emptyTallies, type Tallies } from './tally.js';

/** Lines read at once; between two pages others get their turn. */
const PAGE = 2_000;

export interface Counted extends Tallies {
  readonly surveys: ReadonlyMap<string, SurveyTally>;
}

/**
 * The events of the months asked for, added up per day. Lives beside one router: each process counts for itself, reads
 * every line once, and later only what was added, by whichever process.
 */
export class EventIndex {
  readonly #store: Store;
  readonly #tallies: Tallies = emptyTallies();
  readonly #surveys = new Map<string, SurveyTally>();
  /** Lines read of each month's log. */
  readonly #read = new Map<string, number>();
  readonly #dayOf = dayReader();
  #turn: Promise<void> = Promise.resolve();

  constructor({ store }: { readonly store: Store }) {
    this.#store = store;
  }

  /** Everything from the day `from` on, up to this moment: later lines change what is known of earlier tickets. */
  async since(from: string, now: Date): Promise<Counted> {
    const next = this.#turn.then(() => this.#catchUp(from, now));
    this.#turn = next.catch(() => undefined);
    await next;
    return { ...this.#tallies, surveys: this.#surveys };
  }

  async #catchUp(from: string, now: Date): Promise<void> {
    for (const month of monthsFrom(from, now)) await this.#readMonth(month);
  }

  async #readMonth(month: string): Promise<void> {
    for (;;) {
      const done = this.#read.get(month) ?? 0;
      const lines = await this.#store.readLog<TurnEvent>(eventLog(month), done, PAGE);
      for (const { body } of lines) {
        addEvent(this.#tallies, body, this.#dayOf);
        addSurveyEvent(this.#surveys, body);
      }
      this.#read.set(month, lines.at(-1)?.seq ?? done);
      if (lines.length < PAGE) return;
      await rest();
    }
  }
}

/** "2026-10", "2026-11": from a month before, since logs go by universal time, to a month after. */
export function monthsFrom(from: string, now: Date): readonly string[] {
  const months: string[] = [];
  const [year = 0, month = 1] = from.split('-').map(Number);
  const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  for (let at = Date.UTC(year, month - 2, 1); at <= end; at = nextMonth(at))
    months.push(new Date(at).toISOString().slice(0, 7));
  return months;
}

function nextMonth(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

import { setImmediate as rest } from 'node:timers/promises';
import { eventLog, type TurnEvent } from '../events.js';
import type { Store } from '../ports.js';
import { addSurveyEvent, joinSurveys, type SurveyTally } from '../survey/survey-tally.js';
import {
  addAsked,
  emptyMonth,
  fromSnapshot,
  SNAPSHOT_FORMAT,
  toSnapshot,
  type MonthTally,
  type Snapshot,
} from './month-tally.js';
import { addEvent, dayReader, joinTickets, type DayTally, type TicketFigures } from './tally.js';

/** Lines read at once; between two pages others get their turn. */
const PAGE = 500;
/** So many lines are worth a snapshot: fewer are read again in a moment. */
const WORTH_KEEPING = 1_000;

/** Everything counted since some day. A day that two logs share stands twice. */
export interface Counted {
  readonly days: readonly (readonly [day: string, tally: DayTally])[];
  readonly tickets: ReadonlyMap<number, TicketFigures>;
  readonly surveys: ReadonlyMap<string, SurveyTally>;
  /** The newest real questions of each month, masked, oldest first. */
  readonly asked: readonly string[];
}

/**
 * The events of the months asked for, added up per day. One per process: each counts for itself, reads
 * every line once, and later only what was added, by whichever process. What it counted of a month is kept in the
 * store, so that the next process starts from there; lines are never lost by it, since they stay in their log.
 */
export class EventIndex {
  readonly #store: Store;
  readonly #months = new Map<string, MonthTally>();
  readonly #dayOf = dayReader();
  #turn: Promise<void> = Promise.resolve();

  constructor({ store }: { readonly store: Store }) {
    this.#store = store;
  }

  /** Everything from the day `from` on, up to this moment: later lines change what is known of earlier tickets. */
  async since(from: string, now: Date): Promise<Counted> {
    const months = monthsFrom(from, now);
    const next = this.#turn.then(() => this.#catchUp(months));
    this.#turn = next.catch(() => undefined);
    await next;
    const read = months.flatMap((month) => this.#months.get(month) ?? []);
    return {
      days: read.flatMap(({ days }) => [...days]),
      tickets: joinTickets(read.map(({ tickets }) => tickets)),
      surveys: joinSurveys(read.map(({ surveys }) => surveys)),
      asked: read.flatMap(({ asked }) => asked),
    };
  }

  async #catchUp(months: readonly string[]): Promise<void> {
    for (const month of months) {
      const tally = this.#months.get(month) ?? (await this.#restore(month));
      this.#months.set(month, tally);
      await this.#readOn(month, tally);
      if (tally.read - tally.kept >= WORTH_KEEPING) await this.#keep(month, tally);
    }
  }

  async #readOn(month: string, tally: MonthTally): Promise<void> {
    for (;;) {
      const lines = await this.#store.readLog<TurnEvent>(eventLog(month), tally.read, PAGE);
      for (const { body } of lines) {
        addEvent(tally, body, this.#dayOf);
        addSurveyEvent(tally.surveys, body);
        addAsked(tally, body);
      }
      tally.read = lines.at(-1)?.seq ?? tally.read;
      if (lines.length < PAGE) return;
      await rest();
    }
  }

  async #restore(month: string): Promise<MonthTally> {
    const found = await this.#store.get<Snapshot>('setting', snapshotId(month));
    return found?.body.format === SNAPSHOT_FORMAT ? fromSnapshot(found.body) : emptyMonth();
  }

  /** Whichever process writes last: an older one only means that some lines are read again. */
  async #keep(month: string, tally: MonthTally): Promise<void> {
    const put = { kind: 'setting', id: snapshotId(month), body: toSnapshot(tally), expect: 'any' } as const;
    if ((await this.#store.commit({ puts: [put] })).ok) tally.kept = tally.read;
  }
}

const snapshotId = (month: string): string => `insights|${month}`;

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

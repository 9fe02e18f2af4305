import { eventLog, type TurnEvent } from '../../events.js';
import type { Clock, Store } from '../../ports.js';
import { NO_FIGURES, type EntryFigures } from './views.js';

/** How far back figures and real questions go. */
const MONTHS = 12;
const MAX_RECENT = 500;
const PAGE = 2_000;

/** What became of each entry, folded from the events; only what is new is read again. Lives beside one router. */
export class KnowledgeFigures {
  readonly #deps: { readonly store: Store; readonly clock: Clock };
  readonly #read = new Map<string, number>();
  readonly #items = new Map<string, EntryFigures>();
  #recent: string[] = [];
  #reading: Promise<void> = Promise.resolve();

  constructor(deps: { readonly store: Store; readonly clock: Clock }) {
    this.#deps = deps;
  }

  async of(item: string): Promise<EntryFigures> {
    await this.#update();
    return this.#items.get(item) ?? NO_FIGURES;
  }

  async all(): Promise<ReadonlyMap<string, EntryFigures>> {
    await this.#update();
    return this.#items;
  }

  /** The newest real questions, masked, newest first. */
  async recentQuestions(): Promise<readonly string[]> {
    await this.#update();
    return this.#recent.slice(-MAX_RECENT).reverse();
  }

  #update(): Promise<void> {
    const next = this.#reading.catch(() => undefined).then(() => this.#readNew());
    this.#reading = next;
    return next;
  }

  async #readNew(): Promise<void> {
    for (const log of monthLogs(this.#deps.clock.now())) {
      for (;;) {
        const after = this.#read.get(log) ?? 0;
        const lines = await this.#deps.store.readLog<TurnEvent>(log, after, PAGE);
        for (const { body } of lines) this.#take(body);
        this.#read.set(log, after + lines.length);
        if (lines.length < PAGE) break;
      }
    }
  }

  #take(event: TurnEvent): void {
    switch (event.type) {
      case 'question':
        if (event.urgent === null && event.masked !== '' && (event.role ?? 'question') === 'question')
          this.#remember(event.masked);
        if (event.item !== null && event.decision === 'answer') this.#add(event.item, 'shown');
        break;
      case 'shown':
        this.#add(event.item, 'shown');
        break;
      case 'feedback':
        this.#add(event.item, event.helped ? 'helped' : 'notHelped');
        break;
      case 'ticket':
        for (const item of event.shown ?? []) this.#add(item, 'toCoach');
        break;
      default:
        break;
    }
  }

  #remember(text: string): void {
    this.#recent.push(text);
    if (this.#recent.length > 2 * MAX_RECENT) this.#recent = this.#recent.slice(-MAX_RECENT);
  }

  #add(item: string, what: keyof EntryFigures): void {
    const before = this.#items.get(item) ?? NO_FIGURES;
    this.#items.set(item, { ...before, [what]: before[what] + 1 });
  }
}

/** The logs of the last twelve months, oldest first. */
function monthLogs(now: Date): readonly string[] {
  return Array.from({ length: MONTHS }, (_none, back) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (MONTHS - 1 - back), 15));
    return eventLog(month.toISOString());
  });
}

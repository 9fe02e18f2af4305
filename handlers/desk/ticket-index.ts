import { setImmediate as rest } from 'node:timers/promises';
import { stem } from '../../knowledge/text/stem.js';
import { toWords } from '../../knowledge/text/analyse.js';
import type { LiveUpdates, Store } from '../ports.js';
import { getTicket, readTalk } from '../records.js';
import { isOpen } from '../ticket.js';
import type { DeskTicket } from './desk-ticket.js';

/** What searching reads of a ticket. */
export interface IndexedTicket {
  readonly id: string;
  readonly number: number;
  readonly status: DeskTicket['status'];
  readonly question: string;
  readonly askerName: string | null;
  /** What a coach wrote in it at most length: the last words are often thanks. Empty when none wrote yet. */
  readonly answer: string;
  /** Everything searchable, folded. */
  readonly text: string;
  /** Stems of the masked question. */
  readonly stems: ReadonlySet<string>;
  readonly createdAt: string;
}

/** Older questions than these are found by their number only. */
const MAX_TICKETS = 20_000;
/** Tickets read at once; between two pages others get their turn. */
const PAGE = 50;

/**
 * Tickets and transcripts, read once and kept fresh by live updates; one per process. While it is read, and whenever
 * hints may have been missed, it reads in small steps, so that no mentor waits for a coach's search.
 */
export class TicketIndex {
  readonly #deps: { readonly store: Store; readonly live: LiveUpdates };
  #tickets = new Map<string, IndexedTicket>();
  readonly #stale = new Set<string>();
  /** Changed while everything is being read: it may have been read before. */
  readonly #heard = new Set<string>();
  #loaded: Promise<void> | null = null;
  #refreshed: Promise<void> = Promise.resolve();

  constructor(deps: { readonly store: Store; readonly live: LiveUpdates }) {
    this.#deps = deps;
    deps.live.subscribe('tickets', (id) => {
      if (typeof id !== 'string' || id === '') return;
      this.#stale.add(id);
      this.#heard.add(id);
    });
    deps.live.subscribe('again', () => {
      if (this.#loaded) this.#readAgain();
    });
  }

  /** Every indexed ticket as it is now. */
  async all(): Promise<ReadonlyMap<string, IndexedTicket>> {
    await this.warm();
    this.#refreshed = this.#refreshed.catch(() => undefined).then(() => this.#refresh());
    await this.#refreshed;
    return this.#tickets;
  }

  /** Reads everything that is to be searched, before anybody searches. */
  warm(): Promise<void> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = null;
      throw error;
    });
    return this.#loaded;
  }

  /** The line to the other processes was down: what they changed is unknown, so everything is read anew behind the old. */
  #readAgain(): void {
    this.#load().catch(() => {
      this.#loaded = null;
    });
  }

  async #load(): Promise<void> {
    this.#heard.clear();
    const read = new Map<string, IndexedTicket>();
    let before: string | undefined;
    while (read.size < MAX_TICKETS) {
      const page = await this.#deps.store.query<DeskTicket>({
        kind: 'ticket',
        index: 'number',
        order: 'desc',
        limit: PAGE,
        ...(before === undefined ? {} : { to: before }),
      });
      for (const ticket of await Promise.all(page.map(({ body }) => this.#read(body)))) read.set(ticket.id, ticket);
      before = page.at(-1)?.indexes.number;
      if (page.length < PAGE || before === undefined) break;
      await rest();
    }
    this.#tickets = read;
    for (const id of this.#heard) this.#stale.add(id);
  }

  async #refresh(): Promise<void> {
    for (const id of [...this.#stale]) {
      this.#stale.delete(id);
      try {
        const found = await getTicket(this.#deps.store, id);
        if (found) this.#tickets.set(id, await this.#read(found.ticket));
        else this.#tickets.delete(id);
      } catch (error) {
        this.#stale.add(id);
        throw error;
      }
    }
  }

  async #read(ticket: DeskTicket): Promise<IndexedTicket> {
    const talk = ticket.coachSpoke || isOpen(ticket) ? await readTalk(this.#deps.store, ticket.conversation) : [];
    const mine = talk.filter(({ at }) => at >= ticket.createdAt && (ticket.status !== 'closed' || at <= ticket.since));
    const said = mine.filter(({ from, text }) => from !== 'bot' && text !== ticket.question).map(({ text }) => text);
    const notes = ticket.notes.map(({ text }) => text);
    return {
      id: ticket.id,
      number: ticket.number,
      status: ticket.status,
      question: ticket.question,
      askerName: ticket.askerName,
      answer: longest(mine.filter(({ from }) => from === 'coach').map(({ text }) => text)),
      text: folded([String(ticket.number), ticket.askerName ?? '', ticket.question, ...said, ...notes].join('\n')),
      stems: stemsOf(ticket.masked),
      createdAt: ticket.createdAt,
    };
  }
}

/** As people search: capitals and accents make no difference. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The last of the longest. */
const longest = (texts: readonly string[]): string =>
  texts.reduce((best, text) => (text.length >= best.length ? text : best), '');

const STOP = new Set([
  'de',
  'het',
  'een',
  'en',
  'van',
  'ik',
  'mijn',
  'is',
  'in',
  'op',
  'te',
  'dat',
  'die',
  'hij',
  'ze',
  'voor',
  'met',
  'als',
  'moet',
  'mag',
  'kan',
  'wat',
  'hoe',
  'niet',
  'er',
  'aan',
  'of',
  'om',
  'bij',
  'zijn',
  'dan',
  'wie',
  'nu',
  'maar',
  'ook',
  'leerling',
]);

export function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    toWords(text)
      .filter((word) => word.length > 1 && !STOP.has(word))
      .map(stem),
  );
}

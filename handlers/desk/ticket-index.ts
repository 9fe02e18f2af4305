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
  /** The last words of a coach in it; empty when none wrote yet. */
  readonly answer: string;
  /** Everything searchable, lower case. */
  readonly text: string;
  /** Stems of the masked question. */
  readonly stems: ReadonlySet<string>;
  readonly createdAt: string;
}

/** Older questions than these are found by their number only. */
const MAX_TICKETS = 20_000;
const PAGE = 500;

/** Tickets and transcripts, read once and kept fresh by live updates; lives beside one router. */
export class TicketIndex {
  readonly #deps: { readonly store: Store; readonly live: LiveUpdates };
  readonly #tickets = new Map<string, IndexedTicket>();
  readonly #stale = new Set<string>();
  #loaded: Promise<void> | null = null;

  constructor(deps: { readonly store: Store; readonly live: LiveUpdates }) {
    this.#deps = deps;
    deps.live.subscribe('tickets', (id) => {
      if (typeof id === 'string') this.#stale.add(id);
    });
  }

  /** Every indexed ticket as it is now. */
  async all(): Promise<ReadonlyMap<string, IndexedTicket>> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = null;
      throw error;
    });
    await this.#loaded;
    await this.#refresh();
    return this.#tickets;
  }

  async #load(): Promise<void> {
    const found = await this.#deps.store.query<DeskTicket>({
      kind: 'ticket',
      index: 'created',
      order: 'desc',
      limit: MAX_TICKETS,
    });
    for (let at = 0; at < found.length; at += PAGE) {
      await Promise.all(found.slice(at, at + PAGE).map(({ body }) => this.#add(body)));
    }
  }

  async #refresh(): Promise<void> {
    const stale = [...this.#stale];
    this.#stale.clear();
    await Promise.all(
      stale.map(async (id) => {
        const found = await getTicket(this.#deps.store, id);
        if (found) await this.#add(found.ticket);
        else this.#tickets.delete(id);
      }),
    );
  }

  async #add(ticket: DeskTicket): Promise<void> {
    const talk = ticket.coachSpoke || isOpen(ticket) ? await readTalk(this.#deps.store, ticket.conversation) : [];
    const mine = talk.filter(({ at }) => at >= ticket.createdAt && (ticket.status !== 'closed' || at <= ticket.since));
    const answer = mine.filter(({ from }) => from === 'coach').at(-1)?.text ?? '';
    const said = mine.filter(({ from }) => from !== 'bot').map(({ text }) => text);
    this.#tickets.set(ticket.id, {
      id: ticket.id,
      number: ticket.number,
      status: ticket.status,
      question: ticket.question,
      askerName: ticket.askerName,
      answer,
      text: [
        String(ticket.number),
        ticket.askerName ?? '',
        ticket.question,
        ...said,
        ...ticket.notes.map(({ text }) => text),
      ]
        .join('\n')
        .toLowerCase(),
      stems: stemsOf(ticket.masked),
      createdAt: ticket.createdAt,
    });
  }
}

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

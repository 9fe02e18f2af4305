import { logPlace, recordPlace, type Codec } from '../codec.js';
import type { Row } from './rows.js';

/** What the rows themselves tell: bodies that cannot be read, gaps, references to nothing. At most `limit` lines. */
export async function checkRows(rows: AsyncIterable<Row>, codec: Codec, limit = 50): Promise<readonly string[]> {
  const found: string[] = [];
  const seen = new Seen();
  const last = new Map<string, number>();
  for await (const row of rows) {
    if (row.row === 'counter') seen.counters.set(row.name, row.value);
    else if (row.row === 'line') {
      if (row.seq !== (last.get(row.log) ?? 0) + 1)
        found.push(`log ${row.log}: line ${String(row.seq)} does not follow`);
      last.set(row.log, row.seq);
      if (!opened(codec, row.body, logPlace(row.log)))
        found.push(`log ${row.log}: line ${String(row.seq)} cannot be read`);
    } else {
      const body = opened(codec, row.body, recordPlace(row.kind, row.id));
      if (body) seen.take(row.kind, row.id, body);
      else found.push(`${row.kind} ${row.id} cannot be read`);
      if (!(row.version >= 1)) found.push(`${row.kind} ${row.id} has no version`);
    }
  }
  return [...found, ...seen.problems()].slice(0, limit);
}

/** What has to fit together over the rows. */
class Seen {
  readonly counters = new Map<string, number>();
  readonly #tickets = new Set<string>();
  readonly #numbers = new Map<number, string>();
  readonly #wanted: (readonly [string, string])[] = [];
  readonly #problems: string[] = [];

  take(kind: string, id: string, body: Readonly<Record<string, unknown>>): void {
    if (kind === 'ticket') this.#ticket(id, body.number);
    if (kind === 'conversation' && typeof body.openTicket === 'string') this.#wanted.push([id, body.openTicket]);
  }

  problems(): readonly string[] {
    const highest = Math.max(0, ...this.#numbers.keys());
    // Numbers are given from a counter; one that lags behind would give a number twice.
    const counter = Math.max(0, ...[...this.counters].filter(([name]) => name.startsWith('ticket')).map(([, n]) => n));
    return [
      ...this.#problems,
      ...this.#wanted
        .filter(([, ticket]) => !this.#tickets.has(ticket))
        .map(([conversation, ticket]) => `conversation ${conversation} waits for ticket ${ticket}, which is not there`),
      ...(this.#numbers.size > 0 && counter > 0 && counter + TICKET_BASE < highest
        ? [`the ticket counter stands at ${String(counter)}, below ticket ${String(highest)}`]
        : []),
    ];
  }

  #ticket(id: string, number: unknown): void {
    this.#tickets.add(id);
    if (typeof number !== 'number') return;
    const other = this.#numbers.get(number);
    if (other !== undefined) this.#problems.push(`tickets ${other} and ${id} both have number ${String(number)}`);
    this.#numbers.set(number, id);
  }
}

/** Ticket numbers begin above this. */
const TICKET_BASE = 1_000;

function opened(codec: Codec, text: string, place: string): Readonly<Record<string, unknown>> | null {
  try {
    return codec.decode(text, place) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

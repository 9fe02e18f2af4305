import { createHash } from 'node:crypto';

/**
 * What a store holds, row by row, with the bodies as they lie (sealed or plain): what a backup is made of and a move
 * carries over. No key is needed, and nothing is opened on the way.
 */
export type Row = RecordRow | LineRow | CounterRow;

export interface RecordRow {
  readonly row: 'record';
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly body: string;
  readonly indexes: Readonly<Record<string, string>>;
  readonly expiresAt: string | null;
}

export interface LineRow {
  readonly row: 'line';
  readonly log: string;
  readonly seq: number;
  readonly body: string;
}

export interface CounterRow {
  readonly row: 'counter';
  readonly name: string;
  readonly value: number;
}

/** A store that can be read as rows. */
export interface RowSource {
  readonly name: string;
  /** Every row as it was at one moment; lines of a log in order. Writers of the store go on, or wait a moment. */
  read(): AsyncIterable<Row>;
  /** Damage that the rows themselves do not show: a broken file, an index that points to nothing. */
  damage(): Promise<readonly string[]>;
  /** True while a server works on this store. */
  inUse(): Promise<boolean>;
  /** Leaves word that everything moved elsewhere: no server starts on the old copy. */
  markMoved(to: string, at: string): Promise<void>;
  close(): Promise<void>;
}

/** A store that can be filled with rows. Until `finish`, no server starts on it. */
export interface RowTarget {
  readonly name: string;
  isEmpty(): Promise<boolean>;
  /** Sets aside what is there, or clears it. */
  clear(): Promise<void>;
  /** Throws away what an earlier, unfinished filling left. */
  begin(): Promise<void>;
  write(rows: readonly Row[]): Promise<void>;
  /** What was written, read back. */
  written(): AsyncIterable<Row>;
  finish(): Promise<void>;
  /** After a failure: as if nothing had been written. */
  abandon(): Promise<void>;
  close(): Promise<void>;
}

/** How much of what; two stores hold the same when these are equal. */
export interface RowCounts {
  readonly records: Readonly<Record<string, number>>;
  readonly lines: Readonly<Record<string, number>>;
  readonly counters: Readonly<Record<string, number>>;
  /** Of every row, in any order. */
  readonly digest: string;
}

/** Counts rows as they pass. */
export class RowCounter {
  readonly #records = new Map<string, number>();
  readonly #lines = new Map<string, number>();
  readonly #counters = new Map<string, number>();
  #sum = 0n;

  add(row: Row): void {
    if (row.row === 'record') this.#records.set(row.kind, (this.#records.get(row.kind) ?? 0) + 1);
    else if (row.row === 'line') this.#lines.set(row.log, (this.#lines.get(row.log) ?? 0) + 1);
    else this.#counters.set(row.name, row.value);
    // A sum, because stores give their rows in different orders.
    const hash = createHash('sha256').update(canonical(row)).digest('hex');
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${hash}`));
  }

  counts(): RowCounts {
    return {
      records: sorted(this.#records),
      lines: sorted(this.#lines),
      counters: sorted(this.#counters),
      digest: this.#sum.toString(16).padStart(64, '0'),
    };
  }
}

export async function countRows(rows: AsyncIterable<Row>): Promise<RowCounts> {
  const counter = new RowCounter();
  for await (const row of rows) counter.add(row);
  return counter.counts();
}

/** Where two counts differ, in words; empty when they hold the same. */
export function differences(wanted: RowCounts, found: RowCounts): readonly string[] {
  const lines = (['records', 'lines', 'counters'] as const).flatMap((what) =>
    [...new Set([...Object.keys(wanted[what]), ...Object.keys(found[what])])]
      .filter((name) => wanted[what][name] !== found[what][name])
      .map((name) => `${what} ${name}: ${String(wanted[what][name] ?? 0)} -> ${String(found[what][name] ?? 0)}`),
  );
  return lines.length === 0 && wanted.digest !== found.digest ? ['contents differ'] : lines;
}

function canonical(row: Row): string {
  if (row.row === 'line') return JSON.stringify(['line', row.log, row.seq, row.body]);
  if (row.row === 'counter') return JSON.stringify(['counter', row.name, row.value]);
  const indexes = Object.entries(row.indexes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(['record', row.kind, row.id, row.version, row.body, indexes, row.expiresAt]);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

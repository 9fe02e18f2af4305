import { percentile } from '../tests/ranking/measures.js';

export interface DeskRow {
  readonly what: string;
  readonly firstMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly bar: string;
}

/** The first time apart: that is what a coach waits for in the morning. */
export function toRow(what: string, bar: string, times: readonly number[]): DeskRow {
  const [firstMs = 0, ...later] = times.map((ms) => Math.round(ms));
  return { what, firstMs, medianMs: percentile(later, 0.5), p99Ms: percentile(later, 0.99), bar };
}

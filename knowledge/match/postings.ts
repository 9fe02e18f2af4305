/** Feature id -> the rows that carry it, with a count each: three bytes, where a weight would make it six. */
export interface Postings {
  readonly start: Uint32Array;
  readonly rows: Uint16Array | Uint32Array;
  readonly counts: Uint8Array;
}

export interface PackedRows {
  readonly start: Uint32Array;
  readonly ids: Uint32Array;
  readonly counts: Uint8Array;
}

/** Rows of feature ids -> postings. */
export function invert({ start, ids, counts }: PackedRows, features: number): Postings {
  const begin = new Uint32Array(features + 1);
  for (const id of ids) begin[id + 1] = (begin[id + 1] ?? 0) + 1;
  for (let f = 0; f < features; f++) begin[f + 1] = (begin[f + 1] ?? 0) + (begin[f] ?? 0);
  const next = begin.slice();
  // Two bytes do for any library there is.
  const rows = start.length <= 2 ** 16 ? new Uint16Array(ids.length) : new Uint32Array(ids.length);
  const inverted = new Uint8Array(ids.length);
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const id = ids[at] ?? 0;
      const slot = next[id] ?? 0;
      next[id] = slot + 1;
      rows[slot] = row;
      inverted[slot] = counts[at] ?? 0;
    }
  }
  return { start: begin, rows, counts: inverted };
}

/** Scores kept between questions: only what a question touched is cleared, and nothing is made anew. */
export interface Accumulator {
  readonly scores: Float32Array;
  /** The rows a question touched so far stand in front. */
  readonly touched: Uint32Array;
  size: number;
}

export function createAccumulator(rows: number): Accumulator {
  return { scores: new Float32Array(rows), touched: new Uint32Array(rows), size: 0 };
}

/** Adds one feature's postings, by what each count weighs in each row; gives the number of rows visited. */
export function accumulate(
  { start, rows, counts }: Postings,
  id: number,
  factor: number,
  weights: Float32Array,
  accumulator: Accumulator,
): number {
  const { scores, touched } = accumulator;
  const all = scores.length;
  let size = accumulator.size;
  const from = start[id] ?? 0;
  const to = start[id + 1] ?? from;
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? 0;
    const before = scores[row] ?? 0;
    // What added nothing may be touched twice, but there is never room for more than all rows.
    if (before === 0 && size < touched.length) touched[size++] = row;
    scores[row] = before + factor * (weights[(counts[at] ?? 0) * all + row] ?? 0);
  }
  accumulator.size = size;
  return to - from;
}

/** The rows with the highest scores, best first; clears the accumulator for the next question. */
export function takeBest(accumulator: Accumulator, most: number): { readonly row: number; readonly score: number }[] {
  const { scores, touched } = accumulator;
  const rows = new Uint32Array(most + 1);
  const best = new Float32Array(most + 1);
  let size = 0;
  for (let n = 0; n < accumulator.size; n++) {
    const row = touched[n] ?? 0;
    const score = scores[row] ?? 0;
    scores[row] = 0;
    if (size === most && score <= (best[most - 1] ?? 0)) continue;
    let at = size;
    for (; at > 0 && (best[at - 1] ?? 0) < score; at--) {
      best[at] = best[at - 1] ?? 0;
      rows[at] = rows[at - 1] ?? 0;
    }
    best[at] = score;
    rows[at] = row;
    if (size < most) size++;
  }
  accumulator.size = 0;
  return Array.from(rows.subarray(0, size), (row, at) => ({ row, score: best[at] ?? 0 }));
}

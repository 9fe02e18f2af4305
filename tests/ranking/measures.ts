/** What one question gave, next to what was wanted. */
export interface Measured {
  readonly id: string;
  readonly text: string;
  readonly set: string;
  readonly style: string;
  readonly theme: string;
  /** What a good outcome is: answer, choose, escalate, urgent, decline, smalltalk; undefined when any is fine. */
  readonly wanted: string | undefined;
  readonly wantedUrgent: string | null;
  readonly answerable: boolean;
  /** Per candidate, best first: does it carry a gold topic, is it a gold entry (null when none is given)? */
  readonly right: readonly boolean[];
  readonly rightEntry: readonly boolean[] | null;
  readonly score: number;
  readonly decision: string;
  readonly urgent: string | null;
  readonly ms: number;
  readonly why: string;
}

export function share(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}

/** recall@1/3/5 and mean reciprocal rank over lists of right-or-not. */
export function recall(lists: readonly (readonly boolean[])[]): {
  readonly at1: number;
  readonly at3: number;
  readonly at5: number;
  readonly mrr: number;
} {
  const within = (most: number): number =>
    share(lists.filter((list) => list.slice(0, most).includes(true)).length, lists.length);
  const mrr = share(
    lists.reduce((sum, list) => sum + (list.includes(true) ? 1 / (list.indexOf(true) + 1) : 0), 0),
    lists.length,
  );
  return { at1: within(1), at3: within(3), at5: within(5), mrr };
}

/** Direct answers: how many answerable questions got one, and how many of all direct answers were right. */
export function directAnswers(lines: readonly Measured[]): {
  readonly coverage: number;
  readonly precision: number;
  readonly count: number;
} {
  const answerable = lines.filter(({ answerable }) => answerable);
  const direct = answerable.filter(({ decision }) => decision === 'answer');
  return {
    coverage: share(direct.length, answerable.length),
    precision: share(direct.filter(({ right }) => right[0]).length, direct.length),
    count: direct.length,
  };
}

export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly said: number;
  readonly was: number;
}

/** Reliability: questions by the probability we gave, against how often we were right; and the expected calibration error. */
export function reliability(
  lines: readonly Measured[],
  bins = 10,
): { readonly bins: readonly Bin[]; readonly ece: number } {
  const table = Array.from({ length: bins }, (_unused, at): Bin => {
    const inside = lines.filter(({ score }) => Math.min(bins - 1, Math.floor(score * bins)) === at);
    return {
      from: at / bins,
      count: inside.length,
      said: share(
        inside.reduce((sum, { score }) => sum + score, 0),
        inside.length,
      ),
      was: share(inside.filter(({ right }) => right[0]).length, inside.length),
    };
  }).filter(({ count }) => count > 0);
  const ece = table.reduce((sum, { count, said, was }) => sum + share(count, lines.length) * Math.abs(said - was), 0);
  return { bins: table, ece };
}

/** Value at a share (0–1) of the sorted list. */
export function percentile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}

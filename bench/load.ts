/** What a run of turns through HTTP came to. Times in milliseconds. */
export interface LoadResult {
  readonly turns: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** `mentors` people in parallel, each `turnsEach` turns one after the other; `turn` resolves when the answer is there. */
export async function load(
  mentors: number,
  turnsEach: number,
  turn: (mentor: number, index: number) => Promise<void>,
): Promise<LoadResult> {
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: mentors }, async (_, mentor) => {
      for (let index = 0; index < turnsEach; index += 1) {
        const from = performance.now();
        await turn(mentor, index);
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
  return { turns: times.length, perSecond: Math.round(times.length / seconds), p50: at(0.5), p99: at(0.99) };
}

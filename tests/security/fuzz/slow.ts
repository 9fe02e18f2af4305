import fc from 'fast-check';
import type { Target } from './parsers.js';

/** Longer than this for one input blocks everybody else. */
export const SLOW_MS = 50;
/** So many other inputs in between, that nobody remembers the answer of before. */
const OTHERS = 250;
const LOOKS = 2;

/** Time of the processor, not of the clock: a busy machine is no fault of the input. */
export async function timed({ read }: Target, input: unknown): Promise<number> {
  const started = process.cpuUsage();
  await read(input);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

export interface Slow {
  readonly ms: number;
  readonly cause: string;
  readonly input: string;
}

/**
 * What was slow once, looked at again: the first look may have paid for compiling or for cleaning up. Between two looks
 * come other inputs, so that no answer that was kept makes the next look quick. What stays slow, the slowest first.
 */
export async function lookAgain(target: Target, suspects: readonly unknown[], seed: number): Promise<readonly Slow[]> {
  const best = new Map<unknown, number>();
  for (let look = 1; look <= LOOKS && suspects.length > 0; look += 1) {
    for (const other of fc.sample(target.inputs, { numRuns: OTHERS, seed: seed + look }))
      await Promise.resolve(target.read(other)).catch(() => undefined);
    for (const input of suspects) best.set(input, Math.min(best.get(input) ?? Infinity, await timed(target, input)));
  }
  return [...best]
    .filter(([, ms]) => ms > SLOW_MS)
    .sort(([, one], [, other]) => other - one)
    .map(([input, ms]) => ({ ms, cause: causeOf(input), input: JSON.stringify(input).slice(0, 100) }));
}

/** The longest piece that may count as "the same again and again". */
const LONGEST_PIECE = 60;
const LONG_WORD = 200;

/** What about an input costs the time, as far as its shape tells. */
function causeOf(input: unknown): string {
  const longest = stringsIn(input).sort((one, other) => other.length - one.length)[0] ?? '';
  const piece = repeated(longest);
  if (piece !== null) return `${JSON.stringify(piece)} again and again`;
  const word = Math.max(0, ...longest.split(/\s+/).map(({ length }) => length));
  if (word >= LONG_WORD) return `one word of ${String(word)} signs`;
  const strange = longest.match(/[^\p{Script=Latin}\p{N}\p{P}\s]/gu)?.length ?? 0;
  if (strange > longest.length / 3) return `${String(longest.length)} signs of other scripts`;
  if (longest.length >= LONG_WORD) return `a text of ${String(longest.length)} signs`;
  return `something of ${String(JSON.stringify(input).length)} signs in all`;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}

/** The piece a text is made of, when nearly all of it is that piece. */
function repeated(text: string): string | null {
  for (let size = 1; size <= LONGEST_PIECE && size * 4 <= text.length; size += 1) {
    const piece = text.slice(0, size);
    if (text.split(piece).length - 1 >= (text.length / size) * 0.9) return piece;
  }
  return null;
}

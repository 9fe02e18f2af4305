import type { Entry } from './entry.js';
import type { Problem } from './problem.js';
import { toPlainText } from './render.js';

/**
 * From this likeness (cosine over weighted words, 0–1) on, an editor should look whether two entries are one. The closest
 * pair that the editors kept apart on purpose (the hours of a week and of a day) has 0.59.
 */
const ALIKE = 0.6;

/** Pairs of entries whose question and short answer say nearly the same. */
export function nearDuplicates(entries: readonly Entry[]): readonly Problem[] {
  const vectors = weigh(entries.map(({ title, short }) => wordsOf(`${title} ${title} ${toPlainText(short)}`)));
  return entries.flatMap((entry, index) =>
    entries.slice(index + 1).flatMap((other, offset): Problem[] => {
      const likeness = cosine(vectors[index], vectors[index + 1 + offset]);
      const message = `lijkt erg op ${other.id} (${likeness.toFixed(2)}): samenvoegen of het verschil scherper maken`;
      return likeness < ALIKE ? [] : [{ file: entry.file, line: 1, message, severity: 'warning' }];
    }),
  );
}

/** The entries that say nearly the same as this one, closest first: one against all, quick enough while somebody types. */
export function duplicatesOf(
  entry: Pick<Entry, 'id' | 'title' | 'short'>,
  entries: readonly Entry[],
): readonly { readonly id: string; readonly title: string; readonly likeness: number }[] {
  const others = entries.filter(({ id }) => id !== entry.id);
  const [own, ...vectors] = weigh(
    [entry, ...others].map(({ title, short }) => wordsOf(`${title} ${title} ${toPlainText(short)}`)),
  );
  return others
    .map(({ id, title }, index) => ({ id, title, likeness: cosine(own, vectors[index]) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
}

type Vector = ReadonlyMap<string, number>;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** Words weighed by rarity, each vector of length one. */
function weigh(texts: readonly (readonly string[])[]): readonly Vector[] {
  const found = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) found.set(word, (found.get(word) ?? 0) + 1);
  return texts.map((words) => {
    const vector = new Map<string, number>();
    for (const word of words)
      vector.set(word, (vector.get(word) ?? 0) + Math.log(1 + texts.length / (found.get(word) ?? 1)));
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
    return new Map([...vector].map(([word, value]) => [word, value / length]));
  });
}

function cosine(a: Vector | undefined, b: Vector | undefined): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (const [word, value] of a) sum += value * (b.get(word) ?? 0);
  return sum;
}

import type { Item } from '../../../knowledge/entry.js';
import type { LearnDeps } from './learn-deps.js';
import type { Moved, QuestionKind, Replay, Verdict } from './views.js';

/** A question of which we know where it goes, to see whether a change would move it. */
export interface Known {
  readonly kind: QuestionKind;
  readonly text: string;
  /** The item it was written for. */
  readonly expected: string | null;
}

const MAX_SHOWN = 60;

/** The new words themselves, the development sets, real questions, and every phrasing; each once. */
export async function knownQuestions(
  deps: LearnDeps,
  {
    items,
    own,
    item,
    real,
  }: {
    readonly items: readonly Item[];
    readonly own: readonly string[];
    readonly item: string;
    readonly real: readonly string[];
  },
): Promise<readonly Known[]> {
  const all: Known[] = [
    ...own.map((text): Known => ({ kind: 'own', text, expected: item })),
    ...(await deps.learning.keptQuestions()).map(({ text }): Known => ({ kind: 'kept', text, expected: null })),
    ...real.map((text): Known => ({ kind: 'real', text, expected: null })),
    ...items.flatMap(({ id, phrasings }) => phrasings.map((text): Known => ({ kind: 'phrasing', text, expected: id }))),
  ];
  const seen = new Set<string>();
  return all.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** A question that goes elsewhere; null when it stays where it went. */
export function movedBy(question: Known, before: Verdict, after: Verdict): Moved | null {
  if (before.decision === after.decision && before.item === after.item) return null;
  return { kind: question.kind, text: question.text, before, after, worse: isWorse(question, before, after) };
}

function isWorse({ expected, kind }: Known, from: Verdict, to: Verdict): boolean | null {
  if (expected === null) return null;
  if (kind === 'own') return to.item !== expected;
  return from.item === expected && (to.item !== expected || (from.decision === 'answer' && to.decision !== 'answer'));
}

/** It reaches its own entry now, or reaches it at once where it was a choice. */
function isBetter({ kind, before, after }: Moved, expected: string | null): boolean {
  if (expected === null || kind === 'own' || after.item !== expected) return false;
  return before.item !== expected || (before.decision !== 'answer' && after.decision === 'answer');
}

/** `item` is what the change is about. */
export function summary(questions: readonly Known[], moved: readonly Moved[], item: string): Omit<Replay, 'unseen'> {
  const expected = new Map(questions.map(({ text, expected: right }) => [text, right]));
  const isHere = ({ before, after }: Moved): boolean => before.item === item || after.item === item;
  const count = (kind: QuestionKind): number => questions.filter((question) => question.kind === kind).length;
  return {
    looked: { own: count('own'), phrasing: count('phrasing'), kept: count('kept'), real: count('real') },
    moved: [...moved].sort((a, b) => weight(a, isHere(a)) - weight(b, isHere(b))).slice(0, MAX_SHOWN),
    movedCount: moved.length,
    direct: moved.filter((one) => one.kind !== 'own' && isDirect(one)).length,
    worse: moved.filter(({ worse }) => worse === true).length,
    worseHere: moved.filter((one) => one.worse === true && isHere(one)).length,
    better: moved.filter((one) => isBetter(one, expected.get(one.text) ?? null)).length,
  };
}

/** The most telling first. */
function weight(one: Moved, here: boolean): number {
  if (one.worse === true && here) return 0;
  if (one.kind === 'own') return 1;
  if (one.worse === true) return 2;
  return (one.kind === 'phrasing' ? 4 : 3) + (isDirect(one) ? 0 : 2);
}

/** Somebody would read another answer at once; a choice that shifts still leaves it to him. */
function isDirect({ before, after }: Moved): boolean {
  return [before, after].some(({ decision }) => decision === 'answer' || decision === 'urgent');
}

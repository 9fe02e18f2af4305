import type { Item } from '../../../knowledge/entry.js';
import { withFreshPhrasings } from '../../../knowledge/match/fresh-phrasings.js';
import type { Matcher } from '../../../knowledge/match/match.js';
import type { KnowledgeNow } from '../../ports.js';
import { decide } from '../../turn/decide.js';
import { newWords } from './assess.js';
import type { Change } from './change.js';
import { readInForce, withChange } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import type { Moved, QuestionKind, Replay, Unseen, Verdict } from './views.js';

interface Known {
  readonly kind: QuestionKind;
  readonly text: string;
  /** The item it was written for. */
  readonly expected: string | null;
}

const MAX_SHOWN = 60;
/** So many cheap looks, and so many whole matches, between two turns of other people. */
const LOOKS_AT_ONCE = 100;
const MATCHES_AT_ONCE = 3;

export interface ReplayOrder {
  /** Questions of mentors, masked. */
  readonly real: readonly string[];
  /** Hears how far it is, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Before anything is published: which known questions would get another answer at once. Leaves room for turns all the
 * while. What only the training after publishing will show is named in `unseen`.
 */
export async function replay(deps: LearnDeps, change: Change, { real, onProgress }: ReplayOrder): Promise<Replay> {
  const changed = await withChange(deps, await readInForce(deps), change);
  const library = changed.result.library;
  const now = deps.knowledge.current();
  if (!library) return { ...NOTHING_LOOKED_AT, unseen: unseenBy(change) };
  const before = [...now.library.items.values()];
  const after = [...library.items.values()];
  const own = newWords(change, library.items.get(changed.item) ?? null);
  const questions = await knownQuestions(deps, before, own, changed.item, real);
  const touched = await touchedBy(questions, before, after, (share) => onProgress?.(share * LOOKING));
  const matcher = withFreshPhrasings(now.matcher, after, before);
  const titles = new Map([...before, ...after].map(({ id, title }) => [id as string, title]));
  const moved: Moved[] = [];
  for (const [index, question] of touched.entries()) {
    if (index % MATCHES_AT_ONCE === 0) {
      onProgress?.(LOOKING + ((1 - LOOKING) * index) / touched.length);
      await breathe();
    }
    const from = verdict(now, now.matcher, question.text, titles);
    const to = verdict(now, matcher, question.text, titles);
    if (from.decision === to.decision && from.item === to.item) continue;
    moved.push({
      kind: question.kind,
      text: question.text,
      before: from,
      after: to,
      worse: isWorse(question, from, to),
    });
  }
  return { ...summary(questions, moved), unseen: unseenBy(change) };
}

const NOTHING_LOOKED_AT = { looked: { own: 0, phrasing: 0, kept: 0, real: 0 }, moved: [], movedCount: 0, worse: 0 };

/** Finding out which questions a change can move takes about this share of the work. */
const LOOKING = 0.6;

/** Fresh words are laid over the trained matcher; what it learned of older ones stays until it learns again. */
export function unseenBy(change: Change): readonly Unseen[] {
  switch (change.do) {
    case 'write':
      return ['training', 'new-text'];
    case 'phrasings':
      return change.removed.length > 0 ? ['training', 'removed-words'] : ['training'];
    case 'restore':
      return ['training', 'removed-words', 'new-text'];
    case 'add-phrasing':
    case 'retire':
    case 'reviewed':
      return ['training'];
  }
}

async function knownQuestions(
  deps: LearnDeps,
  items: readonly Item[],
  own: readonly string[],
  item: string,
  real: readonly string[],
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

/**
 * The questions a change can move at all: a fresh phrasing reaches only what is like it, and a retired item only what
 * found it before. Looking this up costs a fraction of matching everything twice.
 */
async function touchedBy(
  questions: readonly Known[],
  before: readonly Item[],
  after: readonly Item[],
  onProgress: (share: number) => void,
): Promise<readonly Known[]> {
  const left = new Set(after.map(({ id }) => id as string));
  const gone = new Set(before.filter(({ id }) => !left.has(id)).map(({ id }) => id as string));
  const reach = withFreshPhrasings(NOTHING_KNOWN, after, before);
  const touched: Known[] = [];
  for (const [index, question] of questions.entries()) {
    if (index % LOOKS_AT_ONCE === 0) {
      onProgress(index / questions.length);
      await breathe();
    }
    const fits = reach.match(question.text).candidates.length > 0;
    const loses = gone.size > 0 && (question.kind !== 'phrasing' || gone.has(question.expected ?? ''));
    if (fits || loses || question.kind === 'own') touched.push(question);
  }
  return touched;
}

const NOTHING_KNOWN: Matcher = {
  match: () => ({ candidates: [], margin: 0, terms: [], concepts: [], knownShare: 1 }),
};

const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));

function verdict(now: KnowledgeNow, matcher: Matcher, text: string, titles: ReadonlyMap<string, string>): Verdict {
  const decision = decide(matcher.match(text), { language: now.detectLanguage(text), text });
  const item =
    decision.kind === 'answer'
      ? decision.candidate.id
      : decision.kind === 'choose'
        ? (decision.candidates[0]?.id ?? null)
        : null;
  return { decision: decision.kind, item, title: item === null ? null : (titles.get(item) ?? item) };
}

function isWorse({ expected, kind }: Known, from: Verdict, to: Verdict): boolean | null {
  if (expected === null) return null;
  if (kind === 'own') return to.item !== expected;
  return from.item === expected && (to.item !== expected || (from.decision === 'answer' && to.decision !== 'answer'));
}

function summary(questions: readonly Known[], moved: readonly Moved[]): Omit<Replay, 'unseen'> {
  const count = (kind: QuestionKind): number => questions.filter((question) => question.kind === kind).length;
  const weight = ({ kind, worse }: Moved): number =>
    worse === true ? 0 : kind === 'own' ? 1 : kind === 'phrasing' ? 3 : 2;
  return {
    looked: { own: count('own'), phrasing: count('phrasing'), kept: count('kept'), real: count('real') },
    moved: [...moved].sort((a, b) => weight(a) - weight(b)).slice(0, MAX_SHOWN),
    movedCount: moved.length,
    worse: moved.filter(({ worse }) => worse === true).length,
  };
}

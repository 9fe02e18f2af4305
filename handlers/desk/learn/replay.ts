import type { Item } from '../../../knowledge/entry.js';
import { withFreshPhrasings } from '../../../knowledge/match/fresh-phrasings.js';
import type { Matcher } from '../../../knowledge/match/match.js';
import type { KnowledgeNow } from '../../ports.js';
import { decide } from '../../turn/decide.js';
import { newWords } from './assess.js';
import type { Change } from './change.js';
import { readInForce, withChange } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import { knownQuestions, movedBy, summary, type Known } from './known-questions.js';
import type { Moved, Replay, Unseen, Verdict } from './views.js';

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
 * The fast look before anything is published: which known questions would get another answer at once. Leaves room for
 * turns all the while. What only training shows is named in `unseen`; the rehearsal sees it (rehearsal.ts).
 */
export async function replay(deps: LearnDeps, change: Change, { real, onProgress }: ReplayOrder): Promise<Replay> {
  const changed = await withChange(deps, await readInForce(deps), change);
  const library = changed.result.library;
  const now = deps.knowledge.current();
  if (!library) return { ...NOTHING_LOOKED_AT, unseen: unseenBy(change) };
  const before = [...now.library.items.values()];
  const after = [...library.items.values()];
  const own = newWords(change, library.items.get(changed.item) ?? null);
  const questions = await knownQuestions(deps, { items: before, own, item: changed.item, real });
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
    const one = movedBy(question, from, to);
    if (one) moved.push(one);
  }
  return { ...summary(questions, moved, changed.item), unseen: unseenBy(change) };
}

const NOTHING_LOOKED_AT = {
  looked: { own: 0, phrasing: 0, kept: 0, real: 0 },
  moved: [],
  movedCount: 0,
  direct: 0,
  worse: 0,
};

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

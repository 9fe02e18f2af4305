import { createHash } from 'node:crypto';
import { MentorlijnError } from '../../errors.js';
import type { Put } from '../../ports.js';
import { newWords } from './assess.js';
import type { Change } from './change.js';
import { readInForce, withChange } from './in-force.js';
import { knownQuestions, movedBy, summary } from './known-questions.js';
import type { LearnDeps } from './learn-deps.js';
import { LEARN_REFUSALS } from './texts.js';
import type { PlainVerdict } from './verdict.js';
import type { Moved, Rehearsal, Replay, Verdict } from './views.js';

/** Kept for whoever opens the proposal next, in any process; no longer than its questions stay recent. */
const KEEP_MS = 24 * 3_600_000;
/** Says that it is still at it this often; silent this long, its process is gone and another may begin. */
const BEAT_MS = 2_000;
const GONE_MS = 60_000;

interface Kept {
  readonly at: string;
  readonly rehearsal: Rehearsal;
}

/**
 * The exact replay of a change: begun by whoever asks first, followed by everyone. Publishing never waits for it. What
 * it trained is kept, so that publishing this very change needs no training any more.
 */
export async function rehearse(
  deps: LearnDeps,
  change: Change,
  recent: () => Promise<readonly string[]>,
): Promise<Rehearsal> {
  const inForce = await readInForce(deps);
  const changed = await withChange(deps, inForce, change);
  const now = deps.learning.build(inForce.texts).library;
  if (!changed.result.library || !now) throw new MentorlijnError('bad-request', LEARN_REFUSALS.hasProblems);
  const after = changed.result.library;
  const id = `rehearsal|${digest(`${now.version}\n${after.version}`)}`;
  const kept = await deps.store.get<Kept>('knowledge', id);
  if (kept && isGood(kept.body, deps.clock.now())) return kept.body.rehearsal;
  const begun: Rehearsal = { state: 'running', percent: 0, secondsLeft: null };
  if (!(await write(deps, id, begun, kept?.version ?? 'absent'))) return begun;
  const items = [...now.items.values()];
  const own = newWords(change, after.items.get(changed.item) ?? null);
  const titles = new Map([...items, ...after.items.values()].map((item) => [item.id as string, item.title]));
  const run = async (): Promise<Replay> => {
    const known = await knownQuestions(deps, { items, own, item: changed.item, real: await recent() });
    const asked = await deps.learning.rehearse({
      before: inForce.texts,
      after: changed.texts,
      questions: known.map(({ text }) => text),
      onProgress: beat(deps, id),
    });
    const said = (verdict: PlainVerdict | undefined): Verdict => withTitle(verdict, titles);
    const moved = known
      .map((question, index) => movedBy(question, said(asked.before[index]), said(asked.after[index])))
      .filter((one): one is Moved => one !== null);
    return { ...summary(known, moved, changed.item), unseen: asked.unseen };
  };
  void finish(deps, id, run);
  return begun;
}

/** Whatever becomes of it is told; a failure is no reason for anybody to wait. */
async function finish(deps: LearnDeps, id: string, run: () => Promise<Replay>): Promise<void> {
  const began = deps.clock.now().getTime();
  try {
    const replay = await run();
    const seconds = Math.round((deps.clock.now().getTime() - began) / 1_000);
    await write(deps, id, { state: 'done', replay, seconds }, 'any');
  } catch (error) {
    deps.log.error('rehearsal-failed', error);
    await write(deps, id, { state: 'failed' }, 'any').catch(() => false);
  }
  deps.live.publish('replay', null);
}

/** Progress is written now and then: the page asks for it, whichever process answers. */
function beat(deps: LearnDeps, id: string): (progress: { percent: number; secondsLeft: number | null }) => void {
  let last = 0;
  return (progress) => {
    const now = deps.clock.now().getTime();
    if (now - last < BEAT_MS || progress.percent >= 100) return;
    last = now;
    void write(deps, id, { state: 'running', ...progress }, 'any').catch(() => false);
  };
}

/** What failed, or fell silent, may be tried again. */
function isGood({ rehearsal, at }: Kept, now: Date): boolean {
  if (rehearsal.state === 'done') return true;
  const old = now.getTime() - Date.parse(at);
  return old >= 0 && old < (rehearsal.state === 'running' ? GONE_MS : BEAT_MS * 5);
}

async function write(deps: LearnDeps, id: string, rehearsal: Rehearsal, expect: Put['expect']): Promise<boolean> {
  const now = deps.clock.now();
  const body: Kept = { at: now.toISOString(), rehearsal };
  const expiresAt = new Date(now.getTime() + KEEP_MS).toISOString();
  return (await deps.store.commit({ puts: [{ kind: 'knowledge', id, body, expiresAt, expect }] })).ok;
}

function withTitle(verdict: PlainVerdict | undefined, titles: ReadonlyMap<string, string>): Verdict {
  const { decision, item } = verdict ?? { decision: 'decline', item: null };
  return { decision, item, title: item === null || decision === 'urgent' ? null : (titles.get(item) ?? item) };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

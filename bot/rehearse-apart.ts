import { availableParallelism } from 'node:os';
import type { Learning, Rehearsed, RehearsalOrder } from '../handlers/desk/learn/learn-deps.js';
import type { PlainVerdict } from '../handlers/desk/learn/verdict.js';
import type { Unseen } from '../handlers/desk/learn/views.js';
import { expectation } from './expectation.js';
import { oneAtATime } from './one-at-a-time.js';
import { forkScript, rehearsalDir, trainApart } from './train-apart.js';

/** What the asking process is given; what it says back is in `AskingNews`. */
export interface AskingOrder {
  readonly texts: ReadonlyMap<string, string>;
  /** Where the models of these texts are; and where they may be, too. */
  readonly cacheDir: string;
  readonly adoptFrom: string;
  readonly keepIn: string;
  /** Verdicts are kept for this run of the server: another release may decide otherwise. */
  readonly run: string;
  readonly part: number;
  readonly questions: readonly string[];
}

export type AskingNews =
  { readonly asked: number; readonly known: number } | { readonly verdicts: readonly PlainVerdict[] };

/** Turns go first: on a busy machine it is slow without being stuck. */
const TIMEOUT_MS = 1_800_000;
/** Whoever waits for another rehearsal is heard this often. */
const WAIT_TOLD_MS = 5_000;
/** Two processors share the asking; more would leave none for turns. */
const PARTS = Math.min(2, availableParallelism());

/** Trains a change and asks every known question before and after it, in processes of their own; one change at a time. */
export function rehearser(cacheDir: string, unseen: readonly Unseen[]): Learning['rehearse'] {
  const run = `${String(process.pid)}-${String(performance.timeOrigin)}`;
  const expected = expectation();
  const rehearse = async (order: RehearsalOrder): Promise<Rehearsed> => {
    const { before, after, questions } = order;
    const proof = rehearsalDir(cacheDir);
    const course = expected.begin(questions.length, order.onProgress);
    try {
      await trainApart({ texts: after, cacheDir: proof, adoptFrom: cacheDir, pace: 'aside' });
      course.trained();
      const ask = (texts: ReadonlyMap<string, string>, dirs: Pick<AskingOrder, 'cacheDir' | 'adoptFrom'>) =>
        askApart({ texts, ...dirs, keepIn: proof, run, questions }, course.asked);
      return {
        before: await ask(before, { cacheDir, adoptFrom: proof }),
        after: await ask(after, { cacheDir: proof, adoptFrom: cacheDir }),
        unseen,
      };
    } finally {
      course.end();
    }
  };
  return oneAtATime(rehearse, {
    onWait: ({ onProgress }) => {
      onProgress({ percent: 0, secondsLeft: null });
    },
    everyMs: WAIT_TOLD_MS,
  });
}

async function askApart(
  order: Omit<AskingOrder, 'part'>,
  onAsked: (count: number, known: number) => void,
): Promise<readonly PlainVerdict[]> {
  const shares = Array.from({ length: PARTS }, (_, part) => order.questions.filter((text) => shareOf(text) === part));
  const answers = await Promise.all(shares.map((questions, part) => askPart({ ...order, questions, part }, onAsked)));
  const found = new Map<string, PlainVerdict>();
  for (const [part, share] of shares.entries())
    for (const [index, text] of share.entries()) {
      const verdict = answers[part]?.[index];
      if (verdict) found.set(text, verdict);
    }
  return order.questions.map((text) => {
    const verdict = found.get(text);
    if (!verdict) throw new Error('a question was not asked');
    return verdict;
  });
}

/** The same question always falls to the same part: it knows the answer from the time before. */
function shareOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum % PARTS;
}

function askPart(
  order: AskingOrder,
  onAsked: (count: number, known: number) => void,
): Promise<readonly PlainVerdict[]> {
  return new Promise((done, fail) => {
    const child = forkScript('ask-all');
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    let verdicts: readonly PlainVerdict[] | null = null;
    child.on('message', (news: AskingNews) => {
      if ('asked' in news) onAsked(news.asked, news.known);
      else verdicts = news.verdicts;
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (verdicts) done(verdicts);
      else fail(new Error(`asking ended with code ${String(code)}`));
    });
    child.send(order);
  });
}

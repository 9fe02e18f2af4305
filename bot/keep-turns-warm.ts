import type { EventEmitter } from 'node:events';
import type { Library } from '../knowledge/library.js';
import type { KnowledgeNow, Log } from '../handlers/ports.js';
import { imaginaryMentor, type ImaginaryDeps } from './imaginary-mentor.js';

/** Ready comes first. */
const AFTER_START_MS = 100;
/** Work in one go, and the rest after it: half of a core at most. */
const SLICE_MS = 3;
const REST_MS = 3;
/** Whoever asks something has the machine to himself for so long. */
const QUIET_MS = 250;
/** Knowledge that came into force meanwhile is seen at the next look. */
const LOOK_MS = 10_000;
/** Turns after which most of what a turn runs is compiled; with 600 a resting server keeps 6 MB more for a few milliseconds. */
const TURNS = 250;
/** Messages of one talk: what follows on an answer is read too. */
const TALK = 5;
/** So many are read a step at a time: the first reading of each pattern takes longest. */
const STEPWISE = 4;

export interface WarmDeps extends ImaginaryDeps {
  readonly log: Log;
  /** What only some channels need and is not read before it is used. */
  readonly readAhead?: () => Promise<void>;
}

/**
 * Lets mentors that do not exist ask what the library's own phrasings ask, until the compiler has done its work: the
 * first question after a start would take fifty times as long as those of an hour later. In slices, not while somebody
 * asks something, and again when other knowledge came into force: its functions are compiled anew. Returns how to stop.
 */
export function keepTurnsWarm(deps: WarmDeps, server: Pick<EventEmitter, 'on'>): { readonly stop: () => void } {
  const { knowledge, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let asked = 0;
  let warm: KnowledgeNow | null = null;
  let work: AsyncIterator<unknown> | null = null;
  const time = (): number => deps.clock.now().getTime();
  const later = (ms: number): void => {
    if (!stopped) timer = setTimeout(() => void look(), ms).unref();
  };
  const look = async (): Promise<void> => {
    const now = knowledge.current();
    if (work === null && now === warm) {
      later(LOOK_MS);
    } else if (time() - asked < QUIET_MS) {
      later(QUIET_MS);
    } else {
      if (work === null || now !== warm) work = turnsOf(deps, textsOf(now.library));
      warm = now;
      if (await slice(work, time, log)) work = null;
      later(REST_MS);
    }
  };
  server.on('request', () => (asked = time()));
  timer = setTimeout(() => {
    deps.readAhead?.().catch((error: unknown) => {
      log.error('read-ahead-failed', error);
    });
    later(REST_MS);
  }, AFTER_START_MS).unref();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** One go at the work; true when nothing is left of it. A turn that breaks here breaks for nobody. */
async function slice(work: AsyncIterator<unknown>, time: () => number, log: Log): Promise<boolean> {
  const begin = time();
  try {
    do if ((await work.next()).done === true) return true;
    while (time() - begin < SLICE_MS);
    return false;
  } catch (error) {
    log.error('warm-turns-failed', error);
    return true;
  }
}

async function* turnsOf(deps: ImaginaryDeps, texts: readonly string[]): AsyncGenerator {
  for (const text of texts.slice(0, STEPWISE)) for (const step of imaginaryMentor(deps).steps(text)) yield await step;
  let mentor = imaginaryMentor(deps);
  for (const [at, text] of texts.entries()) {
    if (at % TALK === 0) mentor = imaginaryMentor(deps);
    await mentor.ask(text);
    yield;
  }
}

/** Now one item's phrasing, now another's: a spread of all that is asked, some of it danger. */
function textsOf({ items, signals }: Library): readonly string[] {
  const asked = [...items.values()].flatMap((item) => ('phrasings' in item ? [item.phrasings] : []));
  const sources = [...asked, ...signals.map(({ examples }) => examples)];
  const texts: string[] = [];
  for (let round = 0; texts.length < TURNS; round++) {
    const found = sources.flatMap((phrasings) => phrasings[round] ?? []);
    if (found.length === 0) break;
    texts.push(...found);
  }
  return texts.slice(0, TURNS);
}

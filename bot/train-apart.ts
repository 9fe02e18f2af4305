import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { TRAINED_PARTS, type TrainedPart } from '../knowledge/model-cache.js';
import { FROM_SOURCE, ownScript } from './own-files.js';

/** What the training process is given: the knowledge files, path -> text. */
export interface TrainingOrder {
  readonly texts: ReadonlyMap<string, string>;
  readonly cacheDir: string;
  /** Where these models may be already: rehearsed before publishing, or in force. */
  readonly adoptFrom: string;
  readonly part: TrainedPart;
  readonly pace: TrainingPace;
}

/** What the training process says when questions can be answered by what it made. */
export const ANSWERING = 'answering';

/** `aside`: turns go before training where they share a processor. `awaited`: the start waits until it can answer. */
export type TrainingPace = 'aside' | 'awaited';

/**
 * Longest a training may take before we give up and keep the model we have. Whoever lets turns go first is slow on a
 * busy machine without being stuck: a minute of work took more than five.
 */
const TIMEOUT_MS: Readonly<Record<TrainingPace, number>> = { awaited: 300_000, aside: 1_800_000 };

/** Trains each part in a process of its own, so that no turn waits for it; the models are then in the cache. */
export async function trainApart(order: Omit<TrainingOrder, 'part'>): Promise<void> {
  await Promise.all(TRAINED_PARTS.map((part) => trainPart({ ...order, part })));
}

/** Rehearsals train beside the models in force: however many proposals there are, those stay. */
export function rehearsalDir(cacheDir: string): string {
  return join(cacheDir, 'proef');
}

/** A process of ours beside this one, as source or built, that is told whose it is; what it writes on stderr is ours too. */
export function forkScript(name: string): ChildProcess {
  return fork(ownScript(name), [String(process.pid)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(FROM_SOURCE ? { execArgv: ['--import', 'tsx'] } : {}),
  });
}

async function trainPart(order: TrainingOrder): Promise<void> {
  await new Promise<void>((done, fail) => {
    const child = forkScript('train');
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS[order.pace]);
    child.once('error', fail);
    if (order.pace === 'awaited') child.on('message', (said) => (said === ANSWERING ? done() : undefined));
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) done();
      else fail(new Error(`training ended with code ${String(code)}`));
    });
    child.send(order);
  });
}

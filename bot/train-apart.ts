import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TRAINED_PARTS, type TrainedPart } from '../knowledge/model-cache.js';

/** What the training process is given: the knowledge files, path -> text. */
export interface TrainingOrder {
  readonly texts: ReadonlyMap<string, string>;
  readonly cacheDir: string;
  readonly part: TrainedPart;
  readonly pace: TrainingPace;
}

/** `aside`: turns go before training where they share a processor. `awaited`: the start waits for it. */
export type TrainingPace = 'aside' | 'awaited';

/** Longest a training may take before we give up and keep the model we have. */
const TIMEOUT_MS = 300_000;

/** Trains each part in a process of its own, so that no turn waits for it; the models are then in the cache. */
export async function trainApart(order: Omit<TrainingOrder, 'part'>): Promise<void> {
  await Promise.all(TRAINED_PARTS.map((part) => trainPart({ ...order, part })));
}

async function trainPart(order: TrainingOrder): Promise<void> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const script = fileURLToPath(new URL(`./cli/train.${extension}`, import.meta.url));
  await new Promise<void>((done, fail) => {
    const child = fork(script, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) done();
      else fail(new Error(`training ended with code ${String(code)}`));
    });
    child.send(order);
  });
}

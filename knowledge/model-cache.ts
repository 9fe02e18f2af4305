import { keptModels, type KeptModels } from './kept-models.js';
import type { Library } from './library.js';
import { createMatcher, type InsightfulMatcher } from './match/create-matcher.js';
import type { Model } from './match/model.js';
import { reduceModel } from './match/reduce.js';
import { train } from './match/train.js';
import { modelKeys } from './model-keys.js';
import { ordinaryMessages } from './signal-ordinary.js';
import { trainSignals, type SignalModel } from './signal-training.js';

/** What a phone carries; null for a part that nobody trained yet. */
export interface PocketModels {
  readonly matcher: Model | null;
  readonly signals: SignalModel | null;
}

/** Library -> matcher: the cached model of this very content, or a fresh one (about 10 s), kept for the next start. */
export async function loadMatcher(library: Library, cacheDir: string): Promise<InsightfulMatcher> {
  const concepts = Object.fromEntries(library.concepts);
  const model = await loadModel(library, cacheDir);
  return createMatcher({ model, concepts, items: [...library.items.values()] });
}

/** The trained model of a library, from the cache when it is there and whole. */
async function loadModel(library: Library, cacheDir: string): Promise<Model> {
  const { matcher: key } = modelKeys(library);
  const cached = await matchers(cacheDir).read(key);
  if (cached) return cached;
  const model = train([...library.items.values()], { concepts: Object.fromEntries(library.concepts) });
  await matchers(cacheDir).write(key, model);
  return model;
}

/** The trained model of the signals, from the cache when it is there and whole; else trained (some seconds) and kept. */
export async function loadSignalModel(library: Library, cacheDir: string): Promise<SignalModel> {
  const { signals: key } = modelKeys(library);
  const cached = await signalModels(cacheDir).read(key);
  if (cached) return cached;
  const model = trainSignals({ signals: library.signals, ordinary: ordinaryMessages(library) });
  await signalModels(cacheDir).write(key, model);
  return model;
}

/** What is trained by itself: neither needs the other, so that two processors can each take one. */
export const TRAINED_PARTS = ['matcher', 'signals'] as const;
export type TrainedPart = (typeof TRAINED_PARTS)[number];

/**
 * One part of what a start needs, made where it is missing: for a process in which nobody waits. `onAnswering` hears
 * when questions can be answered by it; what phones carry comes after.
 */
export async function keepModels(
  part: TrainedPart,
  library: Library,
  cacheDir: string,
  onAnswering: () => void = () => undefined,
): Promise<void> {
  if (part === 'signals') {
    await loadSignalModel(library, cacheDir);
    onAnswering();
    return;
  }
  const model = await loadModel(library, cacheDir);
  onAnswering();
  const { matcher: key } = modelKeys(library);
  if (!(await smallMatchers(cacheDir).has(key))) await smallMatchers(cacheDir).write(key, reduceModel(model));
}

/** What another folder holds of this library is taken over: then there is nothing left to train. */
export async function adoptModels(library: Library, from: string, cacheDir: string): Promise<void> {
  const { matcher: model, signals } = modelKeys(library);
  const missing: readonly (readonly [Pick<KeptModels<unknown>, 'has' | 'adopt'>, string])[] = [
    [matchers(cacheDir), model],
    [smallMatchers(cacheDir), model],
    [signalModels(cacheDir), signals],
  ];
  for (const [models, key] of missing) if (!(await models.has(key))) await models.adopt(key, from);
}

/** For phones, from the cache only: never trains. */
export async function pocketModels(library: Library, cacheDir: string): Promise<PocketModels> {
  return {
    matcher: await smallMatchers(cacheDir).read(modelKeys(library).matcher),
    signals: await signalModels(cacheDir).read(modelKeys(library).signals),
  };
}

/** Whether a start with this library finds all it needs. */
export async function isTrained(library: Library, cacheDir: string): Promise<boolean> {
  const { matcher: key } = modelKeys(library);
  const there = await Promise.all([
    matchers(cacheDir).has(key),
    smallMatchers(cacheDir).has(key),
    signalModels(cacheDir).has(modelKeys(library).signals),
  ]);
  return there.every(Boolean);
}

const matchers = (cacheDir: string): KeptModels<Model> =>
  keptModels(cacheDir, { name: 'model', format: 4, packed: true });
const smallMatchers = (cacheDir: string): KeptModels<Model> => keptModels(cacheDir, { name: 'small', format: 4 });
const signalModels = (cacheDir: string): KeptModels<SignalModel> =>
  keptModels(cacheDir, { name: 'signals', format: 2 });

import { createHash } from 'node:crypto';
import type { Library } from './library.js';
import { OFF_TOPIC } from './match/off-topic.js';
import { ordinaryMessages } from './signal-ordinary.js';
import { DETECTOR_VERSION } from './signal-training.js';

/** Raise when training or the text layer changes: an older cached model would not fit the code. */
const TRAINER_VERSION = 15;

/** The names under which what is trained on a library is kept. */
export interface ModelKeys {
  readonly matcher: string;
  readonly signals: string;
}

/** Of the libraries there are now. Reading 44,000 phrasings for their keys takes longer than opening the store. */
const known = new WeakMap<Library, ModelKeys>();

export function modelKeys(library: Library): ModelKeys {
  const keys = known.get(library) ?? { matcher: matcherKey(library), signals: signalKey(library) };
  known.set(library, keys);
  return keys;
}

/** The keys of this library are known from an earlier start, made by the same code. */
export function knowKeys(library: Library, keys: ModelKeys): void {
  known.set(library, keys);
}

/** Only what training reads: another telephone number or another signal is no reason to train again. */
function matcherKey(library: Library): string {
  return digest([TRAINER_VERSION, [...library.items.values()], [...library.concepts], OFF_TOPIC]);
}

function signalKey(library: Library): string {
  const read = library.signals
    .map(({ kind, words, rules, examples, lookAlikes }) => ({ kind, words, rules, examples, lookAlikes }))
    .sort((a, b) => a.kind.localeCompare(b.kind));
  return digest([DETECTOR_VERSION, read, ordinaryMessages(library)]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 20);
}

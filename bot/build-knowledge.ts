import type { Learning } from '../handlers/desk/learn/learn-deps.js';
import type { KnowledgeNow, Log } from '../handlers/ports.js';
import { createSignalDetector, type SignalDetector } from '../knowledge/detect-signal.js';
import type { Library } from '../knowledge/library.js';
import { loadKeptLibrary } from '../knowledge/library-cache.js';
import type { LoadResult } from '../knowledge/load-library.js';
import { withFreshPhrasings } from '../knowledge/match/fresh-phrasings.js';
import { withKeyWords } from '../knowledge/match/key-words.js';
import { withKnownPhrasings } from '../knowledge/match/known-phrasings.js';
import type { Matcher } from '../knowledge/match/match.js';
import { createTermFinder } from '../knowledge/match/terms.js';
import { isTrained, loadMatcher, loadSignalModel, pocketModels, type PocketModels } from '../knowledge/model-cache.js';
import { trainSignals, type SignalModel } from '../knowledge/signal-training.js';
import type { Signal } from '../knowledge/signals.js';
import { detectLanguage } from '../knowledge/text/language.js';
import { addSemantic } from './semantic-ranker.js';
import { rehearser } from './rehearse-apart.js';
import { rehearsalDir, trainApart, type TrainingPace } from './train-apart.js';

/** Makes a library ready to read messages. */
export interface KnowledgeBuilder {
  /** Texts of a folder, path -> text -> library or problems. */
  parse(texts: ReadonlyMap<string, string>): Promise<LoadResult>;
  /** With models trained on this very library; from the cache when they were trained before. */
  build(library: Library): Promise<KnowledgeNow>;
  /** At once, with the models we have, until the training of this library is done. */
  meanwhile(library: Library, before: KnowledgeNow): KnowledgeNow;
  /** Whether `build` has nothing to train. */
  isTrained(library: Library): Promise<boolean>;
  /** Trains in a process of its own, so that `build` finds the models in the cache. */
  train(texts: ReadonlyMap<string, string>, pace?: TrainingPace): Promise<void>;
  /** The same for a change that is not published yet, and asks every question before and after it. */
  rehearse: Learning['rehearse'];
  /** What a phone carries of this library; never trains. */
  pocketModels(library: Library): Promise<PocketModels>;
}

/** `cacheDir` keeps trained models by content hash; with `semantic` a local model gives a second opinion. */
export function knowledgeBuilder(
  cacheDir: string,
  semantic?: { readonly modelDir: string | null; readonly log: Log },
): KnowledgeBuilder {
  const signalModels = new WeakMap<KnowledgeNow, SignalModel>();
  const detectors = keptDetector();
  const modelDir = semantic?.modelDir ?? null;
  const toKnowledge = (library: Library, matcher: Matcher, model: SignalModel): KnowledgeNow => {
    const signals = detectors(library.signals, model);
    const now: KnowledgeNow = {
      library,
      matcher,
      findNamed: createTermFinder(library),
      detectSignal: (text, before) => signals.detect(text, before),
      soundsDangerous: (text) => signals.soundsDangerous(text),
      detectLanguage,
    };
    signalModels.set(now, model);
    return now;
  };
  return {
    parse: (texts) => loadKeptLibrary(texts, cacheDir),
    build: async (library) => {
      const lexical = await loadMatcher(library, cacheDir);
      const matcher =
        semantic && modelDir !== null
          ? await addSemantic(lexical, [...library.items.values()], { modelDir, cacheDir, log: semantic.log })
          : lexical;
      const items = [...library.items.values()];
      const sure = withKeyWords(withKnownPhrasings(matcher, items), items);
      return toKnowledge(library, sure, await loadSignalModel(library, cacheDir));
    },
    meanwhile: (library, before) => {
      const matcher = withFreshPhrasings(
        before.matcher,
        [...library.items.values()],
        [...before.library.items.values()],
      );
      const model = signalModels.get(before);
      // Written examples and rules decide at once; what they teach about other words comes with the training.
      return toKnowledge(library, matcher, model ?? trainSignals({ signals: library.signals, ordinary: [] }));
    },
    isTrained: (library) => isTrained(library, cacheDir),
    train: (texts, pace = 'aside') => trainApart({ texts, cacheDir, adoptFrom: rehearsalDir(cacheDir), pace }),
    rehearse: rehearser(cacheDir, modelDir === null ? [] : ['second-opinion']),
    pocketModels: (library) => pocketModels(library, cacheDir),
  };
}

/** Making a detector holds up every turn for a moment: a change of an entry keeps the one there is. */
function keptDetector(): (signals: readonly Signal[], model: SignalModel) => SignalDetector<Signal> {
  let kept: { readonly key: string; readonly model: SignalModel; readonly detector: SignalDetector<Signal> } | null =
    null;
  return (signals, model) => {
    const key = JSON.stringify(signals);
    if (kept?.key !== key || kept.model !== model)
      kept = { key, model, detector: createSignalDetector(signals, model) };
    return kept.detector;
  };
}

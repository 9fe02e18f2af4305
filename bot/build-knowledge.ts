import type { KnowledgeNow } from '../handlers/ports.js';
import { createSignalDetector } from '../knowledge/detect-signal.js';
import type { Library } from '../knowledge/library.js';
import { withFreshPhrasings } from '../knowledge/match/fresh-phrasings.js';
import type { Matcher } from '../knowledge/match/match.js';
import { createTermFinder } from '../knowledge/match/terms.js';
import { loadMatcher } from '../knowledge/model-cache.js';
import { detectLanguage } from '../knowledge/text/language.js';
import { trainApart } from './train-apart.js';

/** Makes a library ready to read messages. */
export interface KnowledgeBuilder {
  /** With a matcher trained on this very library; from the cache when it was trained before. */
  build(library: Library): Promise<KnowledgeNow>;
  /** At once, with the matcher we have, until the training of this library is done. */
  meanwhile(library: Library, before: KnowledgeNow): KnowledgeNow;
  /** Trains in a process of its own, so that `build` finds the model in the cache. */
  train(texts: ReadonlyMap<string, string>): Promise<void>;
}

/** `cacheDir` keeps trained models by content hash. */
export function knowledgeBuilder(cacheDir: string): KnowledgeBuilder {
  return {
    build: async (library) => toKnowledge(library, await loadMatcher(library, cacheDir)),
    meanwhile: (library, before) =>
      toKnowledge(
        library,
        withFreshPhrasings(before.matcher, [...library.items.values()], [...before.library.items.values()]),
      ),
    train: (texts) => trainApart({ texts, cacheDir }),
  };
}

function toKnowledge(library: Library, matcher: Matcher): KnowledgeNow {
  const signals = createSignalDetector(library.signals);
  return {
    library,
    matcher,
    findNamed: createTermFinder(library),
    detectSignal: (text, before) => signals.detect(text, before),
    detectLanguage,
  };
}

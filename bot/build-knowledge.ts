import type { KnowledgeNow } from '../handlers/ports.js';
import { createSignalDetector } from '../knowledge/detect-signal.js';
import type { Library } from '../knowledge/library.js';
import { createTermFinder } from '../knowledge/match/terms.js';
import { loadMatcher } from '../knowledge/model-cache.js';
import { detectLanguage } from '../knowledge/text/language.js';

/** Library -> everything that reads messages against it. The trained matcher is kept in `cacheDir` by content hash. */
export async function buildKnowledge(library: Library, cacheDir: string): Promise<KnowledgeNow> {
  const matcher = await loadMatcher(library, cacheDir);
  const signals = createSignalDetector(library.signals);
  const findNamed = createTermFinder(library);
  return {
    library,
    matcher,
    findNamed,
    detectSignal: (text, before) => signals.detect(text, before),
    detectLanguage,
  };
}

import type { KnowledgeBuilder } from '../../bot/build-knowledge.js';
import { buildLibrary } from '../../knowledge/load-library.js';
import { fakeKnowledge } from './fake-knowledge.js';

/** Matching by the table of fake-knowledge, over whatever library is loaded. */
export const tableKnowledge: KnowledgeBuilder = {
  parse: (texts) => Promise.resolve(buildLibrary(texts)),
  build: (library) => Promise.resolve({ ...fakeKnowledge().current(), library }),
  meanwhile: (library) => ({ ...fakeKnowledge().current(), library }),
  isTrained: () => Promise.resolve(true),
  pocketModels: () => Promise.resolve({ matcher: null, signals: null }),
  train: () => Promise.resolve(),
};

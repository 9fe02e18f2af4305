import type { Learning } from '../handlers/desk/learn/learn-deps.js';
import type { Config } from './config.js';
import { keptQuestionsIn } from './kept-questions.js';
import type { KnowledgeBuilder } from './build-knowledge.js';
import type { KnowledgeHolder } from './knowledge-holder.js';

/** What the desk's learning needs of this house. */
export function learningFrom(
  knowledge: KnowledgeHolder,
  builder: Pick<KnowledgeBuilder, 'rehearse'>,
  config: Pick<Config, 'learnNeedsSecondPerson' | 'replayDir'>,
): Learning {
  return {
    files: () => knowledge.files(),
    build: (texts) => knowledge.build(texts),
    takeOver: () => knowledge.takeOver(),
    setAside: () => knowledge.setAside(),
    keptQuestions: keptQuestionsIn(config.replayDir),
    rehearse: (order) => builder.rehearse(order),
    needsSecondPerson: config.learnNeedsSecondPerson,
  };
}

import { askLine, askOnce, type AskDeps } from '../../bot/cli/ask-once.js';
import { knowledgeBuilder } from '../../bot/build-knowledge.js';
import { parseConfig } from '../../bot/config.js';
import { promiseRules } from '../../bot/promise-rules.js';
import type { Library } from '../../knowledge/library.js';
import { silentLog } from '../support/silent-log.js';
import type { Resolve } from './measure.js';

/** The development sets over the very code path of a turn: signals, profile, conversation, matching, decision. */
export async function wholeTurn(library: Library, cacheDir: string): Promise<Resolve> {
  const config = parseConfig({});
  if (!config.ok) throw new Error(config.problems.join('\n'));
  const now = await knowledgeBuilder(cacheDir).build(library);
  const deps: AskDeps = { knowledge: { current: () => now }, rules: promiseRules(config.config), log: silentLog };
  return async (line) => {
    const answer = await askOnce(deps, askLine.parse(line));
    return {
      decision: answer.decision,
      urgent: answer.urgent,
      candidates: answer.candidates.map(({ entry, score }) => ({ id: entry, score })),
    };
  };
}

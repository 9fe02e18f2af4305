import { askLine, askOnce, type AskDeps } from '../../bot/cli/ask-once.js';
import { knowledgeBuilder } from '../../bot/build-knowledge.js';
import { parseConfig } from '../../bot/config.js';
import { promiseRules } from '../../bot/promise-rules.js';
import { explainMatch } from '../../handlers/turn/why.js';
import type { Candidate } from '../../knowledge/match/match.js';
import type { Library } from '../../knowledge/library.js';
import { silentLog } from '../support/silent-log.js';
import { questionOf } from './dev-line.js';
import type { Resolve } from './measure.js';

/** The development sets over the very code path of a turn: signals, profile, conversation, matching, decision. */
export async function wholeTurn(library: Library, cacheDir: string): Promise<Resolve> {
  const config = parseConfig({});
  if (!config.ok) throw new Error(config.problems.join('\n'));
  const now = await knowledgeBuilder(cacheDir).build(library);
  const deps: AskDeps = { knowledge: { current: () => now }, rules: promiseRules(config.config), log: silentLog };
  return async (line) => {
    const answer = await askOnce(deps, askLine.parse(line));
    const why = await explainMatch(now, questionOf(line));
    const reasons = new Map(why.candidates.map((one) => [String(one.id), reasonsOf(one)]));
    return {
      decision: answer.decision,
      urgent: answer.urgent,
      ms: answer.ms,
      failed: why.checks.filter(({ ok }) => !ok).map(({ name }) => name),
      candidates: answer.candidates.map(({ entry, score }) => {
        const reason = reasons.get(entry);
        return reason === undefined ? { id: entry, score } : { id: entry, score, why: reason };
      }),
    };
  };
}

/** What speaks for a candidate: every ranker, and the words it shares. */
function reasonsOf({ why }: Candidate): string {
  const rankers = Object.entries(why.rankers).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  return [...rankers, ...why.terms.slice(0, 4)].join(' ');
}

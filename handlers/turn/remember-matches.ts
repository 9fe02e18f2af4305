import type { Matcher, MatchResult } from '../../knowledge/match/match.js';
import type { KnowledgeNow } from '../ports.js';

/** The same knowledge for one turn: several steps ask for the same words, the matcher reads them once. */
export function rememberMatches(knowledge: KnowledgeNow): KnowledgeNow {
  const { matcher } = knowledge;
  const found = new Map<string, MatchResult>();
  const remembering: Matcher = {
    ...(matcher.prepare ? { prepare: (text: string) => matcher.prepare?.(text) ?? Promise.resolve() } : {}),
    match: (text, options = {}) => {
      const key = `${String(options.limit ?? '')}|${text}`;
      const result = found.get(key) ?? matcher.match(text, options);
      found.set(key, result);
      return result;
    },
  };
  return {
    library: knowledge.library,
    matcher: remembering,
    findNamed: (text) => knowledge.findNamed(text),
    detectSignal: (text, before) => knowledge.detectSignal(text, before),
    ...(knowledge.soundsDangerous
      ? { soundsDangerous: (text: string) => knowledge.soundsDangerous?.(text) ?? false }
      : {}),
    detectLanguage: (text) => knowledge.detectLanguage(text),
  };
}

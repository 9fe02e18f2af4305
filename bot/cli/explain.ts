import type { KnowledgeNow } from '../../handlers/ports.js';
import type { AskAnswer } from './ask-once.js';

/** Why the bot answered as it did: signal, terms, and every candidate with its rankers. */
export function explain(knowledge: KnowledgeNow, text: string, answer: AskAnswer): string {
  const match = knowledge.matcher.match(text);
  const signal = knowledge.detectSignal(text, []);
  const named = knowledge.findNamed(text);
  return [
    '— waarom —',
    `beslissing: ${answer.decision}${answer.urgent === null ? '' : ` (${answer.urgent})`}, taal ${answer.language}, ${String(answer.ms)} ms`,
    ...(signal ? [`signaal: ${signal.signal.kind}: ${signal.why}`] : []),
    ...(named ? [`begrip of checklist: ${named.id} ${named.score.toFixed(2)}`] : []),
    `woorden: ${match.terms.join(' ')}`,
    `begrippen: ${match.concepts.join(' ')}`,
    `bekend: ${String(Math.round(match.knownShare * 100))} %, marge ${match.margin.toFixed(2)}`,
    ...match.candidates.map(({ id, kind, score, why }, index) => {
      const rankers = Object.entries(why.rankers)
        .map(([name, value]) => `${name} ${value.toFixed(2)}`)
        .join(', ');
      return `${String(index + 1)}. ${id} (${kind}) ${score.toFixed(2)}: ${rankers}; ${why.terms.slice(0, 6).join(' ')}`;
    }),
  ].join('\n');
}

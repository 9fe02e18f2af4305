import type { Why } from '../../handlers/turn/why.js';
import type { AskAnswer } from './ask-once.js';

/** Why the bot answered as it did: signal, terms, every condition, and every candidate with its rankers. */
export function explain(why: Why, answer: AskAnswer): string {
  return [
    '— waarom —',
    `beslissing: ${answer.decision}${answer.urgent === null ? '' : ` (${answer.urgent})`}, taal ${answer.language}, ${String(answer.ms)} ms`,
    ...(why.signal ? [`signaal: ${why.signal.kind}: ${why.signal.why}`] : []),
    ...(why.named ? [`begrip of checklist: ${why.named.id} ${why.named.score.toFixed(2)}`] : []),
    `woorden: ${why.terms.join(' ')}`,
    `begrippen: ${why.concepts.join(' ')}`,
    `voorwaarden voor een antwoord (de zoeker alleen: ${why.matching}):`,
    ...why.checks.map(({ ok, text }) => `  ${ok ? '+' : '-'} ${text}`),
    ...why.candidates.map(({ id, kind, score, why: reasons }, index) => {
      const rankers = Object.entries(reasons.rankers)
        .map(([name, value]) => `${name} ${value.toFixed(2)}`)
        .join(', ');
      return `${String(index + 1)}. ${id} (${kind}) ${score.toFixed(2)}: ${rankers}; ${reasons.terms.slice(0, 6).join(' ')}`;
    }),
  ].join('\n');
}

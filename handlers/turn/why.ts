import type { Candidate } from '../../knowledge/match/match.js';
import type { Language } from '../../knowledge/text/language.js';
import type { KnowledgeNow } from '../ports.js';
import { mask } from '../privacy/mask.js';
import { askedText } from './asked-text.js';
import { checksOf, decide, type Check, type Decision } from './decide.js';
import { CHECK_TEXTS } from './why-texts.js';

/** Why a question was answered, offered or handed on: for `ask --why` and the desk. */
export interface Why {
  /** What matching alone decides; a signal, a command or the conversation may have gone before it. */
  readonly matching: Decision['kind'];
  readonly language: Language;
  readonly signal: { readonly kind: string; readonly why: string } | null;
  /** A term or checklist asked for by its name. */
  readonly named: { readonly id: string; readonly score: number } | null;
  readonly probability: number;
  readonly margin: number;
  readonly checks: readonly (Check & { readonly text: string })[];
  readonly knownShare: number;
  readonly notOurs: number;
  readonly terms: readonly string[];
  readonly concepts: readonly string[];
  readonly candidates: readonly Candidate[];
}

/** One question on its own, without a conversation before it. */
export async function explainMatch(knowledge: KnowledgeNow, text: string): Promise<Why> {
  const language = knowledge.detectLanguage(text);
  const masked = mask(text);
  const asked = askedText({ text, masked });
  await knowledge.matcher.prepare?.(asked);
  const match = knowledge.matcher.match(asked);
  const decision = decide(match, { language, text, masked });
  const signal = knowledge.detectSignal(text, []);
  return {
    matching: decision.kind,
    language,
    signal: signal ? { kind: signal.signal.kind, why: signal.why } : null,
    named: knowledge.findNamed(text),
    probability: decision.probability,
    margin: decision.margin,
    checks: checksOf(match, { language, text, masked }).map((check) => ({
      ...check,
      text: CHECK_TEXTS[check.name](check),
    })),
    knownShare: match.knownShare,
    notOurs: match.notOurs ?? 0,
    terms: match.terms,
    concepts: match.concepts,
    candidates: match.candidates,
  };
}

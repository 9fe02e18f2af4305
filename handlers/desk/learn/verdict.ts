import type { KnowledgeNow } from '../../ports.js';
import { decide } from '../../turn/decide.js';
import { withoutMarks } from './change.js';
import type { Verdict } from './views.js';

/** Where a question goes, without the title people read. */
export type PlainVerdict = Pick<Verdict, 'decision' | 'item'>;

/** Where a question on its own goes by one version of the knowledge, in the order of a turn: alarm, name, match. */
export function verdictOf(now: KnowledgeNow, masked: string): PlainVerdict {
  const text = withoutMarks(masked);
  const alarm = now.detectSignal(text, []);
  if (alarm) return { decision: 'urgent', item: alarm.signal.kind };
  const named = now.findNamed(text);
  if (named) return { decision: 'answer', item: named.id };
  const decision = decide(now.matcher.match(text), { language: now.detectLanguage(text), text });
  switch (decision.kind) {
    case 'answer':
      return { decision: 'answer', item: decision.candidate.id };
    case 'choose':
      return { decision: 'choose', item: decision.candidates[0]?.id ?? null };
    case 'escalate':
    case 'decline':
      return { decision: decision.kind, item: null };
  }
}

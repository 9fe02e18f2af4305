import type { UrgentPart } from '../reply.js';
import { outcomeCandidates, result, type Turn, type TurnResult } from './turn.js';
import { kindOf } from './context/message-kind.js';
import { openTicket } from './escalate.js';

/** Signals come before everything that asks or matches: first aid at once, a red ticket, no question first. */
export async function urgentStep(turn: Turn): Promise<TurnResult | null> {
  // "denk sao", "hij is 17": a fact of the profile and nothing else is never an alarm, whatever its words remind of.
  if (kindOf(turn.text).kind === 'situation') return null;
  const before = turn.recent
    .filter(({ from }) => from === 'asker')
    .slice(-2)
    .map(({ text }) => text);
  const running = turn.openTicket;
  // Once first aid was given, only a message that is alarming by itself gives it again: "hij is naar spoed, wat nu" is a question.
  const rememberedDanger = running?.ticket.urgency === undefined || running.ticket.urgency === null;
  const found = turn.knowledge.detectSignal(turn.text, rememberedDanger ? before : []);
  if (!found) return null;
  const part: UrgentPart = { kind: 'urgent', signal: found.signal.kind, markdown: found.signal.text };
  if (running?.ticket.urgency === found.signal.kind && running.ticket.status !== 'closed') {
    return result('urgent', [part], { urgent: found.signal.kind, candidates: whatElse(turn) });
  }
  const ticket = await openTicket(turn, {
    question: { text: turn.masked, original: turn.text },
    reason: 'urgent',
    signal: found.signal,
  });
  return { ...ticket, candidates: whatElse(turn), reply: { ...ticket.reply, parts: [part, ...ticket.reply.parts] } };
}

/** What matching would have said, for the coach. A matcher that breaks must never stand in the way of first aid. */
function whatElse(turn: Turn): TurnResult['candidates'] {
  try {
    return outcomeCandidates(turn.knowledge.matcher.match(turn.text), turn.knowledge.library);
  } catch {
    return [];
  }
}

import { isOpenAt } from '../desk/promise.js';
import { text, type Button, type UrgentPart } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import { commandOf, typedCommand } from './commands.js';
import { outcomeCandidates, result, type Turn, type TurnResult } from './turn.js';
import { kindOf } from './context/message-kind.js';
import { openTicket } from './escalate.js';

// Last: nobody in a hurry taps it by mistake.
const takeBack: Button = { label: LABELS.falseAlarm, action: { do: 'false-alarm' } };

/** Signals come before everything that asks or matches: first aid at once, a red ticket, no question first. */
export async function urgentStep(turn: Turn): Promise<TurnResult | null> {
  // "denk sao", "hij is 17": a fact of the profile and nothing else is never an alarm, whatever its words remind of.
  if (kindOf(turn.text).kind === 'situation') return null;
  // "vals alarm" takes one back and raises none.
  if (commandOf(turn)?.do === 'false-alarm') return null;
  const before = saidBefore(turn);
  const running = turn.openTicket;
  // Once first aid was given, only a message that is alarming by itself gives it again: "hij is naar spoed, wat nu" is a question.
  const rememberedDanger = running?.ticket.urgency === undefined || running.ticket.urgency === null;
  const found = turn.knowledge.detectSignal(turn.text, rememberedDanger ? before : []);
  if (!found) return null;
  const part: UrgentPart = { kind: 'urgent', signal: found.signal.kind, markdown: found.signal.text };
  const now = isOpenAt(turn.now, turn.rules) ? [part] : [part, text(TEXTS.nobodyNow)];
  if (running?.ticket.urgency === found.signal.kind && running.ticket.status !== 'closed') {
    return result('urgent', now, { urgent: found.signal.kind, candidates: whatElse(turn), buttons: [takeBack] });
  }
  const ticket = await openTicket(turn, {
    question: { text: turn.masked, original: turn.text },
    reason: 'urgent',
    signal: found.signal,
  });
  const { parts, buttons } = ticket.reply;
  const reply = { parts: [...now, ...parts], buttons: [...buttons, takeBack] };
  return { ...ticket, candidates: whatElse(turn), reply };
}

/** The asker's last messages; what he took back as a false alarm no longer counts. */
function saidBefore({ recent }: Turn): readonly string[] {
  const said = recent.filter(({ from }) => from === 'asker').map(({ text }) => text);
  const takenBack = said.findLastIndex((words) => typedCommand(words)?.do === 'false-alarm');
  return said.slice(takenBack + 1).slice(-2);
}

/** What matching would have said, for the coach. A matcher that breaks must never stand in the way of first aid. */
function whatElse(turn: Turn): TurnResult['candidates'] {
  try {
    return outcomeCandidates(turn.knowledge.matcher.match(turn.text), turn.knowledge.library);
  } catch {
    return [];
  }
}

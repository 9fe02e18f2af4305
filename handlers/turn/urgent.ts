import { isOpenAt } from '../desk/promise.js';
import { text, type Button, type UrgentPart } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import { commandOf } from './commands.js';
import { typedCommand } from './typed-command.js';
import type { Signal } from '../../knowledge/signals.js';
import type { LastQuestion } from '../conversation.js';
import { PICKED } from './shown-candidates.js';
import { outcomeCandidates, result, type StoredTicket, type Turn, type TurnResult } from './turn.js';
import { kindOf } from './context/message-kind.js';
import { openTicket } from './escalate.js';
import { phoneIn } from './coach-wish.js';
import { onlyACall } from './only-a-call.js';
import { smalltalkOf } from './smalltalk.js';
import { typedButton } from './typed-button.js';

// Last: nobody in a hurry taps it by mistake.
const takeBack: Button = { label: LABELS.falseAlarm, action: { do: 'false-alarm' } };

/** Signals come before everything that asks or matches: first aid at once, a red ticket, no question first. */
export async function urgentStep(turn: Turn): Promise<TurnResult | null> {
  // "denk sao", "hij is 17": a fact of the profile and nothing else is never an alarm, whatever its words remind of.
  if (kindOf(turn.text).kind === 'situation') return null;
  // "bedankt hé": small talk and nothing else is no alarm either.
  if (smalltalkOf(turn.text) !== null) return null;
  // "vals alarm" takes one back and raises none.
  if (commandOf(turn)?.do === 'false-alarm') return null;
  // Words we put on a button ourselves ("Bel me liever") do what the button does; a choice of entry may name a danger.
  const button = typedButton(turn.text, turn.conversation.offered);
  if (button !== null && button.do !== 'show') return null;
  // "kan je mij bellen": the step of the coach's wishes knows what to do.
  if (onlyACall(turn.text, phoneIn(turn.text))) return null;
  const before = saidBefore(turn);
  const running = turn.openTicket;
  // Once first aid was given, only a message that is alarming by itself gives it again: "hij is naar spoed, wat nu" is a question.
  const rememberedDanger = running?.ticket.urgency === undefined || running.ticket.urgency === null;
  const found = turn.knowledge.detectSignal(turn.text, rememberedDanger ? before : []);
  if (!found) return null;
  const last = lastOf(turn, found.signal);
  if (running?.ticket.urgency === found.signal.kind && running.ticket.status !== 'closed')
    return again(turn, running, found.signal);
  const part: UrgentPart = { kind: 'urgent', signal: found.signal.kind, markdown: found.signal.text };
  const now = isOpenAt(turn.now, turn.rules) ? [part] : [part, text(TEXTS.nobodyNow)];
  const ticket = await openTicket(turn, {
    // Nothing was tried on danger: what was asked before it has nothing to do with it.
    question: { text: turn.masked, original: turn.text, item: null, tried: [] },
    reason: 'urgent',
    signal: found.signal,
  });
  const { parts, buttons } = ticket.reply;
  const reply = { parts: [...now, ...parts], buttons: [...buttons, takeBack] };
  return { ...ticket, candidates: whatElse(turn), conversation: { ...ticket.conversation, last }, reply };
}

/** First aid given so recently still stands on the screen. */
const STANDS_MS = 15 * 60_000;

/** The same danger goes on: the coach reads what is added; the mentor reads first aid again only when it is some time ago. */
function again(turn: Turn, { ticket, version }: StoredTicket, signal: Signal): TurnResult {
  const at = turn.now.toISOString();
  const added = {
    ...ticket,
    updatedAt: at,
    question: `${ticket.question}\n\n${turn.text}`,
    masked: `${ticket.masked}\n\n${turn.masked}`,
    attachments: [...ticket.attachments, ...turn.message.attachments],
    history: [...ticket.history, { at, by: 'asker', action: 'aangevuld', detail: null }],
  };
  const fresh = turn.now.getTime() - Date.parse(ticket.updatedAt) < STANDS_MS;
  const [first = signal.text] = signal.text.split('\n');
  const part: UrgentPart = { kind: 'urgent', signal: signal.kind, markdown: fresh ? first : signal.text };
  const nobody = isOpenAt(turn.now, turn.rules) ? [] : [text(TEXTS.nobodyNow)];
  return result('urgent', [part, text(TEXTS.addedToAlarm), ...nobody], {
    urgent: signal.kind,
    candidates: whatElse(turn),
    buttons: [takeBack],
    tickets: [{ ticket: added, version }],
    conversation: { last: lastOf(turn, signal) },
  });
}

/** "Wat moet ik nu nog doen", "hoe geef ik dit aan": read against what comes after the first hour. */
function lastOf(turn: Turn, { next }: Signal): LastQuestion | null {
  const item = next === null ? undefined : turn.knowledge.library.items.get(next);
  if (!item) return null;
  const tried = [{ id: item.id, title: item.title, score: PICKED, shown: false, helped: null }];
  return { text: turn.masked, original: turn.text, item: item.id, tried, at: turn.now.toISOString() };
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

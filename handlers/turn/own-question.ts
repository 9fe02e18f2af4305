import type { Item } from '../../knowledge/entry.js';
import type { Candidate } from '../../knowledge/match/match.js';
import { text } from '../reply.js';
import { SLOT_TEXTS, TEXTS } from '../texts.js';
import { answeredAlone } from './context/answered-alone.js';
import { asksMeaning } from './context/asks-meaning.js';
import { kindOf } from './context/message-kind.js';
import { phoneIn, withCall } from './coach-wish.js';
import { openTicket } from './escalate.js';
import { leaveOpen } from './leave-open.js';
import { mergeProfile } from './profile.js';
import { readSlotAnswer } from './profile/slot-answer.js';
import { showItem, slotButtons } from './show-item.js';
import { shownCandidates } from './shown-candidates.js';
import { result, type Turn, type TurnResult } from './turn.js';
import { withOthers } from './with-others.js';

/** The asker answers what we asked: the profile fact, the question for the coach, a phone number. */
export async function ownQuestionStep(turn: Turn): Promise<TurnResult | null> {
  const { awaiting } = turn.conversation;
  if (awaiting === 'coach-question')
    return openTicket(turn, { question: { text: turn.masked, original: turn.text }, reason: 'asked' });
  if (awaiting === 'phone') return savePhone(turn) ?? answeredSlot(turn);
  return answeredSlot(turn);
}

function answeredSlot(turn: Turn): TurnResult | null {
  const { asked, last, profile } = turn.conversation;
  const item = asked ? turn.knowledge.library.items.get(asked.item) : undefined;
  if (!asked || !item || asksMeaning(turn) || standsAlone(turn.text)) return null;
  const answer = readSlotAnswer(asked.slot, turn.text);
  if (answer === null) return null;
  if (answer.kind === 'open') return leaveOpen(turn);
  const candidates = shownCandidates(turn, item);
  if (answer.kind === 'unclear')
    return result('answer', [text(SLOT_TEXTS[asked.slot].ask)], {
      asks: asked.slot,
      buttons: slotButtons(asked.slot),
      candidates,
    });
  const shown = showItem(turn, item, {
    profile: mergeProfile(profile, answer.profile),
    candidates,
    ...(last ? { question: last } : {}),
  });
  return withOthers(turn, shown, askedBeside(turn, item));
}

/** "hij wordt 18, verandert er iets" answers "is hij al 18?" and asks something of its own. */
function askedBeside(turn: Turn, item: Item): readonly Candidate[] {
  const kind = kindOf(turn.text);
  const asked = kind.kind === 'situation' && kind.event ? answeredAlone(turn) : null;
  return asked === null || asked.id === item.id ? [] : [asked];
}

/** A new question that happens to name the fact is no answer to ours. */
function standsAlone(message: string): boolean {
  const kind = kindOf(message).kind;
  return message.split(/\s+/).length > MOST_WORDS || (kind !== 'situation' && kind !== 'bare' && ASKS.test(message));
}

const MOST_WORDS = 14;
const ASKS =
  /\?|^(?:en |maar |ok |oke )*(?:wie|wat|waar|wanneer|welke?|hoe\w*|mag|moet\w*|kan|kunde?|krijg\w*|betaal\w*)\b/i;

function savePhone(turn: Turn): TurnResult | null {
  const open = turn.openTicket;
  if (!open) return null;
  const number = phoneIn(turn.text);
  if (number !== null) return withCall(turn, open, number);
  // Digits that are no number are a slip; words are about something else.
  return (turn.text.match(/\d/g)?.length ?? 0) >= 6 && turn.text.length <= 30
    ? result('escalate', [text(TEXTS.phoneUnclear)])
    : null;
}

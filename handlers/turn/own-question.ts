import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { text } from '../reply.js';
import type { Ticket } from '../ticket.js';
import { TEXTS } from '../texts.js';
import { openTicket } from './escalate.js';
import { mergeProfile, readSlotAnswer } from './profile.js';
import { showItem } from './show-item.js';
import { result, type Turn, type TurnResult } from './turn.js';

/** The asker answers what we asked: the profile fact, the question for the coach, a phone number. */
export async function ownQuestionStep(turn: Turn): Promise<TurnResult | null> {
  const { awaiting } = turn.conversation;
  if (awaiting === 'coach-question')
    return openTicket(turn, { question: { text: turn.masked, original: turn.text }, reason: 'asked' });
  if (awaiting === 'phone') return savePhone(turn);
  return answeredSlot(turn);
}

function answeredSlot(turn: Turn): TurnResult | null {
  const { asked, last, profile } = turn.conversation;
  const item = asked ? turn.knowledge.library.items.get(asked.item) : undefined;
  if (!asked || !item) return null;
  if (/^(geen idee|weet (ik )?(het )?niet|kweetni|weeknie|\?+)$/i.test(turn.text.trim())) {
    return result('answer', [text(TEXTS.okay)], { conversation: { asked: null } });
  }
  const told = readSlotAnswer(asked.slot, turn.text);
  // A long message is a new question that happens to name the fact.
  if (!told || turn.text.split(/\s+/).length > 8) return null;
  return showItem(turn, item, { profile: mergeProfile(profile, told), ...(last ? { question: last } : {}) });
}

function savePhone(turn: Turn): TurnResult | null {
  const open = turn.openTicket;
  if (!open?.ticket.callback) return null;
  const number = findPhoneNumbersInText(turn.text, 'BE')[0]?.number.formatInternational() ?? null;
  if (number === null && turn.text.length > 30) return null;
  if (number === null) return result('escalate', [text(TEXTS.phoneUnclear)]);
  const ticket: Ticket = {
    ...open.ticket,
    callback: { ...open.ticket.callback, phone: number },
    updatedAt: turn.now.toISOString(),
  };
  return result('escalate', [text(TEXTS.callbackSaved)], {
    tickets: [{ ticket, version: open.version }],
    conversation: { awaiting: null },
  });
}

import { phoneOf } from '../message.js';
import type { Action, SimpleCommand } from '../action.js';
import { makeCode } from '../continuity/make-code.js';
import { partChannels } from '../continuity/part.js';
import { offerTips, tipsOff, tipsOn } from '../tips/tip-commands.js';
import { surveyAction } from '../survey/take-survey.js';
import { text } from '../reply.js';
import { isOpen, type Ticket } from '../ticket.js';
import type { CALLBACK_TEXTS } from '../texts.js';
import { LABELS, sayCallNoted, sayKnown, sayRemembered, TEXTS } from '../texts.js';
import { callbackButtons, sayPromise } from './coach-wish.js';
import { openTicket } from './escalate.js';
import { falseAlarm } from './false-alarm.js';
import { helpedBy, moreAbout, notHelpedBy, showChosen } from './feedback.js';
import { leaveOpen } from './leave-open.js';
import { coachButton, menuButton, showMenu, showTheme } from './menu.js';
import { myQuestions } from './my-questions.js';
import { mergeProfile, sayProfile } from './profile.js';
import { showItem } from './show-item.js';
import { typedButton } from './typed-button.js';
import { typedCommand } from './typed-command.js';
import { result, type Turn, type TurnResult } from './turn.js';
import { eraseButton, whatIsKept } from './what-is-kept.js';
import { questionForCoach } from './wordless.js';
import { closeByAsker, leaveThread, watchTicket } from './thread.js';

/** A pressed button, the same button typed by its number or label, or a typed command. */
export async function commandStep(turn: Turn): Promise<TurnResult | null> {
  const action = commandOf(turn);
  return action ? carryOut(turn, action) : null;
}

/** What the asker wants done by this message; null when it is to be read as words. */
export function commandOf(turn: Turn): Action | null {
  return turn.message.action ?? typedButton(turn.text, turn.conversation.offered) ?? typedCommand(turn.text);
}

async function carryOut(turn: Turn, action: Action): Promise<TurnResult> {
  switch (action.do) {
    case 'helped':
      return helpedBy(turn, action.item);
    case 'not-helped':
      return notHelpedBy(turn, action.item);
    case 'more':
      return moreAbout(turn, action.item);
    case 'show':
      return showChosen(turn, action.item);
    case 'none-of-these':
      return result('escalate', [text(TEXTS.offerCoach)], { buttons: [coachButton, menuButton] });
    case 'ask-coach':
      return askCoach(turn);
    case 'slot':
      return chooseSlot(turn, action.slot, action.value);
    case 'theme':
      return showTheme(turn, action.theme);
    case 'survey':
      return surveyAction(turn, action.say);
    case 'callback':
      return chooseCallback(turn, action.when);
    case 'also-mine':
      return watchTicket(turn, action.ticket);
    case 'claim':
      return result('decline', [text(TEXTS.unknownButton)]);
    case 'resolved':
      return closeByAsker(turn, action.ticket);
    default:
      return simpleCommand(turn, action.do);
  }
}

async function simpleCommand(turn: Turn, command: SimpleCommand): Promise<TurnResult> {
  switch (command) {
    case 'menu':
    case 'help':
      return showMenu(turn);
    case 'my-questions':
      return myQuestions(turn);
    case 'stop':
      return result('smalltalk', [text(TEXTS.stopped)], {
        conversation: { stopped: true, asked: null, awaiting: null },
      });
    case 'resume':
      return result('smalltalk', [text(TEXTS.resumed)], { conversation: { stopped: false } });
    case 'profile':
      return showProfile(turn);
    case 'what-is-kept':
      return whatIsKept(turn);
    case 'erase':
      return result('smalltalk', [text(TEXTS.eraseConfirm)], {
        buttons: [
          { label: LABELS.yesErase, action: { do: 'erase-confirmed' } },
          { label: LABELS.cancel, action: { do: 'cancel' } },
        ],
      });
    case 'erase-confirmed':
      return result('smalltalk', [text(TEXTS.erased)], { erase: true });
    case 'skip-slot':
      return leaveOpen(turn);
    case 'new-question':
      return leaveThread(turn);
    case 'call-me':
      return result('escalate', [text(TEXTS.callbackWhen)], {
        buttons: callbackButtons(),
        // A number typed before the part of the day is chosen is the number to call.
        conversation: turn.openTicket ? { awaiting: 'phone' } : {},
      });
    case 'false-alarm':
      return falseAlarm(turn);
    case 'continue':
      return makeCode(turn);
    case 'part':
      return partChannels(turn);
    case 'tips':
      return offerTips(turn);
    case 'tips-on':
      return tipsOn(turn);
    case 'tips-off':
      return tipsOff(turn);
    case 'cancel':
      return result('smalltalk', [text(TEXTS.okay)], { conversation: { asked: null, awaiting: null } });
  }
}

/** The last question goes to the coach with its context; without one, we ask for it. */
async function askCoach(turn: Turn): Promise<TurnResult> {
  const last = questionForCoach(turn);
  if (last === null)
    return result('escalate', [text(TEXTS.nothingToSend)], {
      conversation: { awaiting: 'coach-question', asked: null },
    });
  // What the coach has already is not sent twice.
  const open = turn.openTicket?.ticket;
  if (open && isOpen(open) && open.question.includes(last.original)) return sayPromise(turn, 'when');
  const tried = last.tried.some(({ shown }) => shown);
  return openTicket(turn, { question: last, reason: tried ? 'not-helped' : 'asked' });
}

function chooseSlot(turn: Turn, slot: string, value: string): TurnResult {
  const profile = mergeProfile(turn.conversation.profile, { [slot]: value });
  const id = turn.conversation.asked?.item ?? turn.conversation.last?.item;
  const item = id ? turn.knowledge.library.items.get(id) : undefined;
  if (!item)
    return result('smalltalk', [text(sayRemembered(sayProfile(profile)))], {
      conversation: { profile, asked: null },
    });
  return showItem(turn, item, { profile, ...(turn.conversation.last ? { question: turn.conversation.last } : {}) });
}

function showProfile(turn: Turn): TurnResult {
  const known = sayKnown(sayProfile(turn.conversation.profile));
  return result('smalltalk', [text(known)], { buttons: [eraseButton, menuButton] });
}

function chooseCallback(turn: Turn, when: keyof typeof CALLBACK_TEXTS): TurnResult {
  const open = turn.openTicket;
  if (!open) return result('smalltalk', [text(TEXTS.noQuestions)], { buttons: [coachButton] });
  const phone = open.ticket.callback?.phone ?? phoneOf(turn.message.address);
  const ticket: Ticket = {
    ...open.ticket,
    callback: { when, phone },
    updatedAt: turn.now.toISOString(),
  };
  return result('escalate', [text(phone === null ? TEXTS.callbackPhone : sayCallNoted(when, phone))], {
    tickets: [{ ticket, version: open.version }],
    conversation: { awaiting: phone === null ? 'phone' : null },
  });
}

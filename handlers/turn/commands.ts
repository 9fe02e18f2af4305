import { phoneOf } from '../message.js';
import { THEME_LABELS, THEME_TITLES, THEMES } from '../../knowledge/entry.js';
import type { Action, SimpleCommand } from '../action.js';
import { makeCode } from '../continuity/make-code.js';
import { partChannels } from '../continuity/part.js';
import { offerTips, tipsOff, tipsOn } from '../tips/tip-commands.js';
import { sayMoment } from '../desk/promise.js';
import { surveyAction } from '../survey/take-survey.js';
import { text, type Button, type ReplyPart } from '../reply.js';
import { isOpen, type Ticket } from '../ticket.js';
import type { CALLBACK_TEXTS } from '../texts.js';
import { LABELS, sayCallNoted, TEXTS } from '../texts.js';
import { chooseButtons } from './choose-buttons.js';
import { callbackButtons, sayPromise } from './coach-wish.js';
import { openTicket } from './escalate.js';
import { beginningOf } from './excerpt.js';
import { FALSE_ALARM, falseAlarm } from './false-alarm.js';
import { helpedBy, moreAbout, notHelpedBy, showChosen } from './feedback.js';
import { leaveOpen } from './leave-open.js';
import { mergeProfile, sayProfile } from './profile.js';
import { showItem } from './show-item.js';
import { typedButton } from './typed-button.js';
import { result, type Turn, type TurnResult } from './turn.js';
import { eraseButton, whatIsKept } from './what-is-kept.js';
import { questionForCoach } from './wordless.js';
import { closeByAsker, leaveThread, watchTicket } from './thread.js';

/** Whole messages that are a command. */
const TYPED: readonly (readonly [RegExp, Action])[] = [
  [/^(menu|start|begin|help|hulp|opties|thema'?s)$/, { do: 'menu' }],
  [
    /^(coach|vraag (het )?(aan )?(de |een )?coach|(ik wil )?(een |nen )?(mens|persoon|echte? (mens|persoon))( spreken)?|met iemand (praten|spreken|bellen)|bel mij|bel me|medewerker)$/,
    { do: 'ask-coach' },
  ],
  [/^(stop|stoppen|uitschrijven|afmelden|unsubscribe)$/, { do: 'stop' }],
  [/^(opnieuw|hervat|aanmelden|terug)$/, { do: 'resume' }],
  [/^(mijn vragen|mijne vragen|mijn tickets?|status|waar blijft mijn antwoord)$/, { do: 'my-questions' }],
  [/^(mijn profiel|mijn gegevens|wat heb je onthouden)$/, { do: 'profile' }],
  [
    /^(wis (al )?(mijn|m'n) (gegevens|data|info)|vergeet mij|(verwijder|delete) (al )?(mijn|m'n) (gegevens|data)|wis alles( van mij)?|gegevens wissen)$/,
    { do: 'erase' },
  ],
  [
    /^(wat (weet|weette|bewaart?|onthoudt?|houdt?) (je|ge|gij|u|jij|jullie) (allemaal |eigenlijk )?(bij |allemaal )?(van|over) mij( bij)?|welke gegevens (heb|bewaar|hebt|bewaart) (je|ge|u|jullie)( (van|over) mij)?|wat bewaren? (jullie|we|je)( van mij)?|toon mijn gegevens)$/,
    { do: 'what-is-kept' },
  ],
  [/^(nieuwe vraag|andere vraag|iets anders)$/, { do: 'new-question' }],
  [FALSE_ALARM, { do: 'false-alarm' }],
  [/^(code|koppel(en)?|verder( gaan)? (op|via|in) .{2,30})$/, { do: 'continue' }],
  [/^(ontkoppel(en)?|loskoppelen)$/, { do: 'part' }],
  [/^(tips?|tips aan|stuur (mij |me )?tips)$/, { do: 'tips' }],
  [/^(tips? (uit|stop(pen)?|af)|(stop|geen) tips?( meer)?|stop met tips)$/, { do: 'tips-off' }],
];

/** The action a whole typed message stands for; null when it is no command. */
export function typedCommand(message: string): Action | null {
  const bare = message
    .toLowerCase()
    .replace(/[.!?]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return TYPED.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

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

const coachButton: Button = { label: LABELS.coach, action: { do: 'ask-coach' } };
const menuButton: Button = { label: LABELS.menu, action: { do: 'menu' } };

async function simpleCommand(turn: Turn, command: SimpleCommand): Promise<TurnResult> {
  switch (command) {
    case 'menu':
    case 'help':
      return result('smalltalk', [text(TEXTS.menu)], {
        buttons: [...themeButtons(turn), coachButton],
        conversation: { asked: null, awaiting: null },
      });
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
    return result('smalltalk', [text(`Oké, ik onthoud: ${sayProfile(profile)}.`)], {
      conversation: { profile, asked: null },
    });
  return showItem(turn, item, { profile, ...(turn.conversation.last ? { question: turn.conversation.last } : {}) });
}

function themeButtons(turn: Turn): readonly Button[] {
  const used = new Set(turn.knowledge.library.entries.map(({ theme }) => theme));
  const shown = THEMES.filter((theme) => MENU_THEMES.includes(theme) && used.has(theme));
  return shown.map((theme): Button => ({
    label: THEME_LABELS[theme],
    title: THEME_TITLES[theme],
    action: { do: 'theme', theme },
  }));
}

/** What mentors ask most, in the order of a working year; nine, so that a WhatsApp list holds them and the coach. */
const MENU_THEMES: readonly string[] = [
  'overeenkomst',
  'dimona',
  'onthaal',
  'veiligheid',
  'arbeidsongevallen',
  'ziekte',
  'vakantie',
  'omgang',
  'einde',
];

function showTheme(turn: Turn, theme: string): TurnResult {
  const entries = turn.knowledge.library.entries.filter((entry) => entry.theme === theme);
  const first = [...entries].sort((a, b) => b.phrasings.length - a.phrasings.length).slice(0, 3);
  return result('choose', [text(TEXTS.themeEmpty)], {
    buttons: [
      ...chooseButtons(
        turn,
        first.map(({ id }) => id),
      ),
      menuButton,
    ],
  });
}

async function myTickets(turn: Turn): Promise<readonly Ticket[]> {
  const found = await turn.store.query<Ticket>({
    kind: 'ticket',
    index: 'conversation',
    prefix: `${turn.conversation.key}|`,
    order: 'desc',
    limit: 5,
  });
  return found.map(({ body }) => body);
}

async function myQuestions(turn: Turn): Promise<TurnResult> {
  const tickets = await myTickets(turn);
  if (tickets.length === 0) return result('smalltalk', [text(TEXTS.noQuestions)], { buttons: [coachButton] });
  return result(
    'smalltalk',
    tickets.map((ticket) => ticketState(turn, ticket)),
  );
}

function ticketState(turn: Turn, ticket: Ticket): ReplyPart {
  const when = sayMoment(new Date(ticket.dueAt), turn.now);
  const short = beginningOf(ticket.masked, 60);
  const state = isOpen(ticket)
    ? ticket.coachSpoke
      ? 'de coach wacht op jou of zoekt verder'
      : `antwoord ten laatste ${when}`
    : ticket.status === 'answered'
      ? 'beantwoord'
      : 'afgesloten';
  return {
    kind: 'ticket',
    number: ticket.number,
    markdown: `**Vraag ${String(ticket.number)}**: ${state}.\n\n> ${short}`,
    dueAt: isOpen(ticket) ? ticket.dueAt : null,
    state: isOpen(ticket) ? 'open' : ticket.status === 'answered' ? 'answered' : 'closed',
  };
}

function showProfile(turn: Turn): TurnResult {
  const known = sayProfile(turn.conversation.profile);
  const line = known === '' ? TEXTS.profileEmpty : `Dit onthoud ik over jouw situatie: ${known}.`;
  return result('smalltalk', [text(line)], { buttons: [eraseButton, menuButton] });
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

import { joinStep } from '../continuity/join-step.js';
import type { Conversation } from '../conversation.js';
import type { Outcome } from '../outcome.js';
import { text } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import { inviteToSurvey } from '../survey/invite.js';
import { surveyStep } from '../survey/take-survey.js';
import { mask } from '../privacy/mask.js';
import { cleanText } from './clean-text.js';
import { commandStep } from './commands.js';
import { turnEvents } from './count-turn.js';
import { coachRequestStep } from './coach-request.js';
import { coachWishStep } from './coach-wish.js';
import { offerCoach, openTicket } from './escalate.js';
import { followUpStep } from './follow-up.js';
import { matchStep } from './match-step.js';
import { namedItemStep } from './named-item.js';
import { offerOpenQuestion } from './open-question.js';
import { ownQuestionStep } from './own-question.js';
import { prepareMatchStep } from './prepare-match.js';
import { rememberMatches } from './remember-matches.js';
import { smalltalkStep } from './smalltalk.js';
import { startAgainStep } from './start-again.js';
import { threadStep } from './thread.js';
import { isNod } from './nod.js';
import { result, type Step, type Turn, type TurnResult } from './turn.js';
import { urgentStep } from './urgent.js';
import { wordlessFiles } from './wordless.js';

/**
 * The story of a turn, first step that has something to say wins. A pressed button needs no reading; typed words are
 * looked at for danger before anything else, so that no command or running question can stand in its way.
 */
const STEPS: readonly Step[] = [
  unreadableStep,
  urgentStep,
  surveyStep,
  startAgainStep,
  joinStep,
  commandStep,
  ownQuestionStep,
  threadStep,
  coachWishStep,
  smalltalkStep,
  prepareMatchStep,
  coachRequestStep,
  followUpStep,
  namedItemStep,
  matchStep,
];

/** What a turn needs beside what is read from the message itself. */
export type TurnInput = Omit<Turn, 'text' | 'masked' | 'language'>;

export interface HandledTurn {
  readonly turn: Turn;
  readonly result: TurnResult;
  readonly outcome: Outcome;
}

/** Reads one message and decides everything that follows from it. Writes nothing: see process-message.ts. */
export async function handleMessage(input: TurnInput): Promise<HandledTurn> {
  const turn = readTurn(input);
  const done = withArrival(turn, await inviteToSurvey(turn, await offerOpenQuestion(turn, await firstResult(turn))));
  return { turn, result: { ...done, events: turnEvents(turn, done) }, outcome: toOutcome(turn, done) };
}

/** Each step of a typed message by itself, whatever the others say: to have run them once. Nothing follows from it. */
export function* stepByStep(input: TurnInput): Generator {
  const turn = readTurn(input);
  for (const step of STEPS) yield step(turn);
}

/** When deciding breaks, a coach gets the question: never silence, never a guess. */
export async function handleBroken(input: TurnInput): Promise<HandledTurn> {
  const turn = readTurn(input);
  const ticket = await openTicket(turn, { question: { text: turn.masked, original: turn.text }, reason: 'error' });
  const done = { ...ticket, reply: { ...ticket.reply, parts: [text(TEXTS.broken), ...ticket.reply.parts] } };
  return { turn, result: done, outcome: toOutcome(turn, done) };
}

function readTurn(input: TurnInput): Turn {
  const { text: words } = cleanText(input.message.text);
  const knowledge = rememberMatches(input.knowledge);
  return { ...input, knowledge, text: words, masked: mask(words), language: knowledge.detectLanguage(words) };
}

async function firstResult(turn: Turn): Promise<TurnResult> {
  const steps = turn.message.action === null ? STEPS : [commandStep];
  for (const step of steps) {
    const done = await step(turn);
    if (done) return done;
  }
  return offerCoach(turn, [text(TEXTS.notSure)]);
}

/** Nothing to read: an empty message, symbols only, or an attachment without words. */
function unreadableStep(turn: Turn): Promise<TurnResult> | TurnResult | null {
  if (cleanText(turn.message.text).readable) return null;
  const { attachments } = turn.message;
  if (attachments.some(({ kind }) => kind !== 'sticker')) return wordlessFiles(turn);
  const nod = turn.conversation.greeted && (attachments.length > 0 || isNod(turn.text));
  // To a coach a thumb is an answer like any other.
  if (nod) return threadStep(turn) ?? result('smalltalk', [text(TEXTS.nod)]);
  return result('smalltalk', [text(turn.message.text.trim() === '' ? TEXTS.empty : TEXTS.onlySymbols)], {
    buttons: [{ label: LABELS.menu, action: { do: 'menu' } }],
  });
}

/** First words to a newcomer, and an honest line when we did not read everything. */
function withArrival(turn: Turn, done: TurnResult): TurnResult {
  const clipped = cleanText(turn.message.text).clipped;
  const before = [
    ...(turn.conversation.greeted || done.urgent
      ? []
      : [text(TEXTS.welcome), ...(turn.message.inPublic ? [text(TEXTS.inPublic)] : [])]),
    ...(clipped ? [text(TEXTS.tooLong)] : []),
    ...(perhapsDanger(turn, done) ? [text(TEXTS.perhapsDanger)] : []),
  ];
  const conversation: Partial<Conversation> = {
    ...keepFiles(turn, done),
    ...done.conversation,
    greeted: true,
    offered: done.reply.buttons,
  };
  return { ...done, conversation, reply: { ...done.reply, parts: [...before, ...done.reply.parts] } };
}

/** An ordinary answer to words that sound somewhat like an emergency says where help is, too. */
function perhapsDanger(turn: Turn, { decision }: TurnResult): boolean {
  if (turn.message.action !== null || decision === 'urgent' || decision === 'smalltalk') return false;
  const open = turn.openTicket?.ticket;
  // Who was given first aid or talks with a coach has heard it.
  if (open && (open.urgency !== null || open.coachSpoke)) return false;
  return turn.knowledge.soundsDangerous?.(turn.text) ?? false;
}

/** Files that no ticket took stay with the conversation, so that they go along when a coach is asked. */
function keepFiles({ conversation, message }: Turn, { tickets }: TurnResult): Pick<Conversation, 'files'> {
  if (message.attachments.length === 0 || tickets.length > 0) return {};
  return { files: [...(conversation.files ?? []), ...message.attachments].slice(-MAX_FILES) };
}

const MAX_FILES = 10;

function toOutcome(turn: Turn, done: TurnResult): Outcome {
  return {
    decision: done.decision,
    urgent: done.urgent,
    language: turn.language,
    candidates: done.candidates,
    asks: done.asks,
    reply: done.reply,
    stored: turn.masked,
  };
}

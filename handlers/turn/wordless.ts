import type { LastQuestion } from '../conversation.js';
import type { Attachment, AttachmentKind } from '../message.js';
import { text } from '../reply.js';
import { FILE_WORDS, LABELS, TEXTS } from '../texts.js';
import { isOpen } from '../ticket.js';
import { openTicket } from './escalate.js';
import { threadStep } from './thread.js';
import { result, type Turn, type TurnResult } from './turn.js';

/** A question asked this long before a photo belongs to it. */
const TOGETHER_MS = 15 * 60_000;

/** A photo, a voice note, a place without a word: a coach can look at it, and one tap makes it the question. */
export async function wordlessFiles(turn: Turn): Promise<TurnResult> {
  const { conversation, message, openTicket: open } = turn;
  const thread = threadStep(turn);
  if (thread) return thread;
  const arrived = { ...turn, conversation: { ...conversation, ...keptNow(turn) } };
  // He was asked for his question, or adds to the one he has: this is it.
  if (conversation.awaiting === 'coach-question' || (open && isOpen(open.ticket)))
    return openTicket(
      { ...arrived, message: { ...message, attachments: [] } },
      { question: fileQuestion(arrived, message.attachments), reason: 'asked' },
    );
  const again = conversation.wordlessAt !== undefined && isLastWord(turn);
  return result('smalltalk', again ? [text(TEXTS.attachmentToo)] : saidOf(message.attachments), {
    buttons: [{ label: LABELS.coach, action: { do: 'ask-coach' } }],
    conversation: { wordlessAt: turn.now.toISOString() },
  });
}

function keptNow({ conversation, message }: Turn) {
  return { files: [...(conversation.files ?? []), ...message.attachments] };
}

function saidOf(files: readonly Attachment[]) {
  const voice = files.every(({ kind }) => kind === 'audio');
  return [text(voice ? TEXTS.attachmentVoice : TEXTS.attachment), text(TEXTS.attachmentKept)];
}

/** What "vraag de coach" sends: the files that came without words since the last question, or that question; null for neither. */
export function questionForCoach(turn: Turn): LastQuestion | null {
  const { conversation } = turn;
  return isLastWord(turn) ? fileQuestion(turn, conversation.files ?? []) : conversation.last;
}

/** Whether files without words are the last thing he asked with. */
function isLastWord({ conversation: { files = [], last, wordlessAt } }: Turn): boolean {
  return files.length > 0 && wordlessAt !== undefined && (last === null || last.at < wordlessAt);
}

/** Files in words, with the question they seem to belong to; what somebody's card says is for the coach alone. */
function fileQuestion(turn: Turn, files: readonly Attachment[]): LastQuestion {
  const { last } = turn.conversation;
  const at = turn.now.toISOString();
  const masked = `${sayFiles(files)} zonder tekst.`;
  const details = files.flatMap(({ detail }) => detail ?? []);
  const original = [masked, ...details].join(' ');
  if (last === null || turn.now.getTime() - Date.parse(last.at) > TOGETHER_MS || isWithCoach(turn, last))
    return { text: masked, original, item: null, tried: [], at };
  return {
    ...last,
    text: `${masked} ${TEXTS.askedBefore(last.text)}`,
    original: `${original} ${TEXTS.askedBefore(last.original)}`,
    at,
  };
}

function isWithCoach({ openTicket: open }: Turn, last: LastQuestion): boolean {
  return open?.ticket.question.includes(last.original) ?? false;
}

/** "2 foto’s en 1 spraakbericht". */
function sayFiles(files: readonly Attachment[]): string {
  const counts = new Map<AttachmentKind, number>();
  for (const { kind } of files) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const said = [...counts].map(([kind, count]) => `${String(count)} ${FILE_WORDS[kind][count === 1 ? 0 : 1]}`);
  const [end = ''] = said.slice(-1);
  return said.length < 2 ? end : `${said.slice(0, -1).join(', ')} en ${end}`;
}

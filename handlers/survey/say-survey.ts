import { text, type Button, type ReplyPart } from '../reply.js';
import { SURVEY_LABELS, SURVEY_TEXTS } from './texts.js';
import { SCALE, type Survey, type SurveyQuestion } from './views.js';

/** What is said and offered at each step: the same words for a turn and for a letter. */
export interface Said {
  readonly parts: readonly ReplyPart[];
  readonly buttons: readonly Button[];
}

const button = (label: string, say: string, title?: string): Button => ({
  label,
  ...(title === undefined ? {} : { title }),
  action: { do: 'survey', say },
});

/** A lead's words are text, whatever signs stand in them. */
const plain = (words: string): string => words.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

export const sayWants = (): Said => ({
  parts: [text(SURVEY_TEXTS.wantsTo)],
  buttons: [button(SURVEY_LABELS.yes, 'yes'), button(SURVEY_LABELS.no, 'no')],
});

export const sayInvite = ({ title, intro, questions }: Survey): Said => ({
  parts: [text(SURVEY_TEXTS.invite(plain(title), plain(intro), questions.length))],
  buttons: [
    button(SURVEY_LABELS.start, 'start'),
    button(SURVEY_LABELS.later, 'later'),
    button(SURVEY_LABELS.never, 'no'),
  ],
});

export const sayUnfinished = (): Said => ({
  parts: [text(SURVEY_TEXTS.unfinished)],
  buttons: [button(SURVEY_LABELS.resume, 'resume'), button(SURVEY_LABELS.stop, 'stop')],
});

/** One question with its buttons; null when there is none at that place. */
export function sayQuestion({ questions }: Survey, at: number): Said | null {
  const question = questions[at];
  if (!question) return null;
  const lines = [SURVEY_TEXTS.question(at + 1, questions.length, plain(question.text)), hintOf(question)];
  return {
    parts: [text(lines.filter((line) => line !== '').join('\n\n'))],
    buttons: [
      ...answerButtons(question, at),
      button(SURVEY_LABELS.skip, `skip-${String(at)}`),
      button(SURVEY_LABELS.stop, 'stop'),
    ],
  };
}

function hintOf(question: SurveyQuestion): string {
  if (question.kind === 'scale') return SURVEY_TEXTS.scale(plain(question.low), plain(question.high));
  return question.kind === 'open' ? SURVEY_TEXTS.open : '';
}

/** The value a button carries is the figure of the scale, or the place of the option from 1. */
function answerButtons(question: SurveyQuestion, at: number): readonly Button[] {
  switch (question.kind) {
    case 'scale':
      return SCALE.map((value) => button(String(value), `${String(at)}-${String(value)}`));
    case 'choice':
      return question.options.map((option, place) => button(option, `${String(at)}-${String(place + 1)}`));
    case 'open':
      return [];
  }
}

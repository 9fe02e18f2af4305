import type { SurveyDraft } from '../../../../handlers/survey/author.js';
import { MOST_OPTIONS, type QuestionKind, type SurveyQuestion } from '../../../../handlers/survey/views.js';

/** A question as it stands in the form: every field kept, whatever the kind, so that nothing typed is lost. */
export interface QuestionForm {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly low: string;
  readonly high: string;
  /** One option a line. */
  readonly options: string;
}

export interface SurveyForm {
  readonly title: string;
  readonly intro: string;
  readonly questions: readonly QuestionForm[];
  readonly from: string;
  readonly to: string;
}

export function emptyQuestion(key: string): QuestionForm {
  return { key, kind: 'scale', text: '', low: 'helemaal niet', high: 'heel goed', options: 'Ja\nNee\nWeet ik niet' };
}

export function toForm({ title, intro, questions, window }: SurveyDraft): SurveyForm {
  return {
    title,
    intro,
    questions: questions.map((question, at) => ({ ...emptyQuestion(`oud-${String(at)}`), ...asForm(question) })),
    from: window?.from ?? '',
    to: window?.to ?? '',
  };
}

function asForm(question: SurveyQuestion): Partial<QuestionForm> {
  return question.kind === 'choice' ? { ...question, options: question.options.join('\n') } : question;
}

export function toDraft({ title, intro, questions, from, to }: SurveyForm): SurveyDraft {
  return { title, intro, questions: questions.map(toQuestion), window: from === '' || to === '' ? null : { from, to } };
}

function toQuestion({ kind, text, low, high, options }: QuestionForm): SurveyQuestion {
  switch (kind) {
    case 'scale':
      return { kind, text, low, high };
    case 'choice':
      return { kind, text, options: linesOf(options).slice(0, MOST_OPTIONS) };
    case 'open':
      return { kind, text };
  }
}

export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

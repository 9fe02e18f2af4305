/** A short questionnaire that a lead writes and the bot takes: shapes and limits only, shared with the page. */

export const QUESTION_KINDS = ['scale', 'choice', 'open'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export type SurveyQuestion =
  | {
      readonly kind: 'scale';
      readonly text: string;
      /** What 1 and 5 stand for. */ readonly low: string;
      readonly high: string;
    }
  | { readonly kind: 'choice'; readonly text: string; readonly options: readonly string[] }
  | { readonly kind: 'open'; readonly text: string };

export const SCALE = [1, 2, 3, 4, 5] as const;
export const MOST_QUESTIONS = 7;
/** With "Sla over" and "Stop" beside them a list of every channel still holds them. */
export const MOST_OPTIONS = 6;
/** Longest label of a button in every channel. */
export const OPTION_LENGTH = 20;
export const MOST_ANSWER = 1_000;
/** Fewer answers than these could be somebody: they stay hidden until more came in. */
export const FEWEST_ANSWERS = 3;

export interface Survey {
  readonly id: string;
  readonly title: string;
  /** What it is for, in one or two sentences to the mentor. */
  readonly intro: string;
  readonly questions: readonly SurveyQuestion[];
  /** First and last day (ISO) on which mentors are asked; null while it is being written. */
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export type SurveyStage = 'draft' | 'planned' | 'open' | 'closed';

/** Where a survey is on a day. */
export function stageOf({ window }: Pick<Survey, 'window'>, today: string): SurveyStage {
  if (window === null) return 'draft';
  if (today < window.from) return 'planned';
  return today <= window.to ? 'open' : 'closed';
}

/** What one mentor and we agreed on surveys. Holds no answer. */
export interface SurveyState {
  /** Whether he wants to be asked; null when we asked and he did not say. */
  readonly wants: 'yes' | 'no' | null;
  /** The survey he was last invited to. */
  readonly offered: string | null;
  /** "Later": not before this ISO time. */
  readonly notBefore: string | null;
  readonly running: { readonly id: string; /** Place of the question he is at. */ readonly next: number } | null;
}

export interface SurveyLine {
  readonly id: string;
  readonly title: string;
  readonly stage: SurveyStage;
  readonly window: Survey['window'];
  readonly questions: number;
  readonly started: number;
  readonly finished: number;
}

export interface QuestionResult {
  readonly question: SurveyQuestion;
  readonly answers: number;
  /** Per figure or option; empty for an open question and while too few answered. */
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  /** Mean of a scale. */
  readonly mean: number | null;
  /** Masked words, in the order of the alphabet. */
  readonly words: readonly string[];
  /** Too few answers to show. */
  readonly hidden: boolean;
}

export interface SurveyView {
  readonly survey: Survey;
  readonly stage: SurveyStage;
  /** Questions may still be changed. */
  readonly editable: boolean;
  readonly invited: number;
  readonly started: number;
  readonly finished: number;
  readonly stopped: number;
  readonly results: readonly QuestionResult[];
}

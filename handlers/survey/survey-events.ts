import type { TurnEvent } from '../events.js';
import { belgianDay } from '../belgian-day.js';

/** The day and no more: an answer must not lead back to a moment in somebody's conversation. */
const dayOnly = (now: Date): string => `${belgianDay(now)}T00:00:00.000Z`;

export function surveyEvent(
  now: Date,
  survey: string,
  step: Extract<TurnEvent, { type: 'survey' }>['step'],
): TurnEvent {
  return { type: 'survey', at: dayOnly(now), survey, step };
}

export function answerEvent(now: Date, survey: string, question: number, answer: number | string): TurnEvent {
  return { type: 'survey-answer', at: dayOnly(now), survey, question, answer };
}

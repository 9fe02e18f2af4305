import { belgianDay } from '../belgian-day.js';
import type { Turn, TurnResult } from '../turn/turn.js';
import { sayInvite, sayUnfinished, sayWants, type Said } from './say-survey.js';
import { surveyEvent } from './survey-events.js';
import { comingSurveys } from './survey-store.js';
import { isUrgent, stateOf } from './take-survey.js';
import { stageOf, type Survey, type SurveyState } from './views.js';

/**
 * At a calm moment, when a mentor was just helped: once asks whether he wants surveys, invites who does, and reminds who
 * broke off. Everywhere else a turn stays as it is.
 */
export async function inviteToSurvey(turn: Turn, done: TurnResult): Promise<TurnResult> {
  if (!isCalm(turn, done)) return done;
  const state = stateOf(turn);
  if (state.wants === 'no') return done;
  if (turn.conversation.survey !== undefined && state.wants === null) return done;
  const today = belgianDay(turn.now);
  const coming = await comingSurveys(turn.store, today);
  if (state.running !== null) {
    const open = coming.some((survey) => survey.id === state.running?.id && stageOf(survey, today) === 'open');
    return open ? withSaid(done, sayUnfinished(), state) : done;
  }
  if (coming.length === 0) return done;
  if (state.wants === null) return withSaid(done, sayWants(), state);
  const survey = coming.find((one) => mayInvite(one, state, turn.now));
  if (!survey) return done;
  const invited = withSaid(done, sayInvite(survey), { ...state, offered: survey.id });
  return { ...invited, events: [...done.events, surveyEvent(turn.now, survey.id, 'invited')] };
}

/** Whether a mentor who wants surveys may be invited to this one now. */
export function mayInvite(survey: Survey, state: SurveyState, now: Date): boolean {
  return (
    state.wants === 'yes' &&
    state.running === null &&
    state.offered !== survey.id &&
    (state.notBefore === null || state.notBefore <= now.toISOString()) &&
    stageOf(survey, belgianDay(now)) === 'open'
  );
}

/** He said that it helped, or closed his question himself, and nothing is going on. */
function isCalm(turn: Turn, done: TurnResult): boolean {
  const content = done.events.some(
    (event) => (event.type === 'feedback' && event.helped) || (event.type === 'closed' && event.by === 'asker'),
  );
  return content && !turn.conversation.stopped && !isUrgent(turn) && done.reply.buttons.length === 0 && !done.erase;
}

function withSaid(done: TurnResult, said: Said, survey: SurveyState): TurnResult {
  return {
    ...done,
    reply: { parts: [...done.reply.parts, ...said.parts], buttons: said.buttons },
    conversation: { ...done.conversation, survey },
  };
}

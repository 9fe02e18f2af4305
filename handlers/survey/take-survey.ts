import { belgianDay } from '../belgian-day.js';
import { mask } from '../privacy/mask.js';
import { text } from '../reply.js';
import { result, type Turn, type TurnResult } from '../turn/turn.js';
import { sayInvite, sayQuestion, type Said } from './say-survey.js';
import { answerEvent, surveyEvent } from './survey-events.js';
import { getSurvey, runningSurvey } from './survey-store.js';
import { SURVEY_TEXTS } from './texts.js';
import { MOST_ANSWER, SCALE, stageOf, type Survey, type SurveyQuestion, type SurveyState } from './views.js';

const FRESH: SurveyState = { wants: null, offered: null, notBefore: null, running: null };
/** "Later" means not today, and not so late that the window is gone. */
const LATER_DAYS = 3;

export const stateOf = (turn: Pick<Turn, 'conversation'>): SurveyState => turn.conversation.survey ?? FRESH;

/** A button of a survey: the wish to be asked, the start, an answer, a stop. */
export async function surveyAction(turn: Turn, say: string): Promise<TurnResult> {
  const state = stateOf(turn);
  if (say === 'yes') return wantsIt(turn, state);
  if (say === 'no') return reply(SURVEY_TEXTS.wantsNo, { ...state, wants: 'no', running: null });
  if (say === 'later') return putOff(turn, state);
  if (say === 'stop') return stopSurvey(turn, state);
  const survey = await surveyAtHand(turn, state);
  if (!survey) return reply(SURVEY_TEXTS.gone, { ...state, running: null });
  if (say === 'start' && state.running === null) return startSurvey(turn, state, survey);
  if (state.running === null) return reply(SURVEY_TEXTS.gone, state);
  if (say === 'start' || say === 'resume') return askAgain(survey, state, state.running.next);
  return answered(turn, { state, survey, say });
}

/**
 * Typed words while a question of the survey stands in front: an answer, "stop", or something else altogether, which
 * goes its ordinary way while the survey waits.
 */
export async function surveyStep(turn: Turn): Promise<TurnResult | null> {
  const state = stateOf(turn);
  const inFront = turn.conversation.offered.some(({ action }) => action.do === 'survey');
  if (state.running === null || !inFront || isUrgent(turn)) return null;
  if (STOP.test(turn.text.trim())) return stopSurvey(turn, state);
  const survey = await surveyAtHand(turn, state);
  const question = survey?.questions[state.running.next];
  if (!survey || !question) return null;
  if (SKIP.test(turn.text.trim())) return answered(turn, { state, survey, say: `skip-${String(state.running.next)}` });
  const answer = readAnswer(question, turn.text);
  return answer === null ? null : goOn(turn, { state, survey, answer });
}

const STOP = /^(?:stop(?:pen)?(?: de bevraging)?|genoeg|einde|ik stop)[.!]*$/i;
const SKIP = /^(?:sla over|overslaan|volgende|skip|geen mening)[.!]*$/i;

/** Nobody is asked for his opinion while somebody may be hurt. */
export function isUrgent({ openTicket }: Pick<Turn, 'openTicket'>): boolean {
  const ticket = openTicket?.ticket;
  return ticket !== undefined && ticket.urgency !== null && ticket.status !== 'closed';
}

function readAnswer(question: SurveyQuestion, typed: string): number | string | null {
  const words = typed.trim();
  if (question.kind === 'open')
    // Who asks something wants an answer, not a form.
    return words === '' || words.endsWith('?') ? null : mask(words).slice(0, MOST_ANSWER);
  const number = /^[1-9]$/.test(words) ? Number(words) : 0;
  if (question.kind === 'scale') return SCALE.find((value) => value === number) ?? null;
  const named = question.options.findIndex((option) => option.toLowerCase() === words.toLowerCase()) + 1;
  const place = named > 0 ? named : number;
  return place >= 1 && place <= question.options.length ? place : null;
}

async function surveyAtHand(turn: Turn, state: SurveyState): Promise<Survey | null> {
  const today = belgianDay(turn.now);
  if (state.running === null) return runningSurvey(turn.store, today);
  const found = await getSurvey(turn.store, state.running.id);
  return found && stageOf(found.body, today) === 'open' ? found.body : null;
}

async function wantsIt(turn: Turn, state: SurveyState): Promise<TurnResult> {
  const wants: SurveyState = { ...state, wants: 'yes' };
  const survey = await runningSurvey(turn.store, belgianDay(turn.now));
  if (!survey || survey.id === state.offered || isUrgent(turn)) return reply(SURVEY_TEXTS.wantsYes, wants);
  return {
    ...say(sayInvite(survey), { ...wants, offered: survey.id }),
    events: [surveyEvent(turn.now, survey.id, 'invited')],
  };
}

function putOff(turn: Turn, state: SurveyState): TurnResult {
  const notBefore = new Date(turn.now.getTime() + LATER_DAYS * 86_400_000).toISOString();
  return reply(SURVEY_TEXTS.later, { ...state, offered: null, notBefore });
}

function startSurvey(turn: Turn, state: SurveyState, survey: Survey): TurnResult {
  const started: SurveyState = { ...state, wants: 'yes', offered: survey.id, running: { id: survey.id, next: 0 } };
  return { ...askAgain(survey, started, 0), events: [surveyEvent(turn.now, survey.id, 'started')] };
}

function stopSurvey(turn: Turn, state: SurveyState): TurnResult {
  if (state.running === null) return reply(SURVEY_TEXTS.stopped, state);
  const events = [surveyEvent(turn.now, state.running.id, 'stopped')];
  return { ...reply(SURVEY_TEXTS.stopped, { ...state, running: null }), events };
}

interface Answering {
  readonly state: SurveyState;
  readonly survey: Survey;
}

/** "2-4": the third question, answered with 4. An answer to a question that is behind us changes nothing. */
function answered(turn: Turn, { state, survey, say: said }: Answering & { readonly say: string }): TurnResult {
  const at = state.running?.next ?? 0;
  if (said === `skip-${String(at)}`) return goOn(turn, { state, survey, answer: null });
  const [place, value] = said.split('-').map(Number);
  const question = survey.questions[at];
  const most = question?.kind === 'choice' ? question.options.length : question?.kind === 'scale' ? SCALE.length : 0;
  if (place === at && value !== undefined && value >= 1 && value <= most)
    return goOn(turn, { state, survey, answer: value });
  const again = askAgain(survey, state, at);
  return { ...again, reply: { ...again.reply, parts: [text(SURVEY_TEXTS.already), ...again.reply.parts] } };
}

/** Keeps the answer, without the person, and asks the next question. */
function goOn(
  turn: Turn,
  { state, survey, answer }: Answering & { readonly answer: number | string | null },
): TurnResult {
  const at = state.running?.next ?? 0;
  const kept = answer === null ? [] : [answerEvent(turn.now, survey.id, at, answer)];
  const question = sayQuestion(survey, at + 1);
  if (question) {
    const next: SurveyState = { ...state, running: { id: survey.id, next: at + 1 } };
    return { ...say(question, next), events: kept };
  }
  const events = [...kept, surveyEvent(turn.now, survey.id, 'finished')];
  return { ...reply(SURVEY_TEXTS.finished, { ...state, running: null }), events };
}

function askAgain(survey: Survey, state: SurveyState, at: number): TurnResult {
  const question = sayQuestion(survey, at);
  return question ? say(question, state) : reply(SURVEY_TEXTS.gone, { ...state, running: null });
}

function say({ parts, buttons }: Said, survey: SurveyState): TurnResult {
  return result('smalltalk', parts, { buttons, conversation: { survey }, unrecorded: true });
}

function reply(words: string, survey: SurveyState): TurnResult {
  return result('smalltalk', [text(words)], { conversation: { survey }, unrecorded: true });
}

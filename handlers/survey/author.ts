import type { Coach } from '../desk/coach.js';
import { MentorlijnError } from '../errors.js';
import { belgianDay, dayFrom } from '../belgian-day.js';
import type { Clock, Ids, Store } from '../ports.js';
import { comingSurveys, getSurvey, putSurvey } from './survey-store.js';
import { SURVEY_PROBLEMS } from './texts.js';
import { stageOf, type Survey } from './views.js';

export interface AuthorDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type SurveyDraft = Pick<Survey, 'title' | 'intro' | 'questions' | 'window'>;

/** A new survey; a window makes it go out by itself. */
export async function createSurvey(deps: AuthorDeps, coach: Coach, draft: SurveyDraft): Promise<Survey> {
  const now = deps.clock.now();
  const survey: Survey = { ...draft, id: deps.ids.next(), createdAt: now.toISOString(), createdBy: coach.id };
  await check(deps, survey, belgianDay(now));
  await deps.store.commit({ puts: [putSurvey(survey, 0)] });
  return survey;
}

/** Rewrites it. Once mentors are asked the questions stand; only its last day can still move. */
export async function changeSurvey(deps: AuthorDeps, id: string, draft: SurveyDraft): Promise<Survey> {
  const today = belgianDay(deps.clock.now());
  const found = await getSurvey(deps.store, id);
  if (!found) throw new MentorlijnError('not-found', SURVEY_PROBLEMS.gone);
  const { body: before, version } = found;
  const survey: Survey = { ...before, ...draft };
  if (!isEditable(before, today) && !sameBut(before, survey))
    throw new MentorlijnError('not-possible-now', SURVEY_PROBLEMS.started);
  await check(deps, survey, today);
  const done = await deps.store.commit({ puts: [putSurvey(survey, version)] });
  if (!done.ok) throw new MentorlijnError('conflict', SURVEY_PROBLEMS.conflict);
  return survey;
}

/** Gone before anybody was asked. What mentors answered is never thrown away: end the window instead. */
export async function deleteSurvey(deps: AuthorDeps, id: string): Promise<void> {
  const found = await getSurvey(deps.store, id);
  if (!found) throw new MentorlijnError('not-found', SURVEY_PROBLEMS.gone);
  if (!isEditable(found.body, belgianDay(deps.clock.now())))
    throw new MentorlijnError('not-possible-now', SURVEY_PROBLEMS.started);
  const done = await deps.store.commit({ deletes: [{ kind: 'survey', id, expect: found.version }] });
  if (!done.ok) throw new MentorlijnError('conflict', SURVEY_PROBLEMS.conflict);
}

/** Before its first day. */
export function isEditable(survey: Survey, today: string): boolean {
  const stage = stageOf(survey, today);
  return stage === 'draft' || stage === 'planned';
}

function sameBut(before: Survey, after: Survey): boolean {
  const fixed = ({ title, intro, questions, window }: Survey): string =>
    JSON.stringify([title, intro, questions, window?.from ?? null]);
  return fixed(before) === fixed(after);
}

async function check({ store }: AuthorDeps, survey: Survey, today: string): Promise<void> {
  const problem = survey.window === null ? null : windowProblem(survey, survey.window, today);
  if (problem !== null) throw new MentorlijnError('bad-request', problem);
  if (survey.questions.some((question) => question.kind === 'choice' && hasDoubles(question.options)))
    throw new MentorlijnError('bad-request', SURVEY_PROBLEMS.doubles);
  const { window } = survey;
  if (window === null) return;
  const other = (await comingSurveys(store, today)).find(
    (one) =>
      one.id !== survey.id && one.window !== null && one.window.from <= window.to && window.from <= one.window.to,
  );
  // A mentor is asked one thing at a time.
  if (other) throw new MentorlijnError('not-possible-now', SURVEY_PROBLEMS.overlap(other.title));
}

function windowProblem(
  { questions }: Survey,
  { from, to }: NonNullable<Survey['window']>,
  today: string,
): string | null {
  if (questions.length === 0) return SURVEY_PROBLEMS.noQuestions;
  if (to < from) return SURVEY_PROBLEMS.wrongOrder;
  // Yesterday ends a survey that runs at once; earlier would be a slip.
  return to < dayFrom(today, -1) ? SURVEY_PROBLEMS.past : null;
}

function hasDoubles(options: readonly string[]): boolean {
  return new Set(options.map((option) => option.toLowerCase())).size < options.length;
}

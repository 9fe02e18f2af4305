import { MentorlijnError } from '../errors.js';
import type { EventIndex } from '../insights/event-index.js';
import { belgianDay } from '../belgian-day.js';
import type { Table } from '../insights/views.js';
import type { Clock, Store } from '../ports.js';
import { isEditable } from './author.js';
import { allSurveys, getSurvey } from './survey-store.js';
import type { SurveyTally } from './survey-tally.js';
import { RESULT_COLUMNS, SURVEY_PROBLEMS } from './texts.js';
import {
  FEWEST_ANSWERS,
  SCALE,
  stageOf,
  type QuestionResult,
  type SurveyLine,
  type SurveyQuestion,
  type SurveyView,
} from './views.js';

export interface ResultDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventIndex;
}

export async function listSurveys(deps: ResultDeps): Promise<readonly SurveyLine[]> {
  const now = deps.clock.now();
  const surveys = await allSurveys(deps.store);
  const oldest = surveys.reduce((first, { createdAt }) => (createdAt < first ? createdAt : first), now.toISOString());
  const { surveys: tallies } = await deps.events.since(belgianDay(new Date(oldest)), now);
  return surveys.map((survey) => ({
    id: survey.id,
    title: survey.title,
    stage: stageOf(survey, belgianDay(now)),
    window: survey.window,
    questions: survey.questions.length,
    started: tallies.get(survey.id)?.steps.get('started') ?? 0,
    finished: tallies.get(survey.id)?.steps.get('finished') ?? 0,
  }));
}

export async function readSurvey(deps: ResultDeps, id: string): Promise<SurveyView> {
  const found = await getSurvey(deps.store, id);
  if (!found) throw new MentorlijnError('not-found', SURVEY_PROBLEMS.gone);
  const now = deps.clock.now();
  const { body: survey } = found;
  const { surveys } = await deps.events.since(belgianDay(new Date(survey.createdAt)), now);
  const tally = surveys.get(id);
  const steps = (step: 'invited' | 'started' | 'finished' | 'stopped'): number => tally?.steps.get(step) ?? 0;
  return {
    survey,
    stage: stageOf(survey, belgianDay(now)),
    editable: isEditable(survey, belgianDay(now)),
    invited: steps('invited'),
    started: steps('started'),
    finished: steps('finished'),
    stopped: steps('stopped'),
    results: survey.questions.map((question, at) => resultOf(question, at, tally)),
  };
}

function resultOf(question: SurveyQuestion, at: number, tally: SurveyTally | undefined): QuestionResult {
  const words = [...(tally?.words.get(at) ?? [])].sort((a, b) => a.localeCompare(b, 'nl'));
  const given = tally?.counts.get(at) ?? new Map<number, number>();
  const answers = question.kind === 'open' ? words.length : [...given.values()].reduce((a, b) => a + b, 0);
  const hidden = answers < FEWEST_ANSWERS;
  if (hidden) return { question, answers, counts: [], mean: null, words: [], hidden };
  const total = [...given].reduce((sum, [value, count]) => sum + value * count, 0);
  return {
    question,
    answers,
    counts: labelsOf(question).map((label, place) => ({ label, count: given.get(place + 1) ?? 0 })),
    mean: question.kind === 'scale' ? Math.round((total / answers) * 100) / 100 : null,
    words,
    hidden,
  };
}

function labelsOf(question: SurveyQuestion): readonly string[] {
  switch (question.kind) {
    case 'scale':
      return SCALE.map((value) =>
        value === 1
          ? `1: ${question.low}`
          : value === SCALE.length
            ? `${String(value)}: ${question.high}`
            : String(value),
      );
    case 'choice':
      return question.options;
    case 'open':
      return [];
  }
}

/** All results in one file: a row an answer that was given so many times, or a row the words. */
export function resultSheet({
  survey,
  results,
}: Pick<SurveyView, 'survey' | 'results'>): Pick<Table, 'columns' | 'rows'> {
  return {
    columns: [
      { title: RESULT_COLUMNS.question, kind: 'text' },
      { title: RESULT_COLUMNS.answer, kind: 'text' },
      { title: RESULT_COLUMNS.count, kind: 'number' },
      { title: RESULT_COLUMNS.mean, kind: 'number' },
    ],
    rows: results.flatMap(({ question, counts, mean, words, hidden, answers }, at) => {
      const title = `${String(at + 1)}. ${survey.questions[at]?.text ?? question.text}`;
      if (hidden) return [[title, RESULT_COLUMNS.hidden, answers, null]];
      return [
        ...counts.map(({ label, count }) => [title, label, count, mean]),
        ...words.map((said) => [title, said, 1, null]),
      ];
    }),
  };
}

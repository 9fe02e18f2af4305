import type { Put, Store, StoredRecord } from '../ports.js';
import { stageOf, type Survey } from './views.js';

/** How surveys lie in the store. */

export function putSurvey(survey: Survey, version: number): Put {
  return {
    kind: 'survey',
    id: survey.id,
    body: survey,
    indexes: {
      created: survey.createdAt,
      // By its last day, so that what still has to come or is running is one look.
      ...(survey.window === null ? {} : { until: survey.window.to }),
    },
    expect: version === 0 ? 'absent' : version,
  };
}

export function getSurvey(store: Store, id: string): Promise<StoredRecord<Survey> | null> {
  return store.get<Survey>('survey', id);
}

export async function allSurveys(store: Store): Promise<readonly Survey[]> {
  return (await store.query<Survey>({ kind: 'survey', index: 'created', order: 'desc' })).map(({ body }) => body);
}

/** Planned and running ones, the first to end first. */
export async function comingSurveys(store: Store, today: string): Promise<readonly Survey[]> {
  return (await store.query<Survey>({ kind: 'survey', index: 'until', from: today })).map(({ body }) => body);
}

/** The survey that mentors are asked today; null when there is none. */
export async function runningSurvey(store: Store, today: string): Promise<Survey | null> {
  return (await comingSurveys(store, today)).find((survey) => stageOf(survey, today) === 'open') ?? null;
}

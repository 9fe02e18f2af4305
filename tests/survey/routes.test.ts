import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '../../handlers/desk/coach.js';
import { DeskServer, type Answer, type Visitor } from '../desk/desk-server.js';
import { DRAFT, SurveyStage } from './survey-stage.js';

const stage = new SurveyStage().at('2026-11-18T10:00:00+01:00');
const desk = new DeskServer(stage);
const visitors = new Map<string, Visitor>();
let survey = '';
beforeAll(async () => {
  await desk.start();
  for (const role of ROLES) visitors.set(role, await desk.visitor(await stage.coach(role, role)));
  survey = (await stage.survey()).id;
});
afterAll(() => desk.stop());

const call = (role: string, method: string, path: string, body?: unknown): Promise<Answer> =>
  desk.call(method, path, visitors.get(role) ?? null, body);
const later = { ...DRAFT, window: { from: '2027-06-01', to: '2027-06-20' } };

describe('surveys over HTTP', () => {
  test.each(ROLES)('a %s reads them and their results', async (role) => {
    expect((await call(role, 'GET', '/surveys')).body).toMatchObject({ surveys: [{ id: survey, stage: 'open' }] });
    expect((await call(role, 'GET', `/surveys/${survey}`)).body).toMatchObject({ started: 0, editable: false });
    expect((await call(role, 'GET', `/surveys/${survey}/csv`)).headers.get('content-type')).toContain('text/csv');
  });

  test.each([
    ['coach', 403],
    ['editor', 403],
    ['lead', 200],
    ['nobody', 401],
  ])('a %s who writes one gets %d', async (role, status) => {
    const made = await call(role, 'POST', '/surveys', later);
    expect(made.status).toBe(status);
    const { survey: own } = made.body as unknown as { survey?: { id: string } };
    if (own) expect((await call(role, 'DELETE', `/surveys/${own.id}`, {})).status).toBe(200);
  });

  test.each([
    ['no title', { ...later, title: ' ' }],
    ['eight questions', { ...later, questions: Array(8).fill({ kind: 'open', text: 'Wat nog?' }) }],
    ['one option', { ...later, questions: [{ kind: 'choice', text: 'Ja?', options: ['Ja'] }] }],
    [
      'an option too long for a button',
      { ...later, questions: [{ kind: 'choice', text: 'Ja?', options: ['Ja', 'x'.repeat(21)] }] },
    ],
    ['a kind that is not there', { ...later, questions: [{ kind: 'drawing', text: 'Teken' }] }],
    ['half a window', { ...later, window: { from: '2027-06-01' } }],
    ['no questions and yet a window', { ...later, questions: [] }],
  ])('%s is refused', async (_what, body) => {
    expect((await call('lead', 'POST', '/surveys', body)).status).toBe(400);
  });

  test('a survey that is not there is not found', async () => {
    expect((await call('lead', 'GET', '/surveys/weg')).status).toBe(404);
    expect((await call('lead', 'PUT', '/surveys/weg', later)).status).toBe(404);
  });
});

import { z } from 'zod';
import { toCsv } from '../../insights/csv.js';
import { changeSurvey, createSurvey, deleteSurvey } from '../../survey/author.js';
import { listSurveys, readSurvey, resultSheet } from '../../survey/results.js';
import { MOST_OPTIONS, MOST_QUESTIONS, OPTION_LENGTH } from '../../survey/views.js';
import { nothing, param, signed, type DeskRoute } from './route.js';
import { sendCsv } from './send-csv.js';

const line = (most: number) => z.string().trim().min(1).max(most);
const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), text: line(200), low: line(40), high: line(40) }),
  z.object({
    kind: z.literal('choice'),
    text: line(200),
    options: z.array(line(OPTION_LENGTH)).min(2).max(MOST_OPTIONS),
  }),
  z.object({ kind: z.literal('open'), text: line(200) }),
]);
const draft = z.object({
  title: line(80),
  intro: line(400),
  questions: z.array(question).max(MOST_QUESTIONS),
  window: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
});

/** Everyone at the desk reads the results, which hold no person; a lead writes. */
export const surveyRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/surveys', nothing, async ({ deps }) => ({ surveys: await listSurveys(deps) })),
  signed('tickets', 'get', '/surveys/:id', nothing, (call) => readSurvey(call.deps, param(call, 'id'))),
  signed('tickets', 'get', '/surveys/:id/csv', nothing, async (call) => {
    const view = await readSurvey(call.deps, param(call, 'id'));
    sendCsv(call, `mentorlijn-bevraging-${view.survey.window?.from ?? 'ontwerp'}`, toCsv(resultSheet(view)));
    return undefined;
  }),
  signed('surveys', 'post', '/surveys', draft, async ({ deps, coach, body }) =>
    readSurvey(deps, (await createSurvey(deps, coach, body)).id),
  ),
  signed('surveys', 'put', '/surveys/:id', draft, async (call) =>
    readSurvey(call.deps, (await changeSurvey(call.deps, param(call, 'id'), call.body)).id),
  ),
  signed('surveys', 'delete', '/surveys/:id', nothing, async (call) => {
    await deleteSurvey(call.deps, param(call, 'id'));
    return { deleted: true };
  }),
];

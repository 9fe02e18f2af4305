import { z } from 'zod';
import { toCsv } from '../../insights/csv.js';
import { readInsights } from '../../insights/read-insights.js';
import { PERIOD_KINDS, TABLES } from '../../insights/views.js';
import { MentorlijnError } from '../../errors.js';
import { contactRoutes } from './contact-routes.js';
import { nothing, param, parse, signed, type DeskRoute, type SignedCall } from './route.js';
import { sendCsv } from './send-csv.js';
import { surveyRoutes } from './survey-routes.js';

const periodQuery = z.object({
  kind: z.enum(PERIOD_KINDS).default('month'),
  day: z.iso.date().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const read = ({ deps, query }: SignedCall<unknown>) => readInsights(deps, parse(periodQuery, query));

/** The sector's figures. Every role sees them: they hold no person. */
export const insightRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/insights', nothing, read),
  signed('tickets', 'get', '/insights/csv/:table', nothing, async (call) => {
    const name = TABLES.find((table) => table === param(call, 'table'));
    if (name === undefined) throw new MentorlijnError('not-found', 'Deze tabel bestaat niet.');
    const { tables, period } = await read(call);
    const table = tables.find((one) => one.name === name);
    sendCsv(call, `mentorlijn-${name}-${period.from}-${period.to}`, table ? toCsv(table) : '');
    return undefined;
  }),
  ...contactRoutes,
  ...surveyRoutes,
];

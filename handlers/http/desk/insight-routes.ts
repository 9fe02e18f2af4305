import { z } from 'zod';
import { toCsv } from '../../insights/csv.js';
import { readInsights } from '../../insights/read-insights.js';
import { PERIOD_KINDS, TABLES } from '../../insights/views.js';
import { MentorlijnError } from '../../errors.js';
import { nothing, param, parse, signed, type DeskRoute, type SignedCall } from './route.js';

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
];

/** A file to keep; never opened in the page. */
export function sendCsv({ response }: SignedCall<unknown>, name: string, csv: string): void {
  response
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${name}.csv"`)
    .set('X-Content-Type-Options', 'nosniff')
    .send(csv);
}

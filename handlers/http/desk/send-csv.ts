import type { SignedCall } from './route.js';

/** A file to keep; never opened in the page. */
export function sendCsv({ response }: SignedCall<unknown>, name: string, csv: string): void {
  response
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${name}.csv"`)
    .set('X-Content-Type-Options', 'nosniff')
    .send(csv);
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

/** Reads the days of every kind of period at moments that are another day elsewhere. */
const SCRIPT = `
  import { readPeriod } from './handlers/insights/period.ts';
  const moments = ['2026-11-21T09:00:00+01:00', '2026-11-21T00:30:00+01:00', '2026-03-29T03:30:00+02:00', '2026-12-31T23:59:00+01:00'];
  const periods = moments.flatMap((at) => ['week', 'month', 'school-year'].map((kind) => readPeriod({ kind }, new Date(at))));
  const free = readPeriod({ kind: 'free', from: '2026-10-24', to: '2026-10-26' }, new Date(moments[0]));
  console.log(JSON.stringify([...periods, free]));
`;

async function daysIn(zone: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', SCRIPT],
    { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, TZ: zone } },
  );
  return JSON.parse(stdout);
}

test('the days of a period are those of Brussels, whatever the zone of the server', async () => {
  const [utc, ...others] = await Promise.all(
    ['UTC', 'Europe/Brussels', 'America/New_York', 'Pacific/Auckland'].map(daysIn),
  );
  for (const other of others) expect(other).toEqual(utc);
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchDesk } from './desk.js';
import { benchHttp } from './http.js';
import { benchMatch } from './match.js';
import { benchSize } from './size.js';

const BENCHES = { match: benchMatch, http: benchHttp, desk: benchDesk, size: benchSize } as const;
const asked = process.argv.slice(2).filter((name): name is keyof typeof BENCHES => Object.hasOwn(BENCHES, name));
const file = join(import.meta.dirname, 'results.json');

/** `npm run bench [-- match http desk]`: runs them, prints the tables, and keeps the figures beside those of other runs. */
const results: Record<string, unknown> = read();
for (const name of asked.length > 0 ? asked : (Object.keys(BENCHES) as (keyof typeof BENCHES)[])) {
  print(`\n## ${name}\n`);
  const result = await BENCHES[name]();
  const rows: readonly object[] = 'rows' in result ? result.rows : result;
  print(table(rows));
  if ('ratio' in result)
    print(
      `\nturns per second against the bare echo bot: ${String(result.ratio)}; start to ready: ${String(result.readyMs)} ms`,
    );
  results[name] = {
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    result,
  };
}
mkdirSync(import.meta.dirname, { recursive: true });
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);

function table(rows: readonly object[]): string {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: readonly unknown[]): string =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? String(Math.round(cell * 1_000) / 1_000) : String(cell))).join(' | ')} |`;
  return [line(names), line(names.map(() => '---')), ...rows.map((row) => line(Object.values(row)))].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function read(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

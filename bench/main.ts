import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchDesk } from './desk.js';
import { benchHttp } from './http.js';
import { benchMatch } from './match.js';
import { benchSoak } from './soak.js';
import { benchSize } from './size.js';
import { benchStart } from './start.js';

const BENCHES = {
  match: benchMatch,
  http: benchHttp,
  desk: benchDesk,
  size: benchSize,
  start: benchStart,
  soak: benchSoak,
} as const;
/** Ten minutes: only when asked for. */
const BY_NAME_ONLY: readonly string[] = ['soak'];
const words = process.argv.slice(2);
const asked = words.filter((name): name is keyof typeof BENCHES => Object.hasOwn(BENCHES, name));
/** What follows: `--quick`, `--minutes 10`. */
const options = words.filter((word) => !Object.hasOwn(BENCHES, word));
const unknown = options.filter((word) => !word.startsWith('--') && !/^\d+$/.test(word));
if (unknown.length > 0) {
  // A slip of the hand would otherwise start all of them, which takes half an hour.
  process.stderr.write(`no such bench: ${unknown.join(', ')}. Choose from ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(1);
}
const file = join(import.meta.dirname, 'results.json');

/** `npm run bench [-- match http desk size start soak --quick --minutes 10]`: runs them, prints the tables, and keeps the figures beside those of other runs. */
const results: Record<string, unknown> = read();
for (const name of asked.length > 0
  ? asked
  : (Object.keys(BENCHES) as (keyof typeof BENCHES)[]).filter((name) => !BY_NAME_ONLY.includes(name))) {
  print(`\n## ${name}\n`);
  const result = await BENCHES[name](options);
  const rows: readonly object[] = 'rows' in result ? result.rows : result;
  print(table(rows));
  if ('ratio' in result)
    print(
      `\nturns per second against the bare echo bot: ${String(result.ratio)}; start to ready: ${String(result.readyMs)} ms`,
    );
  if ('verdict' in result) print(`\n${result.verdict.join('\n')}`);
  results[name] = {
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    result,
  };
  // After each: a later one that is cut off takes nothing with it.
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

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

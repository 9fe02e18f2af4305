import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { mayRun, readWords } from '../bot/cli/read-words.js';
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
const NAMES = Object.keys(BENCHES) as readonly (keyof typeof BENCHES)[];
const USAGE = `npm run bench [-- ${NAMES.join(' ')} --quick --minutes 10]; without a name all but ${BY_NAME_ONLY.join(', ')}`;

const typed = readWords(process.argv.slice(2), { words: Infinity, flags: ['quick'], valued: ['minutes'] });
const { values, words } = typed;
const options = { quick: typed.flags.has('quick'), minutes: Number(values.get('minutes') ?? 10) };
const unknown = [
  ...words.filter((word) => !Object.hasOwn(BENCHES, word)),
  ...(options.minutes > 0 ? [] : [`--minutes ${values.get('minutes') ?? ''}`]),
];
// A slip of the hand would otherwise start all of them, which takes half an hour.
if (!mayRun({ ...typed, unknown: [...typed.unknown, ...unknown] }, USAGE)) process.exit();
const asked = NAMES.filter((name) => (words.length > 0 ? words.includes(name) : !BY_NAME_ONLY.includes(name)));
const file = join(import.meta.dirname, 'results.json');

/** Runs them, prints the tables, and keeps the figures beside those of other runs. */
const results: Record<string, unknown> = read();
for (const name of asked) {
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
  // After each: a later one that is cut off takes nothing with it. What was measured quickly is no figure to keep.
  if (!options.quick) writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
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

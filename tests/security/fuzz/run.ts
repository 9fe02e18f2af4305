import { join } from 'node:path';
import fc from 'fast-check';
import { mayRun, readWords } from '../../../bot/cli/read-words.js';
import { knowledgeBuilder } from '../../../bot/build-knowledge.js';
import { readFolder } from '../../../knowledge/load-library.js';
import { DeskServer } from '../../desk/desk-server.js';
import { DeskStage } from '../../desk/desk-stage.js';
import { PARSERS, type Target } from './parsers.js';
import { deskBodies, readersWith } from './readers.js';
import { lookAgain, SLOW_MS, timed, type Slow } from './slow.js';

/**
 * The long run: npm run fuzz [-- inputs [seed]]. Every reader of what comes from outside gets its share, with the real
 * knowledge; prints how many, what broke, and what held the event loop for long, by cause.
 */
const root = join(import.meta.dirname, '../../..');
const typed = readWords(process.argv.slice(2), { words: 2 });
const [inputs = 110_000, seed = Date.now() % 2 ** 31] = typed.words.map(Number);
const counts = [inputs, seed].every((count) => Number.isSafeInteger(count) && count >= 0);
const wrong = counts ? typed : { ...typed, unknown: [...typed.unknown, ...typed.words] };
if (!mayRun(wrong, 'npm run -s fuzz -- [INPUTS [SEED]]')) process.exit();
/** Turns and HTTP cost more than a parser: a smaller share. */
const SHARES: Readonly<Record<string, number>> = { turn: 0.2, 'desk bodies': 0.2, match: 0.5, signal: 0.5 };

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Report {
  readonly name: string;
  count: number;
  slowestMs: number;
  /** Slow once only: it compiled, or cleaned up. */
  once: number;
  slow: readonly Slow[];
  broken: string | null;
}

const builder = knowledgeBuilder(join(root, '.cache'));
const { library } = await builder.parse(await readFolder(join(root, 'knowledge')));
if (!library) throw new Error('the knowledge has problems');
const stage = new DeskStage();
const server = await new DeskServer(stage, 10_000_000).start();
const visitor = await server.visitor(await stage.coach('An', 'lead'));
const desk = deskBodies(async (method, path, body) => (await server.call(method, path, visitor, body)).status);
const targets = [...PARSERS, ...readersWith(await builder.build(library)), desk];
const whole = targets.reduce((sum, { name }) => sum + (SHARES[name] ?? 1), 0);

const reports: Report[] = [];
for (const target of targets) {
  const report = await run(target, Math.ceil((inputs / whole) * (SHARES[target.name] ?? 1)));
  reports.push(report);
  tell(report);
}
await server.stop();

const total = reports.reduce((sum, { count }) => sum + count, 0);
say(
  `total ${String(total)} inputs, seed ${String(seed)}, broken ${String(reports.filter(({ broken }) => broken !== null).length)}, slower than ${String(SLOW_MS)} ms ${String(reports.reduce((sum, { slow }) => sum + slow.length, 0))}`,
);
process.exit(reports.some(({ broken }) => broken !== null) ? 1 : 0);

function tell({ name, count, slowestMs, broken, slow, once }: Report): void {
  const state = broken === null ? 'whole' : 'BROKEN';
  const slowest = slowestMs.toFixed(1).padStart(7);
  const first = once === 0 ? '' : `  (${String(once)} slow at the first look only)`;
  say(`${name.padEnd(22)} ${String(count).padStart(7)} inputs  slowest ${slowest} ms  ${state}${first}`);
  for (const cause of new Set(slow.map((one) => one.cause))) {
    const of = slow.filter((one) => one.cause === cause);
    const [worst] = of;
    say(
      `    slow: ${cause}, ${String(of.length)} times, at most ${(worst?.ms ?? 0).toFixed(0)} ms: ${worst?.input ?? ''}`,
    );
  }
  if (broken !== null) say(`    ${broken}`);
}

async function run(target: Target, numRuns: number): Promise<Report> {
  const report: Report = { name: target.name, count: 0, slowestMs: 0, once: 0, slow: [], broken: null };
  const suspects: unknown[] = [];
  const result = await fc.check(
    fc.asyncProperty(target.inputs, async (input) => {
      report.count += 1;
      const took = await timed(target, input);
      if (took > SLOW_MS) suspects.push(input);
      else report.slowestMs = Math.max(report.slowestMs, took);
    }),
    { numRuns, seed },
  );
  report.slow = await lookAgain(target, suspects, seed);
  report.once = suspects.length - report.slow.length;
  report.slowestMs = Math.max(report.slowestMs, ...report.slow.map(({ ms }) => ms));
  if (result.failed)
    report.broken = `${String(result.errorInstance)} on ${JSON.stringify(result.counterexample).slice(0, 600)}`;
  return report;
}

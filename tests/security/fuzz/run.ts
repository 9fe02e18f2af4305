import { join } from 'node:path';
import fc from 'fast-check';
import { knowledgeBuilder } from '../../../bot/build-knowledge.js';
import { readFolder } from '../../../knowledge/load-library.js';
import { DeskServer } from '../../desk/desk-server.js';
import { DeskStage } from '../../desk/desk-stage.js';
import { PARSERS, type Target } from './parsers.js';
import { deskBodies, readersWith } from './readers.js';

/**
 * The long run: npm run fuzz [-- inputs [seed]]. Every reader of what comes from outside gets its share, with the real
 * knowledge; prints how many, what broke, and what held the event loop for long.
 */
const root = join(import.meta.dirname, '../../..');
const inputs = Number(process.argv[2] ?? 110_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
/** Longer than this for one input blocks everybody else. */
const SLOW_MS = 50;
/** Turns and HTTP cost more than a parser: a smaller share. */
const SHARES: Readonly<Record<string, number>> = { turn: 0.2, 'desk bodies': 0.2, match: 0.5, signal: 0.5 };

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Report {
  readonly name: string;
  count: number;
  slowestMs: number;
  slow: string[];
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

function tell({ name, count, slowestMs, broken, slow }: Report): void {
  const state = broken === null ? 'whole' : 'BROKEN';
  const slowest = slowestMs.toFixed(1).padStart(7);
  say(`${name.padEnd(22)} ${String(count).padStart(7)} inputs  slowest ${slowest} ms  ${state}`);
  for (const input of slow.slice(0, 3)) say(`    slow: ${input}`);
  if (broken !== null) say(`    ${broken}`);
}

async function run({ name, inputs: arbitrary, read }: Target, numRuns: number): Promise<Report> {
  const report: Report = { name, count: 0, slowestMs: 0, slow: [], broken: null };
  // Time of the processor, not of the clock: a busy machine is no fault of the input.
  const timed = async (input: unknown): Promise<number> => {
    const started = process.cpuUsage();
    await read(input);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000;
  };
  const result = await fc.check(
    fc.asyncProperty(arbitrary, async (input) => {
      report.count += 1;
      let took = await timed(input);
      // Another look: the first one may have paid for compiling or for cleaning up.
      for (let again = 0; took > SLOW_MS && again < 2; again += 1) took = Math.min(took, await timed(input));
      report.slowestMs = Math.max(report.slowestMs, took);
      if (took > SLOW_MS) report.slow.push(`${took.toFixed(0)} ms ${JSON.stringify(input).slice(0, 160)}`);
    }),
    { numRuns, seed },
  );
  if (result.failed)
    report.broken = `${String(result.errorInstance)} on ${JSON.stringify(result.counterexample).slice(0, 600)}`;
  return report;
}

import { loadLibrary } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';
import { coverage } from '../../knowledge/coverage.js';
import { formatStats, statsOf } from '../../knowledge/stats.js';
import { reviewProblems } from '../../knowledge/review.js';
import { parseConfig, readEnvironment } from '../config.js';

const [command = 'check', ...options] = process.argv.slice(2);
const parsed = parseConfig(readEnvironment());
if (!parsed.ok) fail(parsed.problems);
else await run(parsed.config.knowledgeDir);

async function run(folder: string): Promise<void> {
  const { library, problems } = await loadLibrary(folder);
  const today = new Date().toISOString().slice(0, 10);
  if (command === 'check') {
    const all = [...problems, ...(library ? reviewProblems(library, today) : [])];
    const errors = all.filter(({ severity }) => severity === 'error').length;
    for (const problem of all) print(formatProblem(problem));
    print(
      library
        ? `${String(library.entries.length)} ingangen, ${String(library.terms.length)} begrippen, ${String(library.checklists.length)} checklists: ${String(errors)} fouten, ${String(all.length - errors)} opmerkingen`
        : `${String(errors)} fouten`,
    );
    if (errors > 0) process.exitCode = 1;
    return;
  }
  if (!library) {
    fail(problems.map(formatProblem));
    return;
  }
  if (command === 'stats') {
    print(options.includes('--json') ? JSON.stringify(statsOf(library, today)) : formatStats(statsOf(library, today)));
    return;
  }
  if (command === 'coverage') {
    print(coverage(library));
    return;
  }
  fail([`onbekend: ${command}; kies check, stats of coverage`]);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

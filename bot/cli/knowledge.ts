import { loadLibrary } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';
import { coverage } from '../../knowledge/coverage.js';
import { formatStats, statsOf } from '../../knowledge/stats.js';
import { reviewProblems } from '../../knowledge/review.js';
import { readConfig, type Config } from '../config.js';
import { createLog } from '../log.js';
import { openState } from '../state/open-store.js';
import { exportKnowledge, importKnowledge } from './knowledge-files.js';
import { belgianDay } from '../../handlers/belgian-day.js';

const [command = 'check', ...options] = process.argv.slice(2);
const parsed = readConfig();
if (!parsed.ok) fail(parsed.problems);
else if (command === 'export' || command === 'import') await withStore(parsed.config, command);
else await run(parsed.config.knowledgeDir);

/** Beside a running helpline as well: it takes an import over within seconds. */
async function withStore(config: Config, what: 'export' | 'import'): Promise<void> {
  const folder = folderAfter(what === 'export' ? '--to' : '--from');
  if (folder === undefined) {
    fail([what === 'export' ? 'geef een map: export --to map' : 'geef een map: import --from map']);
    return;
  }
  try {
    const state = await openState(config, createLog('silent'));
    try {
      const place = { ...state, knowledgeDir: config.knowledgeDir, now: () => new Date() };
      const told =
        what === 'export'
          ? await exportKnowledge(place, folder ?? config.knowledgeDir)
          : await importKnowledge(place, folder);
      for (const line of told.lines) print(line);
      if (!told.ok) process.exitCode = 1;
    } finally {
      await state.close();
    }
  } catch (error) {
    fail([error instanceof Error ? error.message : String(error)]);
  }
}

/** The folder after an option; null without the option, undefined when it is given without a folder. */
function folderAfter(option: string): string | null | undefined {
  const at = options.indexOf(option);
  return at < 0 ? null : options[at + 1];
}

async function run(folder: string): Promise<void> {
  const { library, problems } = await loadLibrary(folder);
  const today = belgianDay(new Date());
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
  fail([`onbekend: ${command}; kies check, stats, coverage, export of import`]);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

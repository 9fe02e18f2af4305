import { loadLibrary } from '../../knowledge/load-library.js';
import type { Library } from '../../knowledge/library.js';
import { formatProblem, type Problem } from '../../knowledge/problem.js';
import { belgianDay } from '../../handlers/belgian-day.js';
import { coverage } from '../../knowledge/coverage.js';
import { formatStats, statsOf } from '../../knowledge/stats.js';
import { reviewProblems } from '../../knowledge/review.js';
import { readConfig, type Config } from '../config.js';
import { createLog } from '../log.js';
import { openState } from '../state/open-store.js';
import { exportKnowledge, importKnowledge } from './knowledge-files.js';
import { KNOWLEDGE_USAGE } from './knowledge-texts.js';
import { readWords, type Expected, type TypedWords } from './read-words.js';

const COMMANDS = {
  check: {},
  stats: { flags: ['json'] },
  coverage: {},
  export: { valued: ['to'] },
  import: { valued: ['from'] },
} as const satisfies Readonly<Record<string, Expected>>;

await main(process.argv.slice(2));

async function main([command = 'check', ...args]: readonly string[]): Promise<void> {
  const known = isCommand(command);
  const typed = readWords(known ? args : [command, ...args], known ? COMMANDS[command] : {});
  const parsed = readConfig();
  if (typed.asksHelp) print(KNOWLEDGE_USAGE);
  else if (!known || typed.unknown.length + typed.incomplete.length > 0) fail(complaints(typed));
  else if (!parsed.ok) fail(parsed.problems);
  else if (command === 'export' || command === 'import') await withStore(parsed.config, command, typed);
  else await run(parsed.config.knowledgeDir, command, typed);
}

function isCommand(word: string): word is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, word);
}

function complaints({ unknown, incomplete }: TypedWords): readonly string[] {
  return [
    ...unknown.map((word) => `onbekend: ${word}`),
    ...incomplete.map((option) => `geef een map na ${option}`),
    '',
    KNOWLEDGE_USAGE,
  ];
}

/** Beside a running helpline as well: it takes an import over within seconds. */
async function withStore(config: Config, what: 'export' | 'import', { values }: TypedWords): Promise<void> {
  try {
    const state = await openState(config, createLog('silent'));
    try {
      const place = { ...state, knowledgeDir: config.knowledgeDir, now: () => new Date() };
      const told =
        what === 'export'
          ? await exportKnowledge(place, values.get('to') ?? config.knowledgeDir)
          : await importKnowledge(place, values.get('from') ?? null);
      for (const line of told.lines) print(line);
      if (!told.ok) process.exitCode = 1;
    } finally {
      await state.close();
    }
  } catch (error) {
    fail([error instanceof Error ? error.message : String(error)]);
  }
}

async function run(folder: string, command: 'check' | 'stats' | 'coverage', { flags }: TypedWords): Promise<void> {
  const { library, problems } = await loadLibrary(folder);
  const today = belgianDay(new Date());
  if (command === 'check') {
    check(library, [...problems, ...(library ? reviewProblems(library, today) : [])]);
    return;
  }
  if (!library) {
    fail(problems.map(formatProblem));
    return;
  }
  if (command === 'coverage') {
    print(coverage(library));
    return;
  }
  const stats = statsOf(library, today);
  print(flags.has('json') ? JSON.stringify(stats) : formatStats(stats));
}

function check(library: Library | null, problems: readonly Problem[]): void {
  for (const problem of problems) print(formatProblem(problem));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  print(
    library
      ? `${String(library.entries.length)} ingangen, ${String(library.terms.length)} begrippen, ${String(library.checklists.length)} checklists: ${String(errors)} fouten, ${String(problems.length - errors)} opmerkingen`
      : `${String(errors)} fouten`,
  );
  if (errors > 0) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

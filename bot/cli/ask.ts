import { createInterface } from 'node:readline';
import { readFolder } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';
import type { Log } from '../../handlers/ports.js';
import { explainMatch } from '../../handlers/turn/why.js';
import { knowledgeBuilder } from '../build-knowledge.js';
import { readConfig } from '../config.js';
import { promiseRules } from '../promise-rules.js';
import { askLine, askOnce, type AskDeps } from './ask-once.js';
import { explain } from './explain.js';

const OPTIONS: readonly string[] = ['--jsonl', '--why'];
const HELP: readonly string[] = ['--help', '-h'];
const USAGE = [
  'geef een vraag:             npm run -s ask -- "moet ik dimona doen"',
  'of veel, één JSON per lijn: npm run -s ask -- --jsonl [--why] < vragen.jsonl',
];

// Not what other commands read their words with: a question may begin with a dash.
const given = process.argv.slice(2);
const unknown = given.filter((word) => /^--\w/.test(word) && !OPTIONS.includes(word));
const question = given.filter((word) => !OPTIONS.includes(word)).join(' ');
const hasMany = given.includes('--jsonl');
const parsed = readConfig();
if (given.some((word) => HELP.includes(word))) process.stdout.write(`${USAGE.join('\n')}\n`);
else if (unknown.length > 0) fail([...unknown.map((word) => `onbekend: ${word}`), ...USAGE]);
else if ((question.trim() !== '') === hasMany) fail(USAGE);
else if (!parsed.ok) fail(parsed.problems);
else {
  const builder = knowledgeBuilder(parsed.config.cacheDir, {
    modelDir: parsed.config.semanticModelDir,
    log: errorsOnly(),
  });
  const { library, problems } = await builder.parse(await readFolder(parsed.config.knowledgeDir));
  if (!library) fail(problems.map(formatProblem));
  else {
    const now = await builder.build(library);
    await run({ knowledge: { current: () => now }, rules: promiseRules(parsed.config), log: errorsOnly() });
  }
}

async function run(deps: AskDeps): Promise<void> {
  if (hasMany) return runLines(deps, given.includes('--why'));
  const answer = await askOnce(deps, { id: 'ask', text: question });
  process.stdout.write(
    `${answer.reply}\n\n${explain(await explainMatch(deps.knowledge.current(), question), answer)}\n`,
  );
}

/** One answer a line, in order; a bad line gives an error line and the run goes on. */
async function runLines(deps: AskDeps, why: boolean): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const answer = await answerLine(deps, line, why);
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((done) => process.stdout.once('drain', done));
  }
}

async function answerLine(deps: AskDeps, line: string, why: boolean): Promise<object> {
  let id: unknown = null;
  try {
    const data: unknown = JSON.parse(line);
    id = (data as { id?: unknown } | null)?.id ?? null;
    const question = askLine.safeParse(data);
    if (!question.success)
      return {
        id,
        error: question.error.issues
          .map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(' '))
          .join('; '),
      };
    const answer = await askOnce(deps, question.data);
    return why
      ? {
          ...answer,
          why: await explainMatch(deps.knowledge.current(), question.data.text ?? question.data.turns?.at(-1) ?? ''),
        }
      : answer;
  } catch (error) {
    return { id, error: error instanceof SyntaxError ? 'this line is no JSON' : 'this line could not be answered' };
  }
}

function errorsOnly(): Log {
  return {
    info: () => undefined,
    warn: () => undefined,
    error: (event, error) =>
      process.stderr.write(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  };
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

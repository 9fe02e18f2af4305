import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { mayRun, readWords } from '../../bot/cli/read-words.js';
import { decide } from '../../handlers/turn/decide.js';
import type { Library } from '../../knowledge/library.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import type { Matcher } from '../../knowledge/match/match.js';
import { createTermFinder } from '../../knowledge/match/terms.js';
import { loadMatcher } from '../../knowledge/model-cache.js';
import { detectLanguage } from '../../knowledge/text/language.js';
import { questionOf, readDevSets } from './dev-line.js';
import { measure, type Resolve } from './measure.js';
import { report } from './report.js';
import { wholeTurn } from './whole-turn.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '..', '..');

/** The development sets that stand beside this file. */
export function devSetFiles(): string[] {
  return readdirSync(HERE)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(HERE, name));
}

/** Matching and deciding alone: no signals, no profile, no conversation. The whole turn has its own `resolve`. */
export function matcherOnly(matcher: Matcher, library: Library): Resolve {
  const findNamed = createTermFinder(library);
  return (line) => {
    const text = questionOf(line);
    const named = findNamed(text);
    const match = matcher.match(text);
    const candidates = match.candidates.map(({ id, score, why }) => ({
      id,
      score,
      why: why.terms.slice(0, 4).join(' '),
    }));
    if (named)
      return {
        decision: 'answer',
        urgent: null,
        candidates: [{ id: named.id, score: named.score }, ...candidates.filter(({ id }) => id !== named.id)],
      };
    return { decision: decide(match, { language: detectLanguage(text), text }).kind, urgent: null, candidates };
  };
}

/**
 * `npm run eval -- [--matcher] [files]`: every development set, or the files given, over the very code path of a turn;
 * with `--matcher` over matching and deciding alone.
 */
export async function evaluate(files: readonly string[], matcherAlone: boolean): Promise<string> {
  const { library, problems } = await loadLibrary(join(ROOT, 'knowledge'));
  if (!library)
    throw new Error(`the knowledge has ${String(problems.length)} problems: run "npm run knowledge -- check"`);
  const cache = join(ROOT, '.cache');
  const lines = readDevSets(files.length > 0 ? files : devSetFiles());
  const resolve = matcherAlone
    ? matcherOnly(await loadMatcher(library, cache), library)
    : await wholeTurn(library, cache);
  const measured = await measure(lines, library, resolve);
  const date = new Date().toISOString().slice(0, 10);
  return `# Eval of ${date}: ${String(lines.length)} lines, ${String(library.items.size)} items, Node ${process.version}\n\n${report(measured)}`;
}

async function main(): Promise<void> {
  const typed = readWords(process.argv.slice(2), { words: Infinity, flags: ['matcher'] });
  if (!mayRun(typed, 'npm run -s eval -- [--matcher] [FILE.jsonl …]')) return;
  const missing = typed.words.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    process.stderr.write(`there is no file ${missing.join(', ')}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${await evaluate(typed.words, typed.flags.has('matcher'))}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

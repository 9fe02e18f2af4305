import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
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

/** `npm run eval -- [files]`: measures the files given, or every development set, and prints the tables. */
export async function evaluate(
  files: readonly string[],
  resolveWith?: (library: Library, matcher: Matcher) => Resolve,
): Promise<string> {
  const { library, problems } = await loadLibrary(join(ROOT, 'knowledge'));
  if (!library)
    throw new Error(`the knowledge has ${String(problems.length)} problems: run "npm run knowledge -- check"`);
  const matcher = await loadMatcher(library, join(ROOT, 'node_modules', '.cache', 'mentorlijn'));
  const lines = readDevSets(files.length > 0 ? files : devSetFiles());
  return report(
    await measure(lines, library, (resolveWith ?? ((lib, own) => matcherOnly(own, lib)))(library, matcher)),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await evaluate(process.argv.slice(2))}\n`);
}

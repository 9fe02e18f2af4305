import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { mayRun, readWords } from '../../bot/cli/read-words.js';
import type { Item } from '../../knowledge/entry.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import { createMatcher, type Insight } from '../../knowledge/match/create-matcher.js';
import type { Model } from '../../knowledge/match/model.js';
import { OFF_TOPIC } from '../../knowledge/match/off-topic.js';
import { seededRandom } from '../../knowledge/match/random.js';
import { train } from '../../knowledge/match/train.js';
import { topicsOf } from '../../knowledge/match/training-texts.js';
import { RANKER_WEIGHTS } from '../../knowledge/match/weights.js';
import { fitCalibration, report } from './fit-calibration.js';
import { fitSemantic } from './fit-semantic.js';
import { fitRankers, soloTable, toRanked, type RankedQuestion } from './fit-weights.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FOLDS = 3;
/** Held-out questions used per fold: enough for a dozen numbers. */
const PER_FOLD = 1200;
const PER_WRITER = 2400;

export interface HeldOut {
  readonly text: string;
  /** Index of the item it belongs to; -1 when it is not ours. */
  readonly item: number;
  /** The writer it was left out with, whole: the nearest to a stranger's question. Null in a fold of all writers. */
  readonly writer: Writer | null;
  readonly insight: Insight;
  readonly model: Model;
}

/** Files beside this one that hold all that some writers wrote; what no longer stands in the knowledge is passed over. */
const WRITERS = ['plain-hand', 'fresh-hands', 'later-hands', 'everyday-hands', 'many-hands', 'run-on-hand'] as const;
export type Writer = (typeof WRITERS)[number];

interface Fold {
  readonly leaves: (text: string, item: number) => boolean;
  readonly writer: Writer | null;
  readonly most: number;
}

function linesOf(writer: Writer): ReadonlySet<string> {
  return new Set(
    readFileSync(join(HERE, `${writer}.txt`), 'utf8')
      .split('\n')
      .filter(Boolean),
  );
}

/** Leaves whole phrasings out, then whole writers; trains on the rest and asks the left-out ones. Deterministic. */
export function heldOut(items: readonly Item[], concepts: Readonly<Record<string, readonly string[]>>): HeldOut[] {
  const place = foldsOf(items);
  const random = Array.from({ length: FOLDS }, (_unused, fold): Fold => {
    return { leaves: (text) => place.get(text) === fold, writer: null, most: PER_FOLD };
  });
  const whole = WRITERS.map((writer): Fold => {
    const lines = linesOf(writer);
    const leaves = (text: string, item: number): boolean => (item < 0 ? place.get(text) === 0 : lines.has(text));
    return { leaves, writer, most: PER_WRITER };
  });
  return [...random, ...whole].flatMap((fold) => ask(fold, items, concepts));
}

function ask(
  { leaves, writer, most }: Fold,
  items: readonly Item[],
  concepts: Readonly<Record<string, readonly string[]>>,
): HeldOut[] {
  const kept = items.map((item, at) => ({ ...item, phrasings: item.phrasings.filter((text) => !leaves(text, at)) }));
  const model = train(kept, { concepts, offTopic: OFF_TOPIC.filter((text) => !leaves(text, -1)) });
  const matcher = createMatcher({ model, concepts });
  const left = items.flatMap((item, at) =>
    item.phrasings.filter((text) => leaves(text, at)).map((text) => ({ text, item: at })),
  );
  const every = Math.max(1, Math.round(left.length / most));
  const off = OFF_TOPIC.filter((text) => leaves(text, -1)).map((text) => ({ text, item: -1 }));
  return [...left.filter((_line, at) => at % every === 0), ...off].map(({ text, item }) => ({
    text,
    item,
    writer,
    insight: matcher.inspect(text),
    model,
  }));
}

/** Every phrasing and every off-topic line falls in one fold, always the same. */
function foldsOf(items: readonly Item[]): ReadonlyMap<string, number> {
  const random = seededRandom(11);
  return new Map(
    [...items.flatMap(({ phrasings }) => phrasings), ...OFF_TOPIC].map((text) => [text, Math.floor(random() * FOLDS)]),
  );
}

async function main(): Promise<void> {
  const typed = readWords(process.argv.slice(2), { valued: ['semantic'] });
  if (!mayRun(typed, 'npm run -s fit -- [--semantic FOLDER]')) return;
  const { library } = await loadLibrary(join(HERE, '..', '..', 'knowledge'));
  if (!library) throw new Error('the knowledge has problems: run "npm run knowledge -- check"');
  const items = [...library.items.values()];
  const refs = items.map(topicsOf);
  const questions = heldOut(items, Object.fromEntries(library.concepts));
  const ranked: readonly RankedQuestion[] = questions.filter(({ item }) => item >= 0).map((one) => toRanked(one, refs));
  const weights = fitRankers(ranked);
  process.stdout.write(`${soloTable(ranked, weights)}\nweights by likelihood ${JSON.stringify(weights)}\n`);
  // For the weights in force: they were chosen by how often the right one comes first, these by how well they fit.
  const fitted = fitCalibration(questions, refs, RANKER_WEIGHTS);
  process.stdout.write(`CALIBRATION ${JSON.stringify(fitted.signs)}\nnotOurs ${JSON.stringify(fitted.notOurs)}\n`);
  process.stdout.write(`${report(fitted)}\n`);
  const modelDir = typed.values.get('semantic');
  if (modelDir !== undefined) process.stdout.write(`${await fitSemantic(modelDir, items, questions, refs)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

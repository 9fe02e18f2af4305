import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Item } from '../../knowledge/entry.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import { signsOf } from '../../knowledge/match/calibrate.js';
import { FLOORS, RANKERS } from '../../knowledge/match/combine.js';
import { createMatcher, type Insight } from '../../knowledge/match/create-matcher.js';
import { OFF_TOPIC } from '../../knowledge/match/off-topic.js';
import { seededRandom } from '../../knowledge/match/random.js';
import { train } from '../../knowledge/match/train.js';
import { topicsOf } from '../../knowledge/match/training-texts.js';
import { fitCalibration, fitRankers, type Judgement, type Ranked } from './fit-weights.js';

const FOLDS = 3;
/** Held-out questions used per fold: enough for a dozen numbers. */
const PER_FOLD = 1500;

/** Leaves whole phrasings out, trains on the rest and asks the left-out ones. Deterministic. */
export function outOfFold(items: readonly Item[], concepts: Readonly<Record<string, readonly string[]>>): Ranked[] {
  const random = seededRandom(11);
  const foldOf = items.map((item) => item.phrasings.map(() => Math.floor(random() * FOLDS)));
  const offFold = OFF_TOPIC.map(() => Math.floor(random() * FOLDS));
  return Array.from({ length: FOLDS }, (_unused, fold) => fold).flatMap((fold) => {
    const kept = items.map((item, at) => ({
      ...item,
      phrasings: item.phrasings.filter((_text, p) => foldOf[at]?.[p] !== fold),
    }));
    const model = train(kept, { concepts, offTopic: OFF_TOPIC.filter((_text, at) => offFold[at] !== fold) });
    const matcher = createMatcher({ model, concepts });
    const left = items.flatMap((item, at) =>
      item.phrasings.filter((_text, p) => foldOf[at]?.[p] === fold).map((text) => ({ text, item: at })),
    );
    const chosen = left.filter(() => random() < PER_FOLD / left.length);
    const off = OFF_TOPIC.filter((_text, at) => offFold[at] === fold).map((text) => ({ text, item: -1 }));
    return [...chosen, ...off].map(({ text, item }) => toRanked(text, item, items, matcher.inspect(text)));
  });
}

function toRanked(text: string, item: number, items: readonly Item[], insight: Insight): Ranked {
  const gold = items[item] ? topicsOf(items[item])[0] : undefined;
  return {
    text,
    nearest: insight.nearest,
    coverage: insight.coverage,
    foreign: insight.foreign,
    knownShare: insight.knownShare,
    contenders: insight.contenders.map(({ index, rankers }) => ({
      index,
      opinions: RANKERS.map((name) => Math.log(rankers[name] + FLOORS[name])),
      topics: items[index] ? topicsOf(items[index]) : [],
      rightTopic: gold !== undefined && items[index] !== undefined && topicsOf(items[index]).includes(gold),
      rightItem: index === item,
    })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { library } = await loadLibrary(join(fileURLToPath(new URL('.', import.meta.url)), '..', '..', 'knowledge'));
  if (!library) throw new Error('the knowledge has problems: run "npm run knowledge -- check"');
  const ranked = outOfFold([...library.items.values()], Object.fromEntries(library.concepts));
  const { weights, table } = fitRankers(
    ranked.filter(({ contenders }) => contenders.some(({ rightTopic }) => rightTopic)),
  );
  process.stdout.write(
    `${table}\nRANKER_WEIGHTS ${JSON.stringify(Object.fromEntries(RANKERS.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(3))])))}\n`,
  );
  const { numbers, judgements } = fitCalibration(ranked, weights, signsOf);
  process.stdout.write(
    `CALIBRATION ${JSON.stringify(numbers.map((value) => Number(value.toFixed(3))))}\n${summary(judgements)}\n`,
  );
}

function summary(judgements: readonly Judgement[]): string {
  const ours = judgements.filter(({ ours }) => ours);
  return `held-out phrasings: first ${((ours.filter(({ right }) => right).length / ours.length) * 100).toFixed(1)} % of ${String(ours.length)}`;
}

import { notOursSigns, signsOf } from '../../knowledge/match/calibrate.js';
import { weigh, type Contender } from '../../knowledge/match/combine.js';
import { signsFor } from '../../knowledge/match/create-matcher.js';
import { select } from '../../knowledge/match/select.js';
import type { RankerWeights } from '../../knowledge/match/weights.js';
import { softmax } from './fit-weights.js';
import type { HeldOut, Writer } from './fit.js';

/** One candidate of a held-out question: what it shows and whether it is right. */
interface Judgement {
  readonly question: number;
  readonly signs: readonly number[];
  readonly notOurs: readonly number[];
  readonly right: boolean;
  readonly rank: number;
  readonly ours: boolean;
  readonly writer: Writer | null;
  readonly words: number;
}

export interface Fitted {
  readonly signs: readonly number[];
  readonly notOurs: readonly number[];
  readonly judgements: readonly Judgement[];
}

const JUDGED = 3;
/** From this many words on a message is a story. */
const STORY_WORDS = 25;
const ROUNDS = 25;

/** What a stranger sends: writers left out whole, stories, and what is not ours; other folds were written to be hard. */
function isStrange({ writer, ours, words }: Judgement): boolean {
  return writer !== null || !ours || words >= STORY_WORDS;
}

/** Logistic regression from the signs of the first three candidates to "is of the right topic". */
export function fitCalibration(
  questions: readonly HeldOut[],
  refs: readonly (readonly string[])[],
  weights: RankerWeights,
): Fitted {
  const judgements = questions.flatMap((question, at) => judge(question, refs, weights, at));
  const asked = judgements.filter(isStrange);
  const first = asked.filter(({ rank }) => rank === 0);
  return {
    signs: rounded(logistic(asked)),
    notOurs: rounded(logistic(first.map(({ notOurs, ours }) => ({ signs: notOurs, right: !ours })))),
    judgements,
  };
}

const rounded = (values: readonly number[]): number[] => values.map((value) => Number(value.toFixed(3)));

function judge(
  { item, writer, insight, model }: HeldOut,
  refs: readonly (readonly string[])[],
  weights: RankerWeights,
  at: number,
): Judgement[] {
  const shares = softmax(insight.contenders.map(({ rankers }) => weigh(rankers, weights)));
  const contenders = insight.contenders
    .map((one, place): Contender => ({ ...one, sum: weigh(one.rankers, weights), share: shares[place] ?? 0 }))
    .sort((a, b) => b.sum - a.sum);
  const gold = refs[item] ?? [];
  return select(contenders, model, JUDGED).map((chosen, rank) => ({
    question: at,
    signs: signsOf(signsFor(chosen, insight)),
    notOurs: notOursSigns(signsFor(chosen, insight)),
    right: (refs[chosen.contender.index] ?? []).some((ref) => gold.includes(ref)),
    rank,
    ours: item >= 0,
    writer,
    words: insight.analysis.words.length,
  }));
}

/** Newton's method; a small ridge keeps it steady. */
export function logistic(judgements: readonly Pick<Judgement, 'signs' | 'right'>[]): number[] {
  const size = judgements[0]?.signs.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => -0.01 * weight);
    const curve = weights.map((_weight, k) => weights.map((_other, l) => (k === l ? 0.01 : 0) as number));
    for (const { signs, right } of judgements) {
      const said = probability(signs, weights);
      for (let k = 0; k < size; k++) {
        gradient[k] = (gradient[k] ?? 0) + ((right ? 1 : 0) - said) * (signs[k] ?? 0);
        const row = curve[k] ?? [];
        for (let l = 0; l < size; l++) row[l] = (row[l] ?? 0) + said * (1 - said) * (signs[k] ?? 0) * (signs[l] ?? 0);
      }
    }
    const step = solve(curve, gradient);
    weights = weights.map((weight, k) => weight + (step[k] ?? 0));
  }
  return weights;
}

/** Gaussian elimination of a small symmetric system. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k] ?? 0]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    const pivot = rows[k] ?? [];
    const head = pivot[k] ?? 1;
    for (let l = 0; l < size; l++) {
      const row = rows[l];
      if (l === k || !row) continue;
      const factor = (row[k] ?? 0) / (head || 1e-9);
      for (let c = k; c <= size; c++) row[c] = (row[c] ?? 0) - factor * (pivot[c] ?? 0);
    }
  }
  return rows.map((row, k) => (row[size] ?? 0) / (row[k] ?? 1));
}

function probability(signs: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)));
}

const ANSWER_LIMITS = [0.55, 0.6, 0.65, 0.68, 0.7, 0.75];
const NOT_OURS_LIMITS = [0.05, 0.07, 0.1, 0.15];
const DECLINE_LIMITS = [0.5, 0.6, 0.7, 0.8];

/** What thresholds would do on the writers left out whole, on stories and on what is not ours; and how true the probabilities are. */
export function report({ signs, notOurs, judgements }: Fitted): string {
  const said = judgements
    .filter((one) => one.rank === 0 && isStrange(one))
    .map((one) => ({ ...one, said: probability(one.signs, signs), foreign: probability(one.notOurs, notOurs) }));
  const groups = [...new Set(said.map(groupOf))];
  const share = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  const recall = groups.map((group) => {
    const first = said.filter((one) => groupOf(one) === group);
    const shown = judgements.filter((one) => isStrange(one) && groupOf(one) === group && one.right);
    const found = new Set(shown.map(({ question }) => question)).size;
    const right = first.filter((one) => one.right).length;
    return `${group} (${String(first.length)}): ${share(right, first.length)} first, ${share(found, first.length)} among three`;
  });
  const lines = ANSWER_LIMITS.flatMap((least) =>
    NOT_OURS_LIMITS.map((most) => {
      const parts = groups.map((group) => {
        const inside = said.filter((one) => groupOf(one) === group);
        const given = inside.filter((one) => one.said >= least && one.foreign < most);
        return `${group} ${share(given.length, inside.length)} right ${share(given.filter(({ right }) => right).length, given.length)}`;
      });
      return `answer ${least.toFixed(2)}, not ours ${most.toFixed(2)}: ${parts.join(', ')}`;
    }),
  );
  const declined = DECLINE_LIMITS.map((least) => {
    const parts = groups.map((group) => {
      const inside = said.filter((one) => groupOf(one) === group);
      return `${group} ${share(inside.filter(({ foreign }) => foreign >= least).length, inside.length)}`;
    });
    return `declined from ${least.toFixed(2)}: ${parts.join(', ')}`;
  });
  const bins = Array.from({ length: 10 }, (_unused, at) => {
    const inside = said.filter((one) => Math.min(9, Math.floor(one.said * 10)) === at);
    return `${(at / 10).toFixed(1)}+ n ${String(inside.length)} right ${share(inside.filter(({ right }) => right).length, inside.length)}`;
  });
  return [...recall, ...lines, ...declined, ...bins].join('\n');
}

function groupOf({ writer, ours }: Judgement): string {
  return ours ? (writer ?? 'stories') : 'not ours';
}

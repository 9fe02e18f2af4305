import { stemsOf } from '../desk/ticket-index.js';

/** Something said, with what it is worth keeping of it. */
export interface Said {
  readonly text: string;
}

export interface Group<S extends Said> {
  readonly members: readonly S[];
}

/** Two questions are alike when they share this much of their words, rare words weighing most. */
const ALIKE = 0.42;
/** A word in more questions than this share says nothing of their subject. */
const COMMON_SHARE = 0.25;
/** Leaders a word may point at: bounds the work on any input. */
const MOST_LEADERS = 60;

interface Leader<S> {
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
  readonly members: S[];
}

/** Puts what is alike together, largest group first. Each joins the most alike of the groups before it, or starts one. */
export function groupAlike<S extends Said>(all: readonly S[]): readonly Group<S>[] {
  const read = all.map((said) => ({ said, stems: stemsOf(said.text) }));
  const weightOf = weigh(read.map(({ stems }) => stems));
  const leaders: Leader<S>[] = [];
  const byStem = new Map<string, Leader<S>[]>();
  for (const { said, stems } of read) {
    const weight = sum(stems, weightOf);
    if (weight === 0) continue;
    const found = nearest(stems, weight, byStem, weightOf);
    if (found) {
      found.members.push(said);
      continue;
    }
    const leader: Leader<S> = { stems, weight, members: [said] };
    leaders.push(leader);
    for (const stem of stems) pointAt(byStem, stem, leader);
  }
  return leaders.map(({ members }) => ({ members })).sort((a, b) => b.members.length - a.members.length);
}

function pointAt<S>(byStem: Map<string, Leader<S>[]>, stem: string, leader: Leader<S>): void {
  const known = byStem.get(stem);
  if (!known) byStem.set(stem, [leader]);
  else if (known.length < MOST_LEADERS) known.push(leader);
}

function nearest<S>(
  stems: ReadonlySet<string>,
  weight: number,
  byStem: ReadonlyMap<string, readonly Leader<S>[]>,
  weightOf: (stem: string) => number,
): Leader<S> | null {
  const shared = new Map<Leader<S>, number>();
  for (const stem of stems)
    for (const leader of byStem.get(stem) ?? []) shared.set(leader, (shared.get(leader) ?? 0) + weightOf(stem));
  let best: Leader<S> | null = null;
  let most = ALIKE;
  for (const [leader, common] of shared) {
    const likeness = common / (leader.weight + weight - common);
    if (likeness >= most) [best, most] = [leader, likeness];
  }
  return best;
}

/** Rare words weigh most; words of nearly every question nothing. */
function weigh(all: readonly ReadonlySet<string>[]): (stem: string) => number {
  const seen = new Map<string, number>();
  for (const stems of all) for (const stem of stems) seen.set(stem, (seen.get(stem) ?? 0) + 1);
  const common = Math.max(20, all.length * COMMON_SHARE);
  return (stem) => {
    const count = seen.get(stem) ?? 0;
    return count === 0 || count > common ? 0 : 1 + Math.log(1 + all.length / count);
  };
}

function sum(stems: ReadonlySet<string>, weightOf: (stem: string) => number): number {
  let total = 0;
  for (const stem of stems) total += weightOf(stem);
  return total;
}

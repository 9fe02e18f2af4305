import type { Contender } from './combine.js';
import type { Model } from './model.js';

export interface NearestKin {
  readonly contender: Contender;
  /** What the best holds of what the two hold together (0–1): a half is a tie. */
  readonly lead: number;
}

/**
 * The strongest contender that shares a topic with the best. Probability is one of topics: it says nothing of which of
 * two entries of one topic was meant, and the list puts another topic before a sibling.
 */
export function nearestKin(
  best: Contender,
  contenders: readonly Contender[],
  { items }: Pick<Model, 'items'>,
): NearestKin | null {
  const refs = items[best.index]?.refs ?? [];
  let kin: Contender | null = null;
  for (const one of contenders) {
    if (one === best || (kin !== null && one.share <= kin.share)) continue;
    if (items[one.index]?.refs.some((ref) => refs.includes(ref)) === true) kin = one;
  }
  return kin === null ? null : { contender: kin, lead: best.share / (best.share + kin.share || 1) };
}

import type { Candidate } from '../../knowledge/match/match.js';
import { THRESHOLDS } from './thresholds.js';

/** At most three buttons fit every channel. */
export const MOST_CHOICES = 3;

/**
 * Entries that hurt when they are offered for nothing. Of 1,952 lists for a writer left out, three offered the first of
 * these below another entry, all three in vain.
 */
export const SENSITIVE: ReadonlySet<string> = new Set([
  'zelfmoordgedachten-of-zelfverwonding',
  'onveilig-thuis',
  'grensoverschrijdend-gedrag-leerling',
]);

export interface Offering {
  readonly foreign: boolean;
  /** Words that sound somewhat like an emergency: then a sensitive entry is no strange guess. */
  readonly dangerous?: boolean | undefined;
}

/** The best and what comes near it; nothing when even the best is a guess. */
export function worthOffering(
  candidates: readonly Candidate[],
  { foreign, dangerous = false }: Offering,
): readonly Candidate[] {
  const best = candidates[0]?.score ?? 0;
  if (best < (foreign ? THRESHOLDS.chooseForeign : THRESHOLDS.choose)) return [];
  const least = (place: number): number => {
    const floor = place < MOST_CHOICES - 1 ? THRESHOLDS.chooseOther : THRESHOLDS.chooseThird;
    return Math.max(foreign ? 0 : floor, THRESHOLDS.chooseOtherPart * best);
  };
  const allowed = candidates.filter(({ id }, at) => at === 0 || dangerous || !SENSITIVE.has(id));
  return allowed.filter(({ score }, at) => at === 0 || score >= least(at)).slice(0, MOST_CHOICES);
}

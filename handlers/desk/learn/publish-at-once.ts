import type { ItemId } from '../../../knowledge/entry.js';
import { MentorlijnError } from '../../errors.js';
import { may, type Coach } from '../coach.js';
import { remarkOf } from './decide-proposal.js';
import type { LearnDeps } from './learn-deps.js';
import { publish } from './publish.js';
import type { Revision } from './published.js';
import { LEARN_REFUSALS } from './texts.js';
import { belgianDay } from '../../belgian-day.js';

/** "Nagekeken": the editor who looked is the second look himself. */
export async function markReviewed(deps: LearnDeps, coach: Coach, item: string, reviewBy: string): Promise<Revision> {
  const checked = belgianDay(deps.clock.now());
  if (reviewBy <= checked) throw new MentorlijnError('bad-request', LEARN_REFUSALS.dates);
  return atOnce(deps, coach, { do: 'reviewed', item: item as ItemId, checked, reviewBy });
}

/** Back to an earlier version, at once: a mistake in force cannot wait for somebody else. */
export function rollBack(deps: LearnDeps, coach: Coach, item: string, revision: number): Promise<Revision> {
  return atOnce(deps, coach, { do: 'restore', item: item as ItemId, revision });
}

async function atOnce(deps: LearnDeps, coach: Coach, change: Parameters<typeof remarkOf>[0]): Promise<Revision> {
  if (!may(coach.role, 'knowledge')) throw new MentorlijnError('not-allowed', LEARN_REFUSALS.needsEditor);
  return publish(deps, {
    change,
    by: coach.id,
    approvedBy: coach.id,
    alone: false,
    remark: remarkOf(change),
    proposal: null,
    ticket: null,
    tellAsker: false,
  });
}

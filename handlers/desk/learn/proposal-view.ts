import { MentorlijnError } from '../../errors.js';
import type { Coach } from '../coach.js';
import { assessChanged } from './assess.js';
import { itemOf } from './change.js';
import { mayApprove } from './decide-proposal.js';
import { pathOfItem, readInForce, withChange, type Changed, type InForce } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import { getProposal, type Proposal } from './proposal.js';
import type { ProposalView } from './views.js';

/** A proposal as the second pair of eyes reads it: before, after, and what the check says. */
export async function readProposal(deps: LearnDeps, coach: Coach, id: string): Promise<ProposalView> {
  const { body: proposal } = await getProposal(deps.store, id);
  const inForce = await readInForce(deps);
  const path = pathOfItem(inForce.texts, itemOf(proposal.change));
  const tried = await tryChange(deps, inForce, proposal);
  const changed = 'changed' in tried ? tried.changed : null;
  return {
    proposal,
    before: path === null ? null : (inForce.texts.get(path) ?? null),
    after: changed ? (changed.texts.get(changed.overlay.path) ?? null) : null,
    assessment: changed ? assessChanged(deps, proposal.change, changed) : null,
    outdated: 'outdated' in tried ? tried.outdated : null,
    mayApprove: await mayApprove(deps, coach, proposal),
  };
}

/** Only what still waits is tried; what was published is in force already. */
async function tryChange(
  deps: LearnDeps,
  inForce: InForce,
  proposal: Proposal,
): Promise<{ readonly changed: Changed } | { readonly outdated: string | null }> {
  if (proposal.state !== 'waiting') return { outdated: null };
  try {
    return { changed: await withChange(deps, inForce, proposal.change) };
  } catch (error) {
    if (error instanceof MentorlijnError && (error.code === 'conflict' || error.code === 'not-found'))
      return { outdated: error.message };
    throw error;
  }
}

import { MentorlijnError } from '../../errors.js';
import { getTicket, putTicket } from '../../records.js';
import { mask } from '../../privacy/mask.js';
import { listCoaches } from '../accounts.js';
import { withHistory } from '../change-ticket.js';
import { may, type Coach } from '../coach.js';
import type { DeskTicket } from '../desk-ticket.js';
import { notNow } from '../ticket-actions.js';
import { itemOf, type Change } from './change.js';
import type { LearnDeps } from './learn-deps.js';
import { getProposal, putProposal, type Proposal, type ProposalState } from './proposal.js';
import { cleanChange } from './propose.js';
import { publish } from './publish.js';
import type { Revision } from './published.js';
import { LEARN_HISTORY, LEARN_REFUSALS } from './texts.js';

/** Whether this coach may approve: `alone` when it is his own and nobody else could. */
export type MayApprove = 'yes' | 'alone' | 'no-editor' | 'own';

export async function mayApprove(deps: LearnDeps, coach: Coach, proposal: Pick<Proposal, 'by'>): Promise<MayApprove> {
  if (!may(coach.role, 'knowledge')) return 'no-editor';
  if (proposal.by !== coach.id || !deps.learning.needsSecondPerson) return 'yes';
  const others = (await listCoaches(deps)).filter(
    ({ id, active, role }) => active && id !== coach.id && may(role, 'knowledge'),
  );
  return others.length === 0 ? 'alone' : 'own';
}

/** Publishes a proposal: from then on every process answers by it. */
export async function approve(deps: LearnDeps, coach: Coach, id: string): Promise<Revision> {
  const { body: proposal } = await getProposal(deps.store, id);
  mustWait(proposal);
  const allowed = await mayApprove(deps, coach, proposal);
  if (allowed === 'no-editor') throw new MentorlijnError('not-allowed', LEARN_REFUSALS.needsEditor);
  if (allowed === 'own') throw new MentorlijnError('not-allowed', LEARN_REFUSALS.needsSecond);
  return publish(deps, {
    change: proposal.change,
    by: proposal.by,
    approvedBy: coach.id,
    alone: allowed === 'alone',
    remark: proposal.remark === '' ? remarkOf(proposal.change) : proposal.remark,
    proposal: id,
    ticket: proposal.ticket?.id ?? null,
    tellAsker: proposal.tellAsker,
    also: async () => {
      const newest = await getProposal(deps.store, id);
      mustWait(newest.body);
      return [putProposal(decided(newest.body, 'published', coach, deps.clock.now()), newest.version)];
    },
  });
}

/** What a line of the history says about a change. */
export function remarkOf(change: Change): string {
  switch (change.do) {
    case 'add-phrasing':
      return change.phrasing;
    case 'phrasings':
      return [...change.added.map((text) => `+ ${text}`), ...change.removed.map((text) => `− ${text}`)].join('; ');
    case 'retire':
      return change.reason;
    case 'reviewed':
      return `volgend nazicht ${change.reviewBy}`;
    case 'restore':
      return `versie ${String(change.revision)}`;
    case 'write':
      return change.before === null ? 'nieuwe ingang' : 'tekst gewijzigd';
  }
}

function mustWait(proposal: Proposal): void {
  if (proposal.state !== 'waiting') throw notNow(LEARN_REFUSALS.notWaiting);
}

function decided(proposal: Proposal, state: ProposalState, coach: Coach, now: Date): Proposal {
  return { ...proposal, state, decidedBy: coach.id, decidedAt: now.toISOString() };
}

/** Turns a proposal down (an editor, with a reason) or takes one's own back. The ticket may then learn anew. */
export async function dismiss(
  deps: LearnDeps,
  coach: Coach,
  id: string,
  how: { readonly as: 'rejected' | 'withdrawn'; readonly reason: string },
): Promise<void> {
  const { body: proposal, version } = await getProposal(deps.store, id);
  mustWait(proposal);
  if (how.as === 'rejected' && !may(coach.role, 'knowledge'))
    throw new MentorlijnError('not-allowed', LEARN_REFUSALS.needsEditor);
  if (how.as === 'rejected' && how.reason.trim() === '')
    throw new MentorlijnError('bad-request', LEARN_REFUSALS.noReason);
  if (how.as === 'withdrawn' && proposal.by !== coach.id)
    throw new MentorlijnError('not-allowed', LEARN_REFUSALS.notYours);
  const now = deps.clock.now();
  const remark = how.reason.trim() === '' ? proposal.remark : mask(how.reason.trim());
  const found = proposal.ticket === null ? null : await getTicket(deps.store, proposal.ticket.id);
  const done = await deps.store.commit({
    puts: [
      putProposal({ ...decided(proposal, how.as, coach, now), remark }, version),
      ...(found ? [putTicket({ ticket: freed(found.ticket, coach, now), version: found.version })] : []),
    ],
  });
  if (!done.ok) throw new MentorlijnError('conflict', 'Er veranderde net iets. Probeer het opnieuw.');
  deps.live.publish('knowledge', null);
  if (found) deps.live.publish('tickets', found.ticket.id);
}

function freed(ticket: DeskTicket, coach: Coach, now: Date): DeskTicket {
  return {
    ...withHistory(ticket, now, coach.id, LEARN_HISTORY.rejected),
    learning: { ...ticket.learning, state: 'rejected', proposal: null, told: ticket.learning?.told ?? false },
    updatedAt: now.toISOString(),
  };
}

/** Lets an editor mend a proposal before approving; who proposed it stays who proposed it. */
export async function amend(deps: LearnDeps, coach: Coach, id: string, change: Change): Promise<Proposal> {
  const { body: proposal, version } = await getProposal(deps.store, id);
  mustWait(proposal);
  if (proposal.by !== coach.id && !may(coach.role, 'knowledge'))
    throw new MentorlijnError('not-allowed', LEARN_REFUSALS.needsEditor);
  const clean = cleanChange(change);
  if (itemOf(clean) !== itemOf(proposal.change)) throw new MentorlijnError('bad-request', LEARN_REFUSALS.wrongPlace);
  const next: Proposal = { ...proposal, change: clean };
  const done = await deps.store.commit({ puts: [putProposal(next, version)] });
  if (!done.ok) throw new MentorlijnError('conflict', 'Een collega wijzigde dit voorstel net ook.');
  deps.live.publish('knowledge', null);
  return next;
}

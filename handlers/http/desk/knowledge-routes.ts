import { z } from 'zod';
import { assess } from '../../desk/learn/assess.js';
import { browse, readItem } from '../../desk/learn/browse.js';
import { amend, approve, dismiss } from '../../desk/learn/decide-proposal.js';
import { assignOwner } from '../../desk/learn/ownership.js';
import { getProposal, listProposals, PROPOSAL_STATES } from '../../desk/learn/proposal.js';
import { readProposal } from '../../desk/learn/proposal-view.js';
import { nothingToLearn, propose } from '../../desk/learn/propose.js';
import { markReviewed, rollBack } from '../../desk/learn/publish-at-once.js';
import { recentQuestions } from '../../desk/learn/figures.js';
import { rehearse } from '../../desk/learn/rehearsal.js';
import { replay } from '../../desk/learn/replay.js';
import { startLearning } from '../../desk/learn/start.js';
import { readTicket } from '../../desk/ticket-view.js';
import { amendBody, inPlace, proposeBody, replayBody, wishBody, wishedChange } from './knowledge-bodies.js';
import { nothing, param, parse, signed, type DeskRoute } from './route.js';

const reason = z.object({ reason: z.string().max(500).default('') });

/** Learning from a ticket, proposals and their second look. */
/** Percentages, told when five more are done. */
function inSteps(tell: (percent: number) => void): (share: number) => void {
  let last = 0;
  return (share) => {
    const percent = Math.floor(share * 20) * 5;
    if (percent > last) tell((last = percent));
  };
}

const learnRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/tickets/:id/learn', nothing, (call) =>
    startLearning(call.deps, call.coach, param(call, 'id')),
  ),
  signed('tickets', 'post', '/tickets/:id/learn/nothing', nothing, async (call) => {
    await nothingToLearn(call.deps, call.coach, param(call, 'id'));
    return readTicket(call.deps, param(call, 'id'));
  }),
  signed('tickets', 'post', '/knowledge/assess', wishBody, async ({ deps, body }) =>
    assess(deps, await wishedChange(deps, body)),
  ),
  signed('tickets', 'post', '/knowledge/replay', replayBody, async ({ deps, body }) =>
    replay(deps, await wishedChange(deps, body), {
      real: await recentQuestions(deps),
      onProgress: inSteps((percent) => {
        if (body.watch !== undefined) deps.live.publish('replay', { watch: body.watch, percent });
      }),
    }),
  ),
  signed('tickets', 'post', '/knowledge/proposals', proposeBody, async ({ deps, coach, body }) => {
    const change = await wishedChange(deps, body);
    const { ticket, tellAsker, remark } = body;
    const proposal = await propose(deps, coach, { change, ticket, tellAsker, remark });
    return { proposal, published: body.publish ? await approve(deps, coach, proposal.id) : null };
  }),
  signed('tickets', 'get', '/knowledge/proposals', nothing, async ({ deps, query }) => ({
    proposals: await listProposals(
      deps.store,
      parse(z.object({ state: z.enum(PROPOSAL_STATES).default('waiting') }), query).state,
    ),
  })),
  signed('tickets', 'get', '/knowledge/proposals/:id', nothing, (call) =>
    readProposal(call.deps, call.coach, param(call, 'id')),
  ),
  signed('tickets', 'post', '/knowledge/proposals/:id/rehearse', nothing, async (call) => {
    const { body } = await getProposal(call.deps.store, param(call, 'id'));
    return rehearse(call.deps, body.change, () => recentQuestions(call.deps));
  }),
  signed('tickets', 'put', '/knowledge/proposals/:id', amendBody, async (call) => {
    await amend(call.deps, call.coach, param(call, 'id'), inPlace(call.body.change));
    return readProposal(call.deps, call.coach, param(call, 'id'));
  }),
  signed('knowledge', 'post', '/knowledge/proposals/:id/approve', nothing, async (call) => ({
    published: await approve(call.deps, call.coach, param(call, 'id')),
  })),
  signed('knowledge', 'post', '/knowledge/proposals/:id/reject', reason, async (call) => {
    await dismiss(call.deps, call.coach, param(call, 'id'), { as: 'rejected', reason: call.body.reason });
    return {};
  }),
  signed('tickets', 'post', '/knowledge/proposals/:id/withdraw', reason, async (call) => {
    await dismiss(call.deps, call.coach, param(call, 'id'), { as: 'withdrawn', reason: call.body.reason });
    return {};
  }),
];

/** The knowledge itself: browse, review, versions. */
const itemRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/knowledge', nothing, ({ deps }) => browse(deps)),
  signed('tickets', 'get', '/knowledge/items/:id', nothing, (call) => readItem(call.deps, param(call, 'id'))),
  signed(
    'tickets',
    'post',
    '/knowledge/items/:id/owner',
    z.object({ owner: z.string().max(64).nullable() }),
    async (call) => {
      await assignOwner(call.deps, param(call, 'id'), call.body.owner);
      return {};
    },
  ),
  signed('knowledge', 'post', '/knowledge/items/:id/reviewed', z.object({ reviewBy: z.iso.date() }), async (call) => ({
    published: await markReviewed(call.deps, call.coach, param(call, 'id'), call.body.reviewBy),
  })),
  signed(
    'knowledge',
    'post',
    '/knowledge/items/:id/roll-back',
    z.object({ revision: z.int().min(0) }),
    async (call) => ({
      published: await rollBack(call.deps, call.coach, param(call, 'id'), call.body.revision),
    }),
  ),
];

export const knowledgeRoutes: readonly DeskRoute[] = [...learnRoutes, ...itemRoutes];

import type { ItemId } from '../../../knowledge/entry.js';
import { MentorlijnError } from '../../errors.js';
import type { Put, Store, StoredRecord } from '../../ports.js';
import { itemOf, type Change } from './change.js';

/** What a coach wants to add or change, waiting for a second look. Holds masked text only. */
export interface Proposal {
  readonly id: string;
  readonly change: Change;
  readonly item: ItemId;
  /** How a person recognises it. */
  readonly title: string;
  /** The ticket it was learned from, and what people call it. */
  readonly ticket: { readonly id: string; readonly number: number } | null;
  /** Tell the asker when it is published. */
  readonly tellAsker: boolean;
  readonly by: string;
  readonly at: string;
  readonly state: ProposalState;
  /** Words with the decision. */
  readonly remark: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

export const PROPOSAL_STATES = ['waiting', 'published', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

const proposalId = (id: string): string => `proposal|${id}`;

export function putProposal(proposal: Proposal, expect: Put['expect']): Put {
  return {
    kind: 'knowledge',
    id: proposalId(proposal.id),
    body: proposal,
    indexes: {
      proposal: `${proposal.state}|${proposal.decidedAt ?? proposal.at}|${proposal.id}`,
      about: `${itemOf(proposal.change)}|${proposal.at}`,
    },
    expect,
  };
}

export async function getProposal(store: Store, id: string): Promise<StoredRecord<Proposal>> {
  const found = await store.get<Proposal>('knowledge', proposalId(id));
  if (!found) throw new MentorlijnError('not-found', 'Dit voorstel bestaat niet (meer).');
  return found;
}

const MAX_LIST = 200;

/** Proposals in one state: what waits, oldest first; what was decided, newest first. */
export async function listProposals(store: Store, state: ProposalState): Promise<readonly Proposal[]> {
  const found = await store.query<Proposal>({
    kind: 'knowledge',
    index: 'proposal',
    prefix: `${state}|`,
    order: state === 'waiting' ? 'asc' : 'desc',
    limit: MAX_LIST,
  });
  return found.map(({ body }) => body);
}

/** What waits about one item. */
export async function proposalsAbout(store: Store, item: string): Promise<readonly Proposal[]> {
  const found = await store.query<Proposal>({ kind: 'knowledge', index: 'about', prefix: `${item}|` });
  return found.map(({ body }) => body).filter(({ state }) => state === 'waiting');
}

import type { ItemId } from '../../../knowledge/entry.js';
import { samePhrasing } from '../../../knowledge/overlay.js';
import { MentorlijnError } from '../../errors.js';
import { mask } from '../../privacy/mask.js';
import { putTicket } from '../../records.js';
import { withHistory } from '../change-ticket.js';
import type { Coach } from '../coach.js';
import type { DeskTicket } from '../desk-ticket.js';
import { isFree } from '../desk-ticket.js';
import { notNow } from '../ticket-actions.js';
import { itemOf, oneLine, withoutMarks, type Change } from './change.js';
import { readInForce, withChange } from './in-force.js';
import type { LearnDeps } from './learn-deps.js';
import { putProposal, type Proposal } from './proposal.js';
import { LEARN_HISTORY, LEARN_REFUSALS } from './texts.js';
import { knownTicket, type KnownTicket } from '../known-ticket.js';

/** Longest phrasing, in characters: stories are learned as an entry or told in a sentence. */
const MAX_PHRASING = 400;

export interface NewProposal {
  readonly change: Change;
  readonly ticket: string | null;
  readonly tellAsker: boolean;
  readonly remark: string;
}

/** Puts a change before a second pair of eyes. It is masked and checked first; the ticket remembers it in the same commit. */
export async function propose(deps: LearnDeps, coach: Coach, wish: NewProposal): Promise<Proposal> {
  const now = deps.clock.now();
  const change = cleanChange(wish.change);
  const inForce = await readInForce(deps);
  const changed = await withChange(deps, inForce, change);
  mustAdd(deps, change);
  const source = wish.ticket === null ? null : await learnFrom(deps, wish.ticket);
  const proposal: Proposal = {
    id: deps.ids.next(),
    change,
    item: changed.item,
    title: changed.result.library?.items.get(changed.item)?.title ?? titleIn(change) ?? titleNow(deps, changed.item),
    ticket: source && { id: source.ticket.id, number: source.ticket.number },
    tellAsker: wish.tellAsker && source !== null,
    by: coach.id,
    at: now.toISOString(),
    state: 'waiting',
    remark: mask(wish.remark.trim()),
    decidedBy: null,
    decidedAt: null,
  };
  const done = await deps.store.commit({
    puts: [putProposal(proposal, 'absent'), ...(source ? [markTicket(source, coach, proposal, now)] : [])],
  });
  if (!done.ok) throw new MentorlijnError('conflict', 'Deze vraag veranderde net. Probeer het opnieuw.');
  deps.live.publish('knowledge', null);
  if (source) deps.live.publish('tickets', source.ticket.id);
  return proposal;
}

/** Whatever a coach typed: nothing of a person stays in what is learned. */
export function cleanChange(change: Change): Change {
  switch (change.do) {
    case 'add-phrasing': {
      const phrasing = oneLine(withoutMarks(mask(change.phrasing)));
      if (phrasing === '') throw new MentorlijnError('bad-request', LEARN_REFUSALS.empty);
      if (phrasing.length > MAX_PHRASING) throw new MentorlijnError('bad-request', LEARN_REFUSALS.tooLong);
      return { ...change, phrasing };
    }
    case 'phrasings':
      return {
        ...change,
        added: change.added.map((text) => oneLine(withoutMarks(mask(text)))).filter((text) => text !== ''),
      };
    case 'retire':
      if (change.reason.trim() === '') throw new MentorlijnError('bad-request', LEARN_REFUSALS.noReason);
      return { ...change, reason: mask(change.reason.trim()) };
    case 'write':
    case 'reviewed':
    case 'restore':
      return change;
  }
}

/** A phrasing that is there already teaches nothing. */
function mustAdd(deps: LearnDeps, change: Change): void {
  if (change.do !== 'add-phrasing') return;
  const item = deps.knowledge.current().library.items.get(change.item);
  const wanted = samePhrasing(change.phrasing);
  if (item?.phrasings.some((phrasing) => samePhrasing(phrasing) === wanted))
    throw new MentorlijnError('not-possible-now', LEARN_REFUSALS.exists);
}

/** The ticket, when a coach has looked at it and nothing of it waits yet. */
async function learnFrom(deps: LearnDeps, id: string): Promise<KnownTicket> {
  const found = await knownTicket(deps.store, id);
  const { ticket } = found;
  if (isFree(ticket)) throw notNow(LEARN_REFUSALS.takeFirst);
  if (ticket.learning?.state === 'proposed') throw notNow(LEARN_REFUSALS.alreadyWaiting);
  return found;
}

function markTicket({ ticket, version }: KnownTicket, coach: Coach, proposal: Proposal, now: Date) {
  const told = ticket.learning?.told ?? false;
  const next: DeskTicket = {
    ...withHistory(ticket, now, coach.id, LEARN_HISTORY.proposed, itemOf(proposal.change)),
    learning: { ...ticket.learning, state: 'proposed', proposal: proposal.id, told },
    updatedAt: now.toISOString(),
  };
  return putTicket({ ticket: next, version });
}

function titleIn(change: Change): string | null {
  if (change.do !== 'write') return null;
  return /^(?:question|term|title): *(.+)$/m.exec(change.text)?.[1]?.replace(/^["']|["']$/g, '') ?? change.path;
}

function titleNow(deps: LearnDeps, item: ItemId): string {
  return deps.knowledge.current().library.items.get(item)?.title ?? item;
}

/** Nothing to learn: said once, and the ticket asks no more. */
export async function nothingToLearn(deps: LearnDeps, coach: Coach, id: string): Promise<void> {
  const { ticket, version } = await learnFrom(deps, id);
  const now = deps.clock.now();
  const next: DeskTicket = {
    ...withHistory(ticket, now, coach.id, LEARN_HISTORY.nothing),
    learning: { ...ticket.learning, state: 'nothing', proposal: null, told: ticket.learning?.told ?? false },
    updatedAt: now.toISOString(),
  };
  const done = await deps.store.commit({ puts: [putTicket({ ticket: next, version })] });
  if (!done.ok) throw new MentorlijnError('conflict', 'Deze vraag veranderde net. Probeer het opnieuw.');
  deps.live.publish('tickets', id);
}

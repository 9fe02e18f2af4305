import { getTicket, putTicket } from '../../records.js';
import { isOpen } from '../../ticket.js';
import type { DeskTicket } from '../desk-ticket.js';
import type { LearnDeps } from './learn-deps.js';
import { thankAsker } from './tell-asker.js';

type OwedDeps = Pick<LearnDeps, 'store' | 'ids' | 'clock' | 'live' | 'knowledge' | 'publicUrl'>;

/** Of one round; the rest has the next. */
const MOST_A_ROUND = 50;

/**
 * Whose question made the line wiser while it was still open hears so after his own answer, however that came: in
 * writing, by phone, or because he closed it himself. Called now and then by any number of processes; each is told once.
 * Returns how many were told.
 */
export async function payOwedThanks(deps: OwedDeps): Promise<number> {
  const due = await deps.store.query<DeskTicket>({ kind: 'ticket', index: 'thanks', limit: MOST_A_ROUND });
  let told = 0;
  for (const { id } of due) if (await pay(deps, id)) told += 1;
  return told;
}

async function pay(deps: OwedDeps, id: string): Promise<boolean> {
  const found = await getTicket(deps.store, id);
  const ticket = found?.ticket as DeskTicket | undefined;
  const learning = ticket?.learning;
  if (!found || !ticket || !learning?.owed || isOpen(ticket) || (await answerIsElsewhere(deps, ticket))) return false;
  const now = deps.clock.now();
  // Retired in the meantime: nothing to point at any more.
  const item = deps.knowledge.current().library.items.get(learning.owed.item);
  const thanks = item ? await thankAsker(deps, { ticket, item, wrote: learning.owed.wrote }, now) : null;
  const next: DeskTicket = { ...ticket, learning: { ...learning, owed: null, told: thanks !== null } };
  const done = await deps.store.commit({
    puts: [putTicket({ ticket: next, version: found.version }), ...(thanks?.puts ?? [])],
    appends: thanks?.appends ?? [],
  });
  if (!done.ok || !thanks) return false;
  deps.live.publish('outbox', ticket.conversation);
  deps.live.publish('tickets', id);
  return true;
}

/** Joined into another question: closed, but its answer is still to come. */
async function answerIsElsewhere(deps: OwedDeps, { mergedInto }: DeskTicket): Promise<boolean> {
  const other = mergedInto ? await getTicket(deps.store, mergedInto) : null;
  return other !== null && isOpen(other.ticket);
}

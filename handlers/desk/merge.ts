import { MentorlijnError } from '../errors.js';
import { putTicket } from '../records.js';
import { coachOf, type Watcher } from '../ticket.js';
import { changeTicket, withHistory } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import { isFree, type DeskTicket } from './desk-ticket.js';
import { pointConversation } from './reply-to-asker.js';
import { mustHold, notNow } from './ticket-actions.js';
import { knownTicket } from './known-ticket.js';

/** Joins a ticket into another about the same question. Everyone who waited goes on waiting, now for the one answer. */
export async function merge(deps: DeskDeps, coach: Coach, id: string, into: string): Promise<DeskTicket> {
  if (id === into) throw new MentorlijnError('bad-request', 'Kies een andere vraag om mee samen te voegen.');
  return changeTicket(deps, into, async (target, now) => {
    const source = await knownTicket(deps.store, id);
    const gone: DeskTicket = source.ticket;
    if (gone.mergedInto === target.id) return { ticket: target };
    if (gone.status === 'closed' || target.status === 'closed')
      throw notNow('Een gesloten vraag kun je niet samenvoegen.');
    for (const ticket of [gone, target]) if (!isFree(ticket)) mustHold(ticket, coach);
    const at = now.toISOString();
    const closed: DeskTicket = withHistory(
      {
        ...gone,
        status: 'closed',
        coach: coachOf(gone) ?? coach.id,
        since: at,
        by: 'coach',
        mergedInto: target.id,
        snooze: null,
        updatedAt: at,
      },
      now,
      coach.id,
      'samengevoegd',
      `naar ${String(target.number)}`,
    );
    const watchers = joinWatchers(target, gone, at);
    const moved = await Promise.all(
      watchers.map(({ conversation }) => pointConversation(deps.store, conversation, gone.id, target.id)),
    );
    const joined: DeskTicket = {
      ...target,
      watchers,
      // Words, notes and minutes stay with the ticket they belong to: one asker's data never travel with another's.
      mergedFrom: [...(target.mergedFrom ?? []), gone.id, ...(gone.mergedFrom ?? [])],
      urgency: target.urgency ?? gone.urgency,
      // The stricter promise holds for both.
      dueAt: gone.dueAt < target.dueAt ? gone.dueAt : target.dueAt,
    };
    return {
      ticket: withHistory(joined, now, coach.id, 'samengevoegd', `met ${String(gone.number)}`),
      puts: [putTicket({ ticket: closed, version: source.version }), ...moved.flat()],
      events: [{ type: 'closed', at, number: gone.number, by: 'coach' }],
      alsoChanges: [gone.id],
    };
  });
}

/** The watchers of both, and the asker of the one that goes; nobody twice, and not the asker that stays. */
function joinWatchers(target: DeskTicket, gone: DeskTicket, since: string): readonly Watcher[] {
  const all: readonly Watcher[] = [
    ...target.watchers,
    { conversation: gone.conversation, address: gone.address, since },
    ...gone.watchers,
  ];
  const seen = new Set<string>([target.conversation]);
  return all.filter(({ conversation }) => !seen.has(conversation) && seen.add(conversation));
}

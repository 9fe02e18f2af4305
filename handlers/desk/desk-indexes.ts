import { EventIndex } from '../insights/event-index.js';
import { readPeriod } from '../insights/period.js';
import type { Clock, Knowledge, LiveUpdates, Store } from '../ports.js';
import { find, suggest } from './suggestions.js';
import { TicketIndex } from './ticket-index.js';

/** What a process keeps at hand for its coaches: tickets to search, and events added up. */
export interface DeskIndexes {
  readonly index: TicketIndex;
  readonly events: EventIndex;
}

export function deskIndexes(deps: { readonly store: Store; readonly live: LiveUpdates }): DeskIndexes {
  return { index: new TicketIndex(deps), events: new EventIndex(deps) };
}

export interface WarmDeps {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
}

/** Reads what a coach's first search, and the first look at the figures of this school year, would have to wait for. */
export async function warmIndexes({ index, events }: DeskIndexes, deps: WarmDeps): Promise<void> {
  await index.warm();
  // One search and one question as a coach opens it: the first is slower than all others.
  await find(deps, index, 'leerling');
  const [newest] = await deps.store.query({ kind: 'ticket', index: 'number', order: 'desc', limit: 1 });
  if (newest) await suggest(deps, index, newest.id);
  await countSchoolYears(events, deps.clock);
}

/** Adds up this school year and the last; a large month is then kept, so that the next process starts from there. */
export async function countSchoolYears(events: EventIndex, clock: Clock): Promise<void> {
  const now = clock.now();
  await events.since(readPeriod({ kind: 'school-year' }, now).previous.from, now);
}

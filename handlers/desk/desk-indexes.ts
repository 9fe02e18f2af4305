import { EventIndex } from '../insights/event-index.js';
import { readPeriod } from '../insights/period.js';
import type { Clock, LiveUpdates, Store } from '../ports.js';
import { TicketIndex } from './ticket-index.js';

/** What a process keeps at hand for its coaches: tickets to search, and events added up. */
export interface DeskIndexes {
  readonly index: TicketIndex;
  readonly events: EventIndex;
}

export function deskIndexes(deps: { readonly store: Store; readonly live: LiveUpdates }): DeskIndexes {
  return { index: new TicketIndex(deps), events: new EventIndex(deps) };
}

/** Reads what a coach's first search, and the first look at the figures of this school year, would have to wait for. */
export async function warmIndexes({ index, events }: DeskIndexes, clock: Clock): Promise<void> {
  await index.warm();
  await countSchoolYears(events, clock);
}

/** Adds up this school year and the last; a large month is then kept, so that the next process starts from there. */
export async function countSchoolYears(events: EventIndex, clock: Clock): Promise<void> {
  const now = clock.now();
  await events.since(readPeriod({ kind: 'school-year' }, now).previous.from, now);
}

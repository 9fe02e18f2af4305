import type { TurnEvent } from '../events.js';
import { mask } from '../privacy/mask.js';
import type { TicketTags } from '../ticket.js';

/** The labels of a ticket for the figures. What a coach typed is masked: the figures outlive the person. */
export function labelsEvent(number: number, tags: TicketTags, now: Date): TurnEvent {
  const signal = tags.signal ?? null;
  return {
    type: 'labels',
    at: now.toISOString(),
    number,
    tags: {
      ...tags,
      cause: tags.cause === null ? null : mask(tags.cause),
      signal: signal === null || signal.trim() === '' ? null : mask(signal.trim()),
    },
  };
}

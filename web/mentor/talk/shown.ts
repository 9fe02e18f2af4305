import type { TicketPart } from '../../../handlers/reply.js';
import type { BotLine, Line } from './talk.js';
import type { Outgoing, Queue } from './queue.js';

/** How an own message stands with the server, as the mentor reads it. */
export type Delivery = 'sent' | 'sending' | 'queued' | 'failed' | 'refused' | 'unsure';

export function deliveryOf(key: string, queue: Queue): Delivery {
  const item = queue.find(({ clientId }) => clientId === key);
  return item ? deliveryOfItem(item) : 'sent';
}

function deliveryOfItem({ state, attempts }: Outgoing): Delivery {
  if (state === 'refused' || state === 'unsure') return state;
  if (attempts > 0) return 'failed';
  return state === 'sending' ? 'sending' : 'queued';
}

/** The one line whose buttons still work: the last the bot said with buttons, unless the mentor has gone on since. */
export function lineWithButtons(lines: readonly Line[]): BotLine | null {
  for (const line of lines.toReversed()) {
    if (line.kind === 'own') return null;
    if (line.kind === 'bot' && line.buttons.length > 0) return line;
  }
  return null;
}

/** The latest known state per ticket number: an older card tells it too. */
export function ticketStates(lines: readonly Line[]): ReadonlyMap<number, TicketPart['state']> {
  const states = new Map<number, TicketPart['state']>();
  for (const line of lines) {
    if (line.kind !== 'bot') continue;
    for (const part of line.parts) {
      if (part.kind === 'ticket') states.set(part.number, part.state);
      // A coach who wrote has answered, until a later card says otherwise.
      if (part.kind === 'coach') states.set(part.number, 'answered');
    }
  }
  return states;
}

/** The bot has just promised an answer of a coach. */
export function waitsForCoach(lines: readonly Line[]): boolean {
  const last = lines.findLast((line) => line.kind === 'bot');
  return last?.parts.some((part) => part.kind === 'ticket' && part.state === 'open') ?? false;
}

/** Bot lines the mentor has not had before his eyes; what this device said itself, he had. */
export function unseen(lines: readonly Line[], seen: string | null): readonly BotLine[] {
  const from = seen === null ? 0 : lines.findIndex(({ key }) => key === seen) + 1;
  return lines
    .slice(from)
    .filter((line) => line.kind === 'bot')
    .filter(({ offlineFor }) => offlineFor === undefined);
}

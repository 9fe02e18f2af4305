import { stemsOf } from '../desk/ticket-index.js';
import { text } from '../reply.js';
import type { Ticket } from '../ticket.js';
import { LABELS, TEXTS } from '../texts.js';
import type { Turn, TurnResult } from './turn.js';

/** More than this many questions shared at once and coaches have lost sight of them. */
const MAX_SHARED = 50;
/** Share of the shared question's own words that must be in the new one. */
const MIN_LIKENESS = 0.6;

/** Before a question goes to a coach: is somebody already looking it up for another asker? */
export async function offerOpenQuestion(turn: Turn, done: TurnResult): Promise<TurnResult> {
  const offersCoach = done.reply.buttons.some(({ action }) => action.do === 'ask-coach');
  if (!offersCoach || done.decision === 'answer' || turn.message.action !== null) return done;
  const found = await closestShared(turn);
  if (!found) return done;
  const { reply } = done;
  return {
    ...done,
    reply: {
      parts: [...reply.parts, text(TEXTS.openQuestion(found.openQuestion ?? ''))],
      buttons: [{ label: LABELS.alsoMine, action: { do: 'also-mine', ticket: found.id } }, ...reply.buttons],
    },
  };
}

async function closestShared(turn: Turn): Promise<Ticket | null> {
  const shared = await turn.store.query<Ticket>({ kind: 'ticket', index: 'openQuestion', limit: MAX_SHARED });
  const words = stemsOf(turn.masked);
  const others = shared.map(({ body }) => body).filter((ticket) => !waitsFor(ticket, turn));
  const ranked = others
    .map((ticket) => ({ ticket, likeness: likeness(stemsOf(ticket.openQuestion ?? ''), words) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  return best && best.likeness >= MIN_LIKENESS ? best.ticket : null;
}

function waitsFor(ticket: Ticket, { conversation: { key } }: Turn): boolean {
  return ticket.conversation === key || ticket.watchers.some(({ conversation }) => conversation === key);
}

function likeness(shared: ReadonlySet<string>, words: ReadonlySet<string>): number {
  if (shared.size === 0) return 0;
  return [...shared].filter((term) => words.has(term)).length / shared.size;
}

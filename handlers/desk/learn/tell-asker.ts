import { toPlainText } from '../../../knowledge/render.js';
import type { Item } from '../../../knowledge/entry.js';
import type { Conversation } from '../../conversation.js';
import type { Append, Put } from '../../ports.js';
import { appendTalk, putConversation, putOutbox, waitingSince } from '../../records.js';
import { reply, text } from '../../reply.js';
import { isOpen } from '../../ticket.js';
import { pathOf } from '../../turn/item-part.js';
import type { DeskTicket, OwedThanks } from '../desk-ticket.js';
import type { LearnDeps } from './learn-deps.js';
import { LEARN_TEXTS } from './texts.js';

/** A thank-you on its way, written in the commit that tells it. */
export interface ThankYou {
  readonly puts: readonly Put[];
  readonly appends: readonly Append[];
}

/** Whether he may hear what came of his question: his own answer comes first. */
export function mayBeThanked(ticket: DeskTicket): boolean {
  return !isOpen(ticket) && ticket.learning?.told !== true;
}

/** What he is told, of which item. */
export interface Thanks {
  readonly ticket: DeskTicket;
  readonly item: Item;
  readonly wrote: OwedThanks['wrote'];
}

/** Tells the asker that his question helped. Null when he is gone or wants no messages. */
export async function thankAsker(
  deps: Pick<LearnDeps, 'store' | 'ids' | 'publicUrl'>,
  { ticket, item, wrote }: Thanks,
  now: Date,
): Promise<ThankYou | null> {
  const known = await deps.store.get<Conversation>('conversation', ticket.conversation);
  if (!known || known.body.stopped) return null;
  const at = now.toISOString();
  const say = wrote ? LEARN_TEXTS.thanksEntry : LEARN_TEXTS.thanksPhrasing;
  const markdown = say(item.title, `${deps.publicUrl}${pathOf(item)}`);
  const letter = putOutbox(
    deps.ids.next(),
    {
      conversation: ticket.conversation,
      address: known.body.address,
      reply: reply([text(markdown)]),
      ...waitingSince(at),
      ticket: ticket.id,
    },
    'absent',
  );
  return {
    // The conversation is written with it, so that an erasure at the same moment is noticed.
    puts: [letter, putConversation({ ...known.body, updatedAt: at }, known.version)],
    appends: appendTalk(ticket.conversation, [{ from: 'bot', name: null, text: toPlainText(markdown), at }]),
  };
}

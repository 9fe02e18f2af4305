import type { ConversationKey, IncomingMessage } from '../message.js';
import { reply, text, type Reply } from '../reply.js';
import { TEXTS } from '../texts.js';
import { mask } from '../privacy/mask.js';
import { cleanText } from './clean-text.js';
import { decide } from './decide.js';
import { itemPart } from './item-part.js';
import type { TurnDeps } from './process-message.js';
import { belgianDay } from '../belgian-day.js';

/**
 * The store is away: urgent text always, an answer from the knowledge where we are sure, and an honest line about the
 * coach. Nothing is promised, because nothing can be kept.
 */
export function answerWithoutStore(
  deps: Pick<TurnDeps, 'knowledge' | 'clock'>,
  message: Pick<IncomingMessage, 'text'> & { readonly conversation?: ConversationKey },
): Reply {
  const knowledge = deps.knowledge.current();
  const { text: words } = cleanText(message.text);
  const urgent = knowledge.detectSignal(words, []);
  if (urgent)
    return reply([{ kind: 'urgent', signal: urgent.signal.kind, markdown: urgent.signal.text }, text(TEXTS.storeAway)]);
  const masked = mask(words);
  const decision = decide(knowledge.matcher.match(masked), {
    language: knowledge.detectLanguage(words),
    text: words,
    masked,
  });
  const item = decision.kind === 'answer' ? knowledge.library.items.get(decision.candidate.id) : undefined;
  if (!item) return reply([text(TEXTS.notSure), text(TEXTS.storeAway)]);
  return reply([itemPart(item, knowledge.library, {}, belgianDay(deps.clock.now())), text(TEXTS.storeAway)]);
}

import { newConversation } from '../conversation.js';
import type { Address, ConversationKey } from '../message.js';
import { putConversation, putOutbox, waitingSince } from '../records.js';
import { reply, text } from '../reply.js';
import { TEXTS } from '../texts.js';
import type { TurnDeps } from './process-message.js';

/** Someone opens a conversation: the first words, once. */
export async function arrive(
  deps: TurnDeps,
  key: ConversationKey,
  address: Address,
  askerName: string | null,
): Promise<void> {
  const at = deps.clock.now().toISOString();
  const conversation = { ...newConversation(key, address, askerName, at), greeted: true };
  const welcome = {
    conversation: key,
    address,
    reply: reply([text(TEXTS.welcome)]),
    ...waitingSince(at),
    ticket: null,
  } as const;
  await deps.store.commit({ puts: [putConversation(conversation, 0), putOutbox(deps.ids.next(), welcome, 'absent')] });
}

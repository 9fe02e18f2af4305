import type { ConversationKey, IncomingMessage } from '../message.js';
import type { Put, Store } from '../ports.js';

/**
 * One person, several channels: the conversation in which he was known first is his home, and every other channel he
 * joined to it, by his own act, points there. Everything kept about him lies at home.
 */
export interface HomeRecord {
  readonly owner: ConversationKey;
  /** Where the home's conversation was when this one joined it: what came before is shown there too. */
  readonly before?: { readonly lines: number; readonly at: string };
}

export const homeId = (key: ConversationKey): string => `home|${key}`;

/** Records by which somebody is recognised; found again, moved and erased by the conversation they belong to. */
export function putIdentity<B extends { readonly owner: ConversationKey }>(
  id: string,
  body: B,
  expect: Put['expect'],
): Put {
  return { kind: 'identity', id, body, indexes: { conversation: `${body.owner}|` }, expect };
}

/** The conversation under which everything of this one is kept: itself, unless it was joined to another. */
export async function homeOf(store: Store, key: ConversationKey): Promise<ConversationKey> {
  return (await store.get<HomeRecord>('identity', homeId(key)))?.body.owner ?? key;
}

/** The message as one of its sender's home; the address stays the channel he wrote on. */
export async function atHome(store: Store, message: IncomingMessage): Promise<IncomingMessage> {
  const conversation = await homeOf(store, message.conversation);
  return conversation === message.conversation ? message : { ...message, conversation };
}

import { conversationKey } from '../message.js';
import { text } from '../reply.js';
import { result, type Turn, type TurnResult } from '../turn/turn.js';
import { homeId, type HomeRecord } from './home.js';
import { CONTINUITY_TEXTS as TEXTS } from './texts.js';

/** "ontkoppel": from a joined channel it leaves; at home every other channel goes. What is kept stays at home. */
export async function partChannels(turn: Turn): Promise<TurnResult> {
  const { store, conversation, message } = turn;
  const here = conversationKey(message.address.channel, message.address.conversationId);
  const found = await store.query<HomeRecord>({
    kind: 'identity',
    index: 'conversation',
    prefix: `${conversation.key}|`,
  });
  const joined = found.filter(({ id }) => id.startsWith('home|'));
  const leaving = here === conversation.key ? joined : joined.filter(({ id }) => id === homeId(here));
  if (leaving.length === 0) return result('smalltalk', [text(TEXTS.notJoined)]);
  return result('smalltalk', [text(here === conversation.key ? TEXTS.apart : TEXTS.apartHere)], {
    writes: { deletes: leaving.map(({ kind, id, version }) => ({ kind, id, expect: version })) },
  });
}

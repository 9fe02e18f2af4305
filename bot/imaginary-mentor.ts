import type { Activity } from 'botbuilder';
import { newConversation } from '../handlers/conversation.js';
import { stepByStep } from '../handlers/turn/handle-message.js';
import { processMessage, receiveMessage, type TurnDeps } from '../handlers/turn/process-message.js';
import type { Log } from '../handlers/ports.js';
import { toIncomingMessage } from './channels/incoming.js';
import { randomIds } from './ids.js';
import { replyToActivity } from './render/activity.js';
import { localLiveUpdates } from './state/live-updates.js';
import { MemoryStore } from './state/memory/memory-store.js';

export type ImaginaryDeps = Pick<TurnDeps, 'knowledge' | 'rules' | 'clock'>;

/** One message of somebody who does not exist. */
export interface ImaginaryMentor {
  /** The whole turn, up to what a channel would send. */
  ask(text: string): Promise<void>;
  /** Each step of the turn by itself, for who must not take long in one go; nothing comes of it. */
  steps(text: string): Generator;
}

/** A mentor nobody knows, on the very code path of a turn, with a store of his own that forgets: nothing is kept, logged or counted. */
export function imaginaryMentor({ knowledge, rules, clock }: ImaginaryDeps): ImaginaryMentor {
  const store = new MemoryStore();
  const ids = randomIds();
  const deps: TurnDeps = { knowledge, rules, clock, store, ids, log: UNHEARD, live: localLiveUpdates() };
  const messageOf = (text: string) => toIncomingMessage(activityOf(ids.next(), text), null, clock.now());
  return {
    async ask(text) {
      const message = messageOf(text);
      const done = await processMessage(deps, message, await receiveMessage(deps, message));
      if (done.kind === 'done') replyToActivity(done.answer.entry.reply);
    },
    *steps(text) {
      const message = messageOf(text);
      const now = clock.now();
      yield* stepByStep({
        message,
        conversation: newConversation(message.conversation, message.address, null, now.toISOString()),
        knowledge: knowledge.current(),
        now,
        rules,
        openTicket: null,
        recent: [],
        store,
        nextId: () => ids.next(),
        newSecret: () => ids.secret(),
      });
    },
  };
}

const UNHEARD: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function activityOf(id: string, text: string): Activity {
  const somebody = { id: 'nobody', name: '' };
  const conversation = { id: 'nowhere', isGroup: false, conversationType: '', name: '' };
  return {
    type: 'message',
    id,
    channelId: 'directline',
    conversation,
    from: somebody,
    recipient: somebody,
    text,
  } as Activity;
}

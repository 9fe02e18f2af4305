import type { Conversation } from '../../handlers/conversation.js';
import type { Action } from '../../handlers/action.js';
import { encodeAction } from '../../handlers/action.js';
import { parseOpeningHours } from '../../handlers/desk/opening-hours.js';
import { conversationKey, type Address, type Attachment, type IncomingMessage } from '../../handlers/message.js';
import type { Outcome } from '../../handlers/outcome.js';
import type { Store } from '../../handlers/ports.js';
import { replyToText } from '../../handlers/reply-text.js';
import type { Ticket } from '../../handlers/ticket.js';
import { processMessage, receiveMessage, type TurnDeps } from '../../handlers/turn/process-message.js';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { localLiveUpdates } from '../../bot/state/live-updates.js';
import { silentLog } from './silent-log.js';
import { fakeKnowledge } from './fake-knowledge.js';

/** Saturday 21 November 2026, nine in the morning in Brussels. */
export const SATURDAY = '2026-11-21T09:00:00+01:00';

/** A stage for dialogues: an asker, the real turn, a memory store, a fixed clock, ids that count. */
export class Stage {
  readonly store: Store;
  readonly deps: TurnDeps;
  #now = new Date(SATURDAY);
  #count = 0;

  constructor(store: Store = new MemoryStore(), deps: Partial<TurnDeps> = {}) {
    this.store = store;
    const hours = parseOpeningHours('ma-vr 08:00-12:00,13:00-17:00');
    if ('problem' in hours) throw new Error(hours.problem);
    this.deps = {
      store,
      knowledge: fakeKnowledge(),
      clock: { now: () => this.#now },
      ids: {
        next: () => `id${String((this.#count += 1)).padStart(6, '0')}`,
        secret: () => `secret-${String((this.#count += 1))}`,
      },
      log: silentLog,
      live: localLiveUpdates(),
      rules: {
        hours: hours.hours,
        holidayHours: hours.hours,
        promiseHours: 4,
        urgentHours: 0.5,
        isPublicHoliday: () => false,
      },
      ...deps,
    };
  }

  at(moment: string): this {
    this.#now = new Date(moment);
    return this;
  }

  message(text: string, more: Partial<IncomingMessage> & { who?: string } = {}): IncomingMessage {
    const { who = 'jan', ...rest } = more;
    const address: Address = { channel: 'web', conversationId: who, reference: null };
    return {
      id: `m${String((this.#count += 1))}`,
      conversation: conversationKey('web', who),
      address,
      asker: { id: who, name: null },
      text,
      action: null,
      attachments: [],
      receivedAt: this.#now.toISOString(),
      ...rest,
    };
  }

  /** What the bot says to a message; the outcome of the turn. */
  async say(
    text: string,
    more: { who?: string; action?: Action; attachments?: readonly Attachment[] } = {},
  ): Promise<Outcome & { text: string }> {
    const message = this.message(text, more);
    await receiveMessage(this.deps, message);
    const done = await processMessage(this.deps, message);
    if (done.kind !== 'done') throw new Error(`the turn ended as ${done.kind}`);
    return { ...done.outcome, text: replyToText(done.outcome.reply) };
  }

  press(action: Action, who?: string): Promise<Outcome & { text: string }> {
    return this.say(encodeAction(action), { action, ...(who === undefined ? {} : { who }) });
  }

  async tickets(): Promise<readonly Ticket[]> {
    return (await this.store.query<Ticket>({ kind: 'ticket', index: 'created' })).map(({ body }) => body);
  }

  async conversation(who = 'jan'): Promise<Conversation | null> {
    return (await this.store.get<Conversation>('conversation', conversationKey('web', who)))?.body ?? null;
  }
}

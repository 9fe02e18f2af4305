import { EventEmitter } from 'node:events';
import { TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import type { Append, LogLine, Put, Store } from '../../handlers/ports.js';
import { echoLog, type OutboxEntry } from '../../handlers/records.js';
import type { HelplineBot } from '../helpline-bot.js';
import { ECHO_KEY } from '../helpline-bot.js';
import type { Deliverer } from '../deliverer.js';
import { replyToActivity } from '../render/activity.js';
import { OwnChannelAdapter } from './own-channel-adapter.js';

export const BOT_ID = 'mentorlijn';
const UNSAVED_KEY = Symbol.for('mentorlijn.unsaved');

export interface DirectLineDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly nextId: () => string;
  /** What wakes the devices of the conversation, beside an answer. */
  readonly nudges?: (entry: OutboxEntry, id: string) => Promise<readonly Put[]>;
}

/**
 * Our own Direct Line service: what the bot says is appended to the conversation's log, from which clients poll or
 * stream. Speaking to the SDK only through BotAdapter keeps web and Teams on the same handler.
 */
export class DirectLineAdapter extends OwnChannelAdapter {
  readonly #unsaved = new EventEmitter().setMaxListeners(0);

  constructor(private readonly deps: DirectLineDeps) {
    super();
  }

  /**
   * Runs one activity of a client through the bot. Its echo is committed together with its receipt. Returns what was
   * said without being kept, because the store is away: then the activity was not taken in for certain.
   */
  async processActivity(activity: Activity, bot: HelplineBot): Promise<readonly Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const echo: readonly Append[] = [{ log: echoLog(activity.conversation.id), body: activity }];
    context.turnState.set(ECHO_KEY, echo);
    await this.runMiddleware(context, (turn) => bot.run(turn));
    return context.turnState.get<readonly Partial<Activity>[] | undefined>(UNSAVED_KEY) ?? [];
  }

  /**
   * Direct words of the bot within a turn: the store is away, so there is nowhere to keep them. They go with the answer
   * to the request and to the streams of this process, under an id that a repetition of the message gives again.
   */
  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const { conversation, id: question = '' } = context.activity;
    const own = question.slice(question.lastIndexOf('|') + 1);
    const words = activities.map((activity, index) =>
      this.#stamp(activity, conversation.id, `${own}-los${String(index)}`),
    );
    context.turnState.set(UNSAVED_KEY, words);
    this.#unsaved.emit(conversation.id, words);
    return Promise.resolve(words.map(({ id }) => ({ id: id ?? '' })));
  }

  /** Hears the words that could not be kept. */
  onUnsaved(conversationId: string, listener: (words: readonly Partial<Activity>[]) => void): () => void {
    this.#unsaved.on(conversationId, listener);
    return () => this.#unsaved.off(conversationId, listener);
  }

  /** Delivery of the outbox: appended in the commit that marks it as sent, so exactly once. */
  readonly deliverer: Deliverer = {
    by: 'commit',
    alsoPuts: (entry, id) => this.deps.nudges?.(entry, id) ?? Promise.resolve([]),
    appends: ({ address, reply }: OutboxEntry, id: string) => [
      {
        log: echoLog(address.conversationId),
        body: this.#stamp(replyToActivity(reply), address.conversationId, id),
      },
    ],
  };

  /** Activities after a watermark; null when the watermark is no number. */
  async read(
    conversationId: string,
    watermark: string | null,
    limit = 500,
  ): Promise<{ activities: readonly Activity[]; watermark: string } | null> {
    const after = watermark === null || watermark === '' ? 0 : Number(watermark);
    if (!Number.isSafeInteger(after) || after < 0) return null;
    const lines = await this.#after(echoLog(conversationId), after, limit);
    return { activities: lines.map(({ body }) => body), watermark: String(lines.at(-1)?.seq ?? after) };
  }

  /** A watermark beyond the end: the log began anew (everything was erased), and so does the reader. */
  async #after(log: string, after: number, limit: number): Promise<readonly LogLine<Activity>[]> {
    const lines = await this.deps.store.readLog<Activity>(log, after, limit);
    if (lines.length > 0 || after === 0) return lines;
    const known = await this.deps.store.readLog(log, after - 1, 1);
    return known.length > 0 ? lines : this.deps.store.readLog<Activity>(log, 0, limit);
  }

  #stamp(activity: Partial<Activity>, conversationId: string, id: string): Partial<Activity> {
    return {
      ...activity,
      id: `${conversationId}|${id}`,
      timestamp: this.deps.now().toISOString() as unknown as Date,
      channelId: 'directline',
      from: { id: BOT_ID, name: 'Mentorlijn', role: 'bot' },
      conversation: { id: conversationId } as Activity['conversation'],
    };
  }
}

import { BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder';
import type { Append, LogLine, Put, Store } from '../../handlers/ports.js';
import { echoLog, type OutboxEntry } from '../../handlers/records.js';
import type { HelplineBot } from '../helpline-bot.js';
import { ECHO_KEY } from '../helpline-bot.js';
import type { Deliverer } from '../outbox.js';
import { replyToActivity } from '../render/activity.js';

export const BOT_ID = 'mentorlijn';

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
export class DirectLineAdapter extends BotAdapter {
  constructor(private readonly deps: DirectLineDeps) {
    super();
  }

  /** Runs one activity of a client through the bot. Its echo is committed together with its receipt. */
  async processActivity(activity: Activity, bot: HelplineBot): Promise<void> {
    const context = new TurnContext(this, activity);
    const echo: readonly Append[] = [{ log: echoLog(activity.conversation.id), body: activity }];
    context.turnState.set(ECHO_KEY, echo);
    await this.runMiddleware(context, (turn) => bot.run(turn));
  }

  /** Direct words of the bot within a turn (when the store is away there is nowhere to keep them: then this throws). */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent = activities.map((activity) =>
      this.#stamp(activity, context.activity.conversation.id, this.deps.nextId()),
    );
    await this.deps.store.commit({
      appends: sent.map((body) => ({ log: echoLog(context.activity.conversation.id), body })),
    });
    return sent.map(({ id }) => ({ id: id ?? '' }));
  }

  override updateActivity(): Promise<ResourceResponse | undefined> {
    return Promise.resolve(undefined);
  }

  override deleteActivity(): Promise<void> {
    return Promise.resolve();
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference(
      { type: 'event', name: 'continueConversation' },
      reference,
      true,
    ) as Activity;
    await this.runMiddleware(new TurnContext(this, activity), logic);
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

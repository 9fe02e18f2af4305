import { BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder';

/**
 * What our own channels have in common for the SDK: a turn outside a message, and messages that stay as they were
 * said. What is said later goes through the outbox, not through here.
 */
export abstract class OwnChannelAdapter extends BotAdapter {
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
}

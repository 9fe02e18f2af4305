import { TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import type { HelplineBot } from '../../helpline-bot.js';
import { OwnChannelAdapter } from '../own-channel-adapter.js';
import type { Graph } from './graph.js';

export interface WhatsAppAdapterDeps {
  readonly graph: Pick<Graph, 'send'>;
}

/**
 * WhatsApp as one more channel of the same handler: speaking to the SDK only through BotAdapter. Answers go through
 * the outbox; what the bot says directly within a turn (the store is away) goes to the Graph API at once.
 */
export class WhatsAppAdapter extends OwnChannelAdapter {
  constructor(private readonly deps: WhatsAppAdapterDeps) {
    super();
  }

  /** Runs one activity through the bot; it has been taken in durably before. */
  async processActivity(activity: Activity, bot: HelplineBot): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), (turn) => bot.run(turn));
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const { channelData } = context.activity as { channelData?: { to?: object } };
    const sent: ResourceResponse[] = [];
    for (const { type, text } of activities) {
      if (type !== 'message' || text === undefined) continue;
      const id = await this.deps.graph.send({
        ...channelData?.to,
        type: 'text',
        text: { body: text.slice(0, 4_096), preview_url: false },
      });
      sent.push({ id });
    }
    return sent;
  }
}

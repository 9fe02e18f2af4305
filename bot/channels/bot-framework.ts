import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder';
import { Router } from 'express';
import { MentorlijnError } from '../../handlers/errors.js';
import type { Log } from '../../handlers/ports.js';
import type { OutboxEntry } from '../../handlers/records.js';
import type { BotFrameworkConfig } from '../config.js';
import type { HelplineBot } from '../helpline-bot.js';
import { DeliveryError, type Deliverer } from '../outbox.js';
import { replyToActivity } from '../render/activity.js';
import type { CardPlace } from '../render/card/reply-card.js';
import { replyToTeams } from '../render/teams-activity.js';
import { checkedActivity } from './checked-activity.js';
import { isAllowedServiceUrl } from './service-urls.js';

export interface BotFrameworkDeps {
  readonly config: BotFrameworkConfig;
  readonly serviceUrls: readonly string[];
  readonly log: Log;
  readonly publicUrl: string;
  /** Stands in for Microsoft's identity service in tests. */
  readonly authentication?: ConfigurationBotFrameworkAuthentication;
}

type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** The SDK's adapter for a request that is already checked: its own door answers some bad tokens with 500 and prints them. */
class CheckedAdapter extends CloudAdapter {
  turn(caller: Caller, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(caller, activity, logic);
  }
}

/** Channels that come in by their own door: nobody may name one of their conversations here. */
const OWN_CHANNELS: readonly string[] = ['directline', 'webchat', 'whatsapp', 'web', 'console'];

/** `/api/messages`: Teams, Emulator and Playground, through the SDK's own adapter and token checks. */
export class BotFrameworkChannel {
  readonly #adapter: CheckedAdapter;
  readonly #authentication: ConfigurationBotFrameworkAuthentication;

  constructor(private readonly deps: BotFrameworkDeps) {
    const { config } = deps;
    this.#authentication =
      deps.authentication ??
      new ConfigurationBotFrameworkAuthentication({
        MicrosoftAppId: config.appId,
        MicrosoftAppPassword: config.appPassword,
        MicrosoftAppType: config.anonymous ? 'MultiTenant' : config.appType,
        MicrosoftAppTenantId: config.tenantId,
      });
    this.#adapter = new CheckedAdapter(this.#authentication);
    this.#adapter.onTurnError = (_context, error) => {
      deps.log.error('bot-framework-turn-failed', error);
      return Promise.resolve();
    };
  }

  routes(bot: HelplineBot): Router {
    const router = Router();
    router.post('/', async (request, response) => {
      const activity = checkedActivity(request.body);
      if (!isAllowedServiceUrl(activity.serviceUrl, this.deps.serviceUrls, this.deps.config.anonymous)) {
        throw new MentorlijnError('not-allowed', 'this service URL is not on the list');
      }
      if (OWN_CHANNELS.includes(activity.channelId))
        throw new MentorlijnError('not-allowed', 'this channel has an address of its own');
      const caller = await this.#authenticate(activity, request.get('authorization') ?? '');
      const invoked = await this.#adapter.turn(caller, activity, (context) => bot.run(context));
      response.status(invoked?.status ?? 200);
      if (invoked?.body === undefined) response.end();
      else response.send(invoked.body);
    });
    return router;
  }

  /** The SDK's own token checks; whatever they throw is a refusal, told without its detail. */
  async #authenticate(activity: Activity, header: string): Promise<Caller> {
    try {
      return await this.#authentication.authenticateRequest(activity, header);
    } catch (error) {
      this.deps.log.warn('bot-framework-refused', { reason: error instanceof Error ? error.name : 'unknown' });
      throw new MentorlijnError('not-signed-in', 'a valid token of the channel service is needed', { cause: error });
    }
  }

  readonly deliverer: Deliverer = {
    by: 'send',
    send: async (entry: OutboxEntry, id: string) => {
      const reference = entry.address.reference as unknown as Partial<ConversationReference>;
      if (!isAllowedServiceUrl(reference.serviceUrl, this.deps.serviceUrls, this.deps.config.anonymous))
        throw new DeliveryError('service-url-not-allowed', true);
      let failure: unknown = null;
      await this.#adapter.continueConversationAsync(this.deps.config.appId, reference, async (context) => {
        try {
          await context.sendActivities([...activitiesOf(entry, { of: id, publicUrl: this.deps.publicUrl })]);
        } catch (error) {
          failure = error;
        }
      });
      if (failure !== null) throw asDeliveryError(failure);
    },
  };
}

function activitiesOf({ address, reply }: OutboxEntry, place: CardPlace): readonly Partial<Activity>[] {
  return address.channel === 'teams' ? replyToTeams(reply, place) : [replyToActivity(reply)];
}

/** Refused is not unreachable: 4xx other than 408, 412 and 429 will be refused again. */
function asDeliveryError(error: unknown): DeliveryError {
  const { statusCode } = error as { readonly statusCode?: unknown };
  if (typeof statusCode !== 'number') return new DeliveryError('unreachable', false, { cause: error });
  const permanent = statusCode >= 400 && statusCode < 500 && ![408, 412, 429].includes(statusCode);
  return new DeliveryError(`status-${String(statusCode)}`, permanent, { cause: error });
}

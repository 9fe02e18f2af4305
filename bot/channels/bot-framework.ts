import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type ConversationReference,
} from 'botbuilder';
import { Router } from 'express';
import { MentorlijnError } from '../../handlers/errors.js';
import type { Log } from '../../handlers/ports.js';
import type { OutboxEntry } from '../../handlers/records.js';
import { text } from '../../handlers/reply.js';
import { TEXTS } from '../../handlers/texts.js';
import type { BotFrameworkConfig } from '../config.js';
import type { HelplineBot } from '../helpline-bot.js';
import { DeliveryError, type Deliverer } from '../deliverer.js';
import { replyToActivity } from '../render/activity.js';
import type { CardPlace } from '../render/card/reply-card.js';
import { replyToTeams } from '../render/teams-activity.js';
import { checkedActivity } from './checked-activity.js';
import { keepClients, type Connector } from './connectors.js';
import { ActivityPost } from './post-activity.js';
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

  connector(appId: string, serviceUrl: string): Promise<Connector> {
    return this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId)).create(serviceUrl);
  }
}

const TEAMS_SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

/** Channels that come in by their own door: nobody may name one of their conversations here. */
const OWN_CHANNELS: readonly string[] = ['directline', 'webchat', 'whatsapp', 'web', 'console'];

/** `/api/messages`: Teams, Emulator and Playground, through the SDK's own adapter and token checks. */
export class BotFrameworkChannel {
  readonly #adapter: CheckedAdapter;
  readonly #authentication: ConfigurationBotFrameworkAuthentication;
  readonly #post = new ActivityPost();

  constructor(private readonly deps: BotFrameworkDeps) {
    const { config } = deps;
    this.#authentication = keepClients(
      deps.authentication ??
        new ConfigurationBotFrameworkAuthentication({
          MicrosoftAppId: config.appId,
          MicrosoftAppPassword: config.appPassword,
          MicrosoftAppType: config.anonymous ? 'MultiTenant' : config.appType,
          MicrosoftAppTenantId: config.tenantId,
        }),
    );
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

  /** Reads the libraries that sending asks for; nothing is sent. */
  async readAhead(): Promise<void> {
    await this.#adapter.connector(this.deps.config.appId, TEAMS_SERVICE_URL);
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
      const connector = await this.#adapter.connector(this.deps.config.appId, reference.serviceUrl ?? '');
      for (const activity of activitiesOf(entry, { of: id, publicUrl: this.deps.publicUrl }))
        await this.#post.send(connector, TurnContext.applyConversationReference({ ...activity }, reference));
    },
  };
}

/** Whoever sent it died, or was never answered: the connector cannot tell whether it went. Twice is better than never. */
function perhapsTwice({ sending, failure }: OutboxEntry): boolean {
  return sending === true || failure === 'timeout';
}

function activitiesOf(entry: OutboxEntry, place: CardPlace): readonly Partial<Activity>[] {
  const { address, reply: words } = entry;
  const reply = perhapsTwice(entry) ? { ...words, parts: [text(TEXTS.perhapsTwice), ...words.parts] } : words;
  return address.channel === 'teams' ? replyToTeams(reply, place) : [replyToActivity(reply)];
}

import { join } from 'node:path';
import type { Express } from 'express';
import type { DeskIndexes } from '../handlers/desk/desk-indexes.js';
import { deskRouter } from '../handlers/http/desk/desk-router.js';
import { embedRouter } from '../handlers/http/embed/embed-router.js';
import { goOnRouter } from '../handlers/http/go-on-router.js';
import { healthRoutes } from '../handlers/http/health.js';
import { offlineRouter } from '../handlers/http/offline/offline-router.js';
import { publicNotFound } from '../handlers/http/public-pages/not-found.js';
import { publicRouter } from '../handlers/http/public-pages/public-router.js';
import type { TurnDeps } from '../handlers/turn/process-message.js';
import type { KnowledgeBuilder } from './build-knowledge.js';
import { directLineRoutes } from './channels/direct-line-routes.js';
import type { Channels } from './channels/open-channels.js';
import { pushRoutes } from './channels/web-push/push-routes.js';
import { whatsappRoutes } from './channels/whatsapp/routes.js';
import type { Config } from './config.js';
import { entraTokens } from './entra.js';
import type { HelplineBot } from './helpline-bot.js';
import type { KnowledgeHolder } from './knowledge-holder.js';
import { learningFrom } from './learning.js';
import type { Metrics } from './metrics.js';
import { webFolder } from './own-files.js';
import { channelPreview } from './render/channel-preview.js';
import { createServer, type ServerParts } from './server.js';
import type { LimitStores } from './state/rate-limits.js';

/** What the addresses of a helpline stand on. */
export interface Behind {
  readonly config: Config;
  readonly deps: TurnDeps;
  readonly knowledge: KnowledgeHolder;
  readonly builder: KnowledgeBuilder;
  readonly channels: Channels;
  readonly bot: HelplineBot;
  readonly metrics: Metrics;
  readonly indexes: DeskIndexes;
  readonly limits: LimitStores;
  readonly stopping: () => boolean;
}

/** Every address of the helpline, each with just what it needs. */
export function assembleServer(behind: Behind): Express {
  const { config, deps, limits } = behind;
  return createServer({
    health: health(behind),
    ...chatParts(behind),
    desk: desk(behind),
    ...publicParts(behind),
    trustProxy: config.trustProxy,
    requestsPerMinute: config.requestsPerMinute,
    limits,
    log: deps.log,
  });
}

function health({ config, deps, knowledge, metrics, stopping }: Behind): ServerParts['health'] {
  return healthRoutes({
    store: deps.store,
    knowledge,
    stopping,
    metricsToken: config.metricsToken,
    metrics: async () => ({ contentType: metrics.registry.contentType, text: await metrics.registry.metrics() }),
  });
}

/** Where messages come in. */
function chatParts({
  config,
  deps,
  channels,
  bot,
  limits,
}: Behind): Pick<ServerParts, 'directLine' | 'botFramework' | 'whatsapp' | 'goOn' | 'push'> {
  const { store, ids, clock, live, places } = deps;
  const { directLine, tokens, botFramework, whatsapp, nudges } = channels;
  return {
    directLine: directLineRoutes({
      adapter: directLine,
      tokens,
      bot,
      live,
      files: { store, ids, clock, keepFilesDays: config.retention.file },
      messagesPerMinute: config.messagesPerMinute,
      limits,
      now: () => clock.now(),
      nextId: () => ids.next(),
      secretId: () => ids.secret(),
    }),
    botFramework: botFramework?.routes(bot) ?? null,
    ...(places ? { goOn: goOnRouter(places) } : {}),
    ...(config.whatsapp && whatsapp
      ? { whatsapp: whatsappRoutes({ config: config.whatsapp, channel: whatsapp, bot, clock }) }
      : {}),
    push: pushRoutes({ store, clock, tokens, nudges }),
  };
}

function desk({ config, deps, knowledge, builder, indexes, limits }: Behind): ServerParts['desk'] {
  return deskRouter({
    ...deps,
    staticFolder: join(webFolder(), 'desk'),
    limits,
    publicUrl: config.publicUrl,
    learning: learningFrom(knowledge, builder, config),
    indexes,
    preview: channelPreview(config.publicUrl),
    entra: config.entra ? entraTokens(config.entra, () => deps.clock.now()) : null,
  });
}

/** What everybody may read. */
function publicParts({
  config,
  deps,
  knowledge,
  builder,
}: Behind): Pick<ServerParts, 'publicPages' | 'publicNotFound' | 'embed' | 'offline' | 'webFolder'> {
  const { clock } = deps;
  const pagesFolder = webFolder();
  const pages = {
    knowledge,
    clock,
    publicUrl: config.publicUrl,
    assetsFolder: join(pagesFolder, 'public'),
    privacy: { retention: config.retention, contact: config.privacyContact },
  };
  return {
    publicPages: publicRouter(pages),
    publicNotFound: publicNotFound(pages),
    embed: embedRouter({ webFolder: pagesFolder, origins: config.embedOrigins }),
    offline: offlineRouter({ knowledge, clock, pocketModels: (library) => builder.pocketModels(library) }),
    webFolder: pagesFolder,
  };
}

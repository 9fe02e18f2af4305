import { createServer as createHttpServer, type Server } from 'node:http';
import { join } from 'node:path';
import { deskRouter } from '../handlers/http/desk/desk-router.js';
import { goOnRouter } from '../handlers/http/go-on-router.js';
import { healthRoutes } from '../handlers/http/health.js';
import { offlineRouter } from '../handlers/http/offline/offline-router.js';
import { publicNotFound } from '../handlers/http/public-pages/not-found.js';
import { embedRouter } from '../handlers/http/embed/embed-router.js';
import { publicRouter } from '../handlers/http/public-pages/public-router.js';
import type { Notifier } from '../handlers/desk/keep-promises.js';
import { scryptPasswords } from '../handlers/desk/password.js';
import { ensureSetupCode } from '../handlers/desk/setup-code.js';
import type { Clock, Ids, Log, Store } from '../handlers/ports.js';
import type { TurnDeps } from '../handlers/turn/process-message.js';
import { recoverInbox } from '../handlers/turn/recover.js';
import { keepDeskWarm } from './keep-desk-warm.js';
import { deskIndexes } from '../handlers/desk/desk-indexes.js';
import { LockWatch } from '../handlers/lock-watch.js';
import { alertNotifier } from './alerts.js';
import { knowledgeBuilder, type KnowledgeBuilder } from './build-knowledge.js';
import { directLineRoutes } from './channels/direct-line-routes.js';
import { attachDirectLineStreams } from './channels/direct-line-stream.js';
import { delivererFor, openChannels } from './channels/open-channels.js';
import { whatsappRoutes } from './channels/whatsapp/routes.js';
import type { Config } from './config.js';
import { Drain } from './drain.js';
import { composeNotifiers, teamsNotifier } from './channels/teams/alerts.js';
import { deskLink } from './channels/teams/desk-link.js';
import { TeamsDoor, type TeamsDeps } from './channels/teams/teams-door.js';
import { coachByEntra } from '../handlers/desk/entra-sign-in.js';
import type { CoachRecord } from '../handlers/desk/coach.js';
import type { NudgeDeps } from './channels/web-push/nudges.js';
import { pushRoutes } from './channels/web-push/push-routes.js';
import { entraTokens } from './entra.js';
import { helplineRounds } from './helpline-rounds.js';
import { HelplineBot } from './helpline-bot.js';
import { randomIds } from './ids.js';
import { overlaysIn } from '../handlers/desk/learn/overlay-source.js';
import { learningFrom } from './learning.js';
import { KnowledgeHolder } from './knowledge-holder.js';
import { createLog } from './log.js';
import { createMetrics } from './metrics.js';
import { startNightlyRetention } from './nightly-retention.js';
import { Outbox } from './outbox.js';
import { webFolder } from './own-files.js';
import { promiseRules } from './promise-rules.js';
import { channelPreview } from './render/channel-preview.js';
import { startRounds } from './rounds.js';
import { createServer } from './server.js';
import { openState } from './state/open-store.js';

/** What a test may put in the place of the real thing. */
export interface Fakes {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly ids?: Ids;
  /** Library -> what reads messages; in tests a table, in life the trained matcher. */
  readonly knowledge?: KnowledgeBuilder;
  /** Hears of urgent and late questions, in the place of mail. */
  readonly notifier?: Notifier;
  /** Stands for the browsers' push services. */
  readonly push?: NudgeDeps['send'];
  /** Stands for the accounts that are linked to Entra. */
  readonly coachByEntra?: TeamsDeps['coachByEntra'];
  /** Stands between the stories and the store: to break it on purpose. */
  readonly aroundStore?: (store: Store) => Store;
}

/** A whole helpline, ready to listen. */
export interface App {
  readonly server: Server;
  readonly deps: TurnDeps;
  readonly outbox: Outbox;
  readonly knowledge: KnowledgeHolder;
  /** One-time code to set up the first coach; null once there is one. */
  readonly setupCode: string | null;
  /** Reads what the first message of a channel would have to wait for. */
  readAhead(): Promise<void>;
  /** Finishes what is under way, then closes everything. */
  stop(): Promise<void>;
}

/** Config (and fakes in tests) -> the whole app. */
export async function assemble(config: Config, fakes: Fakes = {}): Promise<App> {
  const log = fakes.log ?? createLog(config.logLevel);
  const clock = fakes.clock ?? { now: () => new Date() };
  const ids = fakes.ids ?? randomIds();
  const state = await openState(config, log);
  const { live } = state;
  const store = fakes.aroundStore?.(state.store) ?? state.store;
  const builder = fakes.knowledge ?? knowledgeBuilder(config.cacheDir, { modelDir: config.semanticModelDir, log });
  const knowledge = await KnowledgeHolder.open(config.knowledgeDir, builder, log, overlaysIn(store));
  const places = { publicUrl: config.publicUrl, whatsappNumber: () => channels.whatsapp?.displayNumber() ?? null };
  const deps: TurnDeps = { store, knowledge, clock, ids, log, live, rules: promiseRules(config), places };

  const now = (): Date => clock.now();
  const channels = openChannels(config, deps, fakes.push);
  const { directLine, tokens, botFramework, whatsapp, nudges } = channels;
  const metrics = createMetrics(store, clock, state.loss);
  const notifier =
    fakes.notifier ??
    composeNotifiers([
      alertNotifier(config, log),
      teamsNotifier({
        store,
        clock,
        ids,
        live,
        linkTo: deskLink(config.publicUrl, config.botFramework?.appId ?? null),
      }),
    ]);
  const outbox = new Outbox({
    onDelivery: (channel, result, code) => {
      metrics.deliveries.inc({ channel, result });
      if (code !== undefined) metrics.channelErrors.inc({ channel, code });
    },
    store,
    clock,
    log,
    live,
    deliverers: (entry) => delivererFor(channels, entry),
  });
  const teams = new TeamsDoor({
    ...deps,
    passwords: scryptPasswords(),
    publicUrl: config.publicUrl,
    coachByEntra: fakes.coachByEntra ?? ((person) => coachByEntra({ store }, person)),
    nameOf: async (id) => (await store.get<CoachRecord>('coach', id))?.body.name ?? null,
  });
  const bot = new HelplineBot(deps, outbox, log, metrics, teams);
  const lifecycle = { stopping: false };
  const pagesFolder = webFolder();
  const setupCode = await ensureSetupCode({ store, ids, clock });
  const pages = {
    knowledge,
    clock,
    publicUrl: config.publicUrl,
    assetsFolder: join(pagesFolder, 'public'),
    privacy: { retention: config.retention, contact: config.privacyContact },
  };
  const indexes = deskIndexes({ store, live });
  const app = createServer({
    health: healthRoutes({
      store,
      knowledge,
      stopping: () => lifecycle.stopping,
      metricsToken: config.metricsToken,
      metrics: async () => ({ contentType: metrics.registry.contentType, text: await metrics.registry.metrics() }),
    }),
    directLine: directLineRoutes({
      adapter: directLine,
      tokens,
      bot,
      live,
      files: { store, ids, clock, keepFilesDays: config.retention.file },
      messagesPerMinute: config.messagesPerMinute,
      limits: state.limits,
      now,
      nextId: () => ids.next(),
      secretId: () => ids.secret(),
    }),
    botFramework: botFramework?.routes(bot) ?? null,
    goOn: goOnRouter(places),
    ...(config.whatsapp && whatsapp
      ? { whatsapp: whatsappRoutes({ config: config.whatsapp, channel: whatsapp, bot, clock }) }
      : {}),
    desk: deskRouter({
      ...deps,
      staticFolder: join(pagesFolder, 'desk'),
      limits: state.limits,
      publicUrl: config.publicUrl,
      learning: learningFrom(knowledge, builder, config),
      indexes,
      preview: channelPreview(config.publicUrl),
      entra: config.entra ? entraTokens(config.entra, now) : null,
    }),
    publicPages: publicRouter(pages),
    push: pushRoutes({ store, clock, tokens, nudges }),
    embed: embedRouter({ webFolder: pagesFolder, origins: config.embedOrigins }),
    offline: offlineRouter({ knowledge, clock, pocketModels: (library) => builder.pocketModels(library) }),
    publicNotFound: publicNotFound(pages),
    webFolder: pagesFolder,
    trustProxy: config.trustProxy,
    requestsPerMinute: config.requestsPerMinute,
    limits: state.limits,
    log,
  });
  const server = createHttpServer(app);
  const drain = new Drain(server);
  const closeStreams = attachDirectLineStreams(server, { adapter: directLine, tokens, live, log });

  await recoverInbox(deps, 0);
  const locked = { ...deps, lockWatch: new LockWatch() };
  outbox.start();
  knowledge.watch();
  live.subscribe('knowledge', () => {
    knowledge.hint();
  });
  // Desks look again once this process answers by the new version; it is said only when a version changed.
  knowledge.onChange(() => {
    live.publish('knowledge', null);
  });
  const rounds = startRounds(locked, helplineRounds({ turn: deps, notifier, publicUrl: config.publicUrl, whatsapp }));
  const nightly = startNightlyRetention(locked, config.retention);
  const deskWarm = keepDeskWarm(locked, server, indexes);

  return {
    server,
    deps,
    outbox,
    knowledge,
    setupCode,
    readAhead: async () => botFramework?.readAhead(),
    stop: async () => {
      lifecycle.stopping = true;
      rounds.stop();
      nightly.stop();
      deskWarm.stop();
      await drain.close(closeStreams);
      await whatsapp?.stop();
      await outbox.stop();
      await knowledge.stop();
      await state.close();
    },
  };
}

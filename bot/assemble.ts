import { createServer as createHttpServer, type Server } from 'node:http';
import type { Notifier } from '../handlers/desk/keep-promises.js';
import { scryptPasswords } from '../handlers/desk/password.js';
import { ensureSetupCode } from '../handlers/desk/setup-code.js';
import type { Clock, Ids, LiveUpdates, Log, Store } from '../handlers/ports.js';
import type { TurnDeps } from '../handlers/turn/process-message.js';
import { recoverInbox } from '../handlers/turn/recover.js';
import { keepDeskWarm } from './keep-desk-warm.js';
import { deskIndexes } from '../handlers/desk/desk-indexes.js';
import { LockWatch } from '../handlers/lock-watch.js';
import { assembleServer } from './assemble-server.js';
import { alertNotifier } from './alerts.js';
import { knowledgeBuilder, type KnowledgeBuilder } from './build-knowledge.js';
import { attachDirectLineStreams } from './channels/direct-line-stream.js';
import { delivererFor, openChannels, type Channels } from './channels/open-channels.js';
import type { Config } from './config.js';
import { Drain } from './drain.js';
import { composeNotifiers, teamsNotifier } from './channels/teams/alerts.js';
import { deskLink } from './channels/teams/desk-link.js';
import { TeamsDoor, type TeamsDeps } from './channels/teams/teams-door.js';
import { coachByEntra } from '../handlers/desk/entra-sign-in.js';
import type { CoachRecord } from '../handlers/desk/coach.js';
import type { NudgeDeps } from './channels/web-push/nudges.js';
import { helplineRounds } from './helpline-rounds.js';
import { HelplineBot } from './helpline-bot.js';
import { randomIds } from './ids.js';
import { overlaysIn } from '../handlers/desk/learn/overlay-source.js';
import { KnowledgeHolder } from './knowledge-holder.js';
import { createLog } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';
import { startNightlyRetention } from './nightly-retention.js';
import { Outbox } from './outbox.js';
import { promiseRules } from './promise-rules.js';
import { startRounds } from './rounds.js';
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
  const { live, limits } = state;
  const store = fakes.aroundStore?.(state.store) ?? state.store;
  const builder = fakes.knowledge ?? knowledgeBuilder(config.cacheDir, { modelDir: config.semanticModelDir, log });
  const knowledge = await KnowledgeHolder.open(config.knowledgeDir, builder, log, overlaysIn(store));
  const places = { publicUrl: config.publicUrl, whatsappNumber: () => channels.whatsapp?.displayNumber() ?? null };
  const deps: TurnDeps = { store, knowledge, clock, ids, log, live, rules: promiseRules(config), places };

  const channels = openChannels(config, deps, fakes.push);
  const metrics = createMetrics(store, clock, state.loss);
  const outbox = outboxOf(deps, channels, metrics);
  const bot = new HelplineBot(deps, outbox, log, metrics, teamsDoor(config, deps, fakes));
  const setupCode = await ensureSetupCode(deps);
  const indexes = deskIndexes(deps);
  const lifecycle = { stopping: false };
  const stopping = (): boolean => lifecycle.stopping;
  const behind = { config, deps, knowledge, builder, channels, bot, metrics, indexes, limits, stopping };
  const server = createHttpServer(assembleServer(behind));
  const drain = new Drain(server);
  const { directLine, tokens, botFramework, whatsapp } = channels;
  const closeStreams = attachDirectLineStreams(server, { adapter: directLine, tokens, live, log });

  await recoverInbox(deps, 0);
  outbox.start();
  followKnowledge(knowledge, live);
  const locked = { ...deps, lockWatch: new LockWatch() };
  const notifier = fakes.notifier ?? notifierOf(config, deps);
  const rounds = startRounds(locked, helplineRounds({ turn: deps, notifier, whatsapp, publicUrl: config.publicUrl }));
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

function outboxOf({ store, clock, log, live }: TurnDeps, channels: Channels, metrics: Metrics): Outbox {
  return new Outbox({
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
}

function teamsDoor(config: Config, deps: TurnDeps, fakes: Fakes): TeamsDoor {
  const { store } = deps;
  return new TeamsDoor({
    ...deps,
    passwords: scryptPasswords(),
    publicUrl: config.publicUrl,
    coachByEntra: fakes.coachByEntra ?? ((person) => coachByEntra({ store }, person)),
    nameOf: async (id) => (await store.get<CoachRecord>('coach', id))?.body.name ?? null,
  });
}

/** Who hears of urgent and late questions. */
function notifierOf(config: Config, { store, clock, ids, log, live }: TurnDeps): Notifier {
  const linkTo = deskLink(config.publicUrl, config.botFramework?.appId ?? null);
  return composeNotifiers([alertNotifier(config, log), teamsNotifier({ store, clock, ids, live, linkTo })]);
}

function followKnowledge(knowledge: KnowledgeHolder, live: LiveUpdates): void {
  knowledge.watch();
  live.subscribe('knowledge', () => {
    knowledge.hint();
  });
  // Desks look again once this process answers by the new version; it is said only when a version changed.
  knowledge.onChange(() => {
    live.publish('knowledge', null);
  });
}

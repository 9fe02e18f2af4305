import type { OutboxEntry } from '../../handlers/records.js';
import type { TurnDeps } from '../../handlers/turn/process-message.js';
import type { Config } from '../config.js';
import type { Deliverer } from '../deliverer.js';
import { keptSecret } from '../secret.js';
import { BotFrameworkChannel } from './bot-framework.js';
import { DirectLineAdapter } from './direct-line.js';
import { DirectLineTokens } from './direct-line-token.js';
import { isNudge, Nudges, type NudgeDeps } from './web-push/nudges.js';
import { WhatsAppChannel } from './whatsapp/channel.js';

/** Every way in and out that this installation has. */
export interface Channels {
  readonly directLine: DirectLineAdapter;
  readonly tokens: DirectLineTokens;
  readonly nudges: Nudges;
  /** Null when Teams and the Emulator are off. */
  readonly botFramework: BotFrameworkChannel | null;
  /** Null when WhatsApp is off. */
  readonly whatsapp: WhatsAppChannel | null;
}

/** `push` stands for the browsers' push services in tests. */
export function openChannels(config: Config, deps: TurnDeps, push?: NudgeDeps['send']): Channels {
  const { store, clock, ids, log } = deps;
  const { publicUrl } = config;
  const now = (): Date => clock.now();
  const nudges = new Nudges({ store, clock, publicUrl, ...(push ? { send: push } : {}) });
  return {
    nudges,
    directLine: new DirectLineAdapter({
      store,
      now,
      nextId: () => ids.next(),
      nudges: (entry, id) => nudges.for(entry, id),
    }),
    tokens: new DirectLineTokens(config.directLineSecret ?? keptSecret(config.dataDir, 'direct-line.secret'), now),
    botFramework: config.botFramework
      ? new BotFrameworkChannel({ config: config.botFramework, serviceUrls: config.serviceUrls, log, publicUrl })
      : null,
    whatsapp: config.whatsapp
      ? new WhatsAppChannel({
          config: config.whatsapp,
          turn: deps,
          publicUrl,
          keepFilesDays: config.retention.file,
          random: Math.random,
        })
      : null,
  };
}

/** Who brings an outgoing message; null for a channel that is off here. */
export function delivererFor(channels: Channels, entry: OutboxEntry): Deliverer | null {
  switch (entry.address.channel) {
    case 'web':
      return isNudge(entry) ? channels.nudges.deliverer : channels.directLine.deliverer;
    case 'teams':
    case 'emulator':
      return channels.botFramework?.deliverer ?? null;
    case 'whatsapp':
      return channels.whatsapp?.deliverer ?? null;
    default:
      return null;
  }
}

import type WebPush from 'web-push';
import type { ConversationKey, JsonValue } from '../../../handlers/message.js';
import type { Clock, Put, Store } from '../../../handlers/ports.js';
import { putOutbox, type OutboxEntry, waitingSince } from '../../../handlers/records.js';
import { reply } from '../../../handlers/reply.js';
import { DeliveryError, type Deliverer } from '../../deliverer.js';
import { devicesOf, dropDevice, pushId, subscriptionBody, type Subscription } from './subscriptions.js';

export interface NudgeDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** Stands for the browsers' push services in tests. */
  readonly send?: (subscription: Subscription) => Promise<void>;
}

interface Keys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const SETTING = 'vapid';
const TIMEOUT_MS = 10_000;
/** An answer of last week needs no bell. */
const KEPT_BY_SERVICE_SECONDS = 2 * 86_400;
/** Nothing of the answer leaves the house: the device is woken and fetches it here. */
const PAYLOAD = JSON.stringify({ kind: 'answer' });

/** Wakes the devices of a conversation when a coach has answered. */
export class Nudges {
  #keys: Promise<Keys> | null = null;

  constructor(private readonly deps: NudgeDeps) {}

  /** What a browser needs to subscribe. */
  async publicKey(): Promise<string> {
    return (await this.#vapid()).publicKey;
  }

  /** The nudges that belong to an answer: written in the commit that delivers it, so once. */
  async for(entry: OutboxEntry, id: string): Promise<readonly Put[]> {
    if (!entry.reply.parts.some(({ kind }) => kind === 'coach')) return [];
    const devices = await devicesOf(this.deps.store, entry.conversation);
    const at = this.deps.clock.now().toISOString();
    return devices.map(({ conversation, subscription }, index) => {
      const nudge: OutboxEntry = {
        conversation: `push:${pushId(conversation, subscription.endpoint)}` as ConversationKey,
        address: { channel: 'web', conversationId: conversation, reference: { push: subscription } }, // prettier-ignore
        reply: reply([]),
        ...waitingSince(at),
        ticket: null,
      };
      return putOutbox(`${id}-nudge-${String(index)}`, nudge, 'absent');
    });
  }

  readonly deliverer: Deliverer = {
    by: 'send',
    send: async ({ address }) => {
      const subscription = subscriptionOf(address.reference);
      if (!subscription) throw new DeliveryError('no-device', true);
      try {
        await (this.deps.send ?? ((device) => this.#send(device)))(subscription);
      } catch (error) {
        const { statusCode } = error as { readonly statusCode?: unknown };
        const gone = statusCode === 404 || statusCode === 410;
        if (gone) await dropDevice(this.deps.store, address.conversationId as ConversationKey, subscription.endpoint);
        const refused = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 && statusCode !== 429;
        throw new DeliveryError(gone ? 'device-gone' : 'push-failed', refused, { cause: error });
      }
    },
  };

  async #send(subscription: Subscription): Promise<void> {
    const { publicUrl } = this.deps;
    const subject = publicUrl.startsWith('https://') ? publicUrl : 'mailto:mentorlijn@localhost';
    await (
      await webPush()
    ).sendNotification(subscription, PAYLOAD, {
      vapidDetails: { subject, ...(await this.#vapid()) },
      TTL: KEPT_BY_SERVICE_SECONDS,
      urgency: 'high',
      // A younger nudge takes the place of an older one that waits.
      topic: 'antwoord',
      timeout: TIMEOUT_MS,
    });
  }

  /** One pair of keys for all processes, made once: a browser subscribes to these keys alone. */
  async #vapid(): Promise<Keys> {
    this.#keys ??= this.#load().catch((error: unknown) => {
      this.#keys = null;
      throw error;
    });
    return this.#keys;
  }

  async #load(): Promise<Keys> {
    const { store } = this.deps;
    const found = await store.get<Keys>('setting', SETTING);
    if (found) return found.body;
    const made: Keys = (await webPush()).generateVAPIDKeys();
    const done = await store.commit({ puts: [{ kind: 'setting', id: SETTING, body: made, expect: 'absent' }] });
    return done.ok ? made : this.#load();
  }
}

/** Whether an outgoing message is a nudge for a device. */
export function isNudge({ address }: OutboxEntry): boolean {
  return subscriptionOf(address.reference) !== null;
}

function subscriptionOf(reference: JsonValue): Subscription | null {
  const parsed = subscriptionBody.safeParse((reference as { readonly push?: unknown } | null)?.push);
  return parsed.success ? parsed.data : null;
}

/** Read when the first device subscribes or is woken. */
async function webPush(): Promise<typeof WebPush> {
  return (await import('web-push')).default;
}

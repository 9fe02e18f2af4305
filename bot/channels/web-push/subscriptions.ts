import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ConversationKey } from '../../../handlers/message.js';
import type { Put, Store } from '../../../handlers/ports.js';

/** The push services of the browsers; a leading dot allows every host below it. Nothing else is ever called. */
const PUSH_HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.services.mozilla.com',
  '.notify.windows.com',
  'web.push.apple.com',
  '.push.apple.com',
];

const key = z.string().regex(/^[\w-]{10,200}={0,2}$/);
/** What a browser gives us to wake it: an address at its own push service, and the keys to write to it secretly. */
export const subscriptionBody = z.object({
  endpoint: z.string().max(1_000).refine(isPushAddress, 'is no address of a push service'),
  keys: z.object({ p256dh: key, auth: key }),
});
export type Subscription = z.output<typeof subscriptionBody>;

export interface PushRecord {
  readonly conversation: ConversationKey;
  readonly subscription: Subscription;
  readonly createdAt: string;
}

/** Devices of one conversation; the oldest makes place. */
const MOST_DEVICES = 5;
const KEEP_DAYS = 180;

function isPushAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, port, username } = new URL(value);
  if (protocol !== 'https:' || port !== '' || username !== '') return false;
  return PUSH_HOSTS.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
}

export function pushId(conversation: ConversationKey, endpoint: string): string {
  return `${conversation}|${createHash('sha256').update(endpoint).digest('hex').slice(0, 32)}`;
}

/** The devices that want to hear of an answer in this conversation, oldest first. */
export async function devicesOf(store: Store, conversation: ConversationKey): Promise<readonly PushRecord[]> {
  const found = await store.query<PushRecord>({ kind: 'push', index: 'conversation', prefix: `${conversation}|` });
  return found.map(({ body }) => body);
}

export async function keepDevice(
  store: Store,
  conversation: ConversationKey,
  subscription: Subscription,
  now: Date,
): Promise<void> {
  const before = (await devicesOf(store, conversation)).filter(({ subscription: { endpoint } }) => endpoint !== subscription.endpoint); // prettier-ignore
  const leaving = before.slice(0, Math.max(0, before.length - MOST_DEVICES + 1));
  const createdAt = now.toISOString();
  const id = pushId(conversation, subscription.endpoint);
  const put: Put = {
    kind: 'push',
    id,
    body: { conversation, subscription, createdAt } satisfies PushRecord,
    indexes: { conversation: `${conversation}|${createdAt}` },
    expiresAt: new Date(now.getTime() + KEEP_DAYS * 86_400_000).toISOString(),
    expect: 'any',
  };
  await store.commit({
    puts: [put],
    deletes: leaving.map((record) => ({
      kind: 'push',
      id: pushId(conversation, record.subscription.endpoint),
      expect: 'any',
    })),
  });
}

export async function dropDevice(store: Store, conversation: ConversationKey, endpoint: string): Promise<void> {
  await store.commit({ deletes: [{ kind: 'push', id: pushId(conversation, endpoint), expect: 'any' }] });
}

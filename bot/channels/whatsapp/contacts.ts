import { MentorlijnError } from '../../../handlers/errors.js';
import { conversationKey, type ConversationKey } from '../../../handlers/message.js';
import { putIdentity } from '../../../handlers/continuity/home.js';
import type { Put, Store, StoredRecord } from '../../../handlers/ports.js';
import type { IdentityChange, InboundMessage, WhatsAppPerson } from './webhook.js';

/**
 * What the channel itself has to know of a person. The conversation has an id of our own: numbers change and may be
 * withheld, ids change with the number, and what a mentor told us must survive both, and only for him.
 */
export interface Contact extends WhatsAppPerson {
  /** The conversation it belongs to: its own, or the one it was joined to. */
  readonly owner: ConversationKey;
  readonly conversationId: string;
  /** ISO time of his last message: for 24 hours from then he may be spoken to freely. */
  readonly lastInboundAt: string;
  /** A template has been sent since his last message: one is enough. */
  readonly knockedAt: string | null;
  /** ISO time until which the pair limit is used up (see pace.ts). */
  readonly paceAt: string | null;
}

interface Pointer {
  readonly owner: ConversationKey;
  readonly conversationId: string;
}

export interface FoundContact {
  readonly contact: Contact;
  /** 0 when it is new. */
  readonly version: number;
  /** What else has to be written for it to be found again. */
  readonly puts: readonly Put[];
}

const contactId = (conversationId: string): string => `wa|${conversationId}`;
const pointerIds = ({ userId, phone }: WhatsAppPerson): readonly string[] => [
  ...(userId === null ? [] : [`wa-user|${userId}`]),
  ...(phone === null ? [] : [`wa-phone|${phone}`]),
];

export function whatsappKey(conversationId: string): ConversationKey {
  return conversationKey('whatsapp', conversationId);
}

export function putContact(contact: Contact, version: number): Put {
  return putIdentity(contactId(contact.conversationId), contact, version === 0 ? 'absent' : version);
}

export async function getContact(store: Store, conversationId: string): Promise<StoredRecord<Contact> | null> {
  return store.get<Contact>('identity', contactId(conversationId));
}

/** The contact of a message, known by id before number; a new one when nobody fits. */
export async function findContact(
  store: Store,
  message: Pick<InboundMessage, 'userId' | 'phone' | 'at'>,
  newId: () => string,
): Promise<FoundContact> {
  const known = await knownContact(store, message);
  const conversationId = known?.body.conversationId ?? newId();
  const fresh = (): Contact => ({
    conversationId,
    owner: whatsappKey(conversationId),
    userId: null,
    phone: null,
    lastInboundAt: message.at,
    knockedAt: null,
    paceAt: null,
  });
  const before = known?.body ?? fresh();
  // A late message under a former id must not bring that id back.
  const movedOn = before.userId !== null && message.userId !== null && before.userId !== message.userId;
  const contact: Contact = {
    ...before,
    userId: movedOn ? before.userId : (message.userId ?? before.userId),
    phone: movedOn ? before.phone : (message.phone ?? before.phone),
    lastInboundAt: before.lastInboundAt > message.at ? before.lastInboundAt : message.at,
    knockedAt: null,
  };
  return { contact, version: known?.version ?? 0, puts: await pointers(store, contact, movedOn ? null : message) };
}

async function knownContact(store: Store, person: WhatsAppPerson): Promise<StoredRecord<Contact> | null> {
  for (const id of pointerIds(person)) {
    const pointer = await store.get<Pointer>('identity', id);
    const found = pointer ? await getContact(store, pointer.body.conversationId) : null;
    if (found && (id.startsWith('wa-user|') || ownsNumber(found.body, person))) return found;
  }
  return null;
}

/**
 * Ids are never given to somebody else, numbers are: a number that comes with another id has another owner now, who
 * must never read what the former one wrote.
 */
function ownsNumber(contact: Contact, { userId, phone }: WhatsAppPerson): boolean {
  return contact.phone === phone && (contact.userId === null || userId === null || contact.userId === userId);
}

async function pointers(store: Store, contact: Contact, person: WhatsAppPerson | null): Promise<readonly Put[]> {
  const found = await Promise.all(
    (person === null ? [] : pointerIds(person)).map(async (id) => ({
      id,
      kept: await store.get<Pointer>('identity', id),
    })),
  );
  return found
    .filter(({ kept }) => kept?.body.conversationId !== contact.conversationId)
    .map(({ id, kept }) => {
      const { conversationId, owner } = contact;
      return putIdentity(id, { conversationId, owner } satisfies Pointer, kept?.version ?? 'absent');
    });
}

const MAX_CONFLICTS = 10;

/** The same person under another id or number: his conversation goes with him. */
export async function applyChange(store: Store, change: IdentityChange): Promise<void> {
  for (let round = 0; round < MAX_CONFLICTS; round += 1) {
    const known = await knownContact(store, change.before);
    if (!known) return;
    const contact: Contact = {
      ...known.body,
      userId: change.now.userId ?? (change.now.phone === null ? known.body.userId : null),
      phone: change.now.phone ?? known.body.phone,
    };
    const puts = [putContact(contact, known.version), ...(await pointers(store, contact, change.now))];
    if ((await store.commit({ puts })).ok) return;
  }
  throw new MentorlijnError('conflict', 'the contact kept changing under his new number');
}

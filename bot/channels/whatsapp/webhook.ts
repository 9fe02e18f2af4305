import type { AttachmentKind } from '../../../handlers/message.js';

/** What one POST of Meta holds, read without trusting any of it. */
export interface WebhookEvents {
  readonly messages: readonly InboundMessage[];
  readonly statuses: readonly InboundStatus[];
  readonly changes: readonly IdentityChange[];
  /** Codes of troubles Meta reports of its own. */
  readonly errors: readonly number[];
}

/** How WhatsApp knows a person. At least one is there; a number may be withheld (usernames, 2026). */
export interface WhatsAppPerson {
  readonly userId: string | null;
  readonly phone: string | null;
}

export interface InboundFile {
  readonly kind: AttachmentKind;
  readonly name: string | null;
  readonly contentType: string;
  /** Null for what is no file: a place, a contact. */
  readonly mediaId: string | null;
}

export interface InboundMessage extends WhatsAppPerson {
  readonly id: string;
  readonly name: string | null;
  /** ISO time at which the person sent it. */
  readonly at: string;
  readonly text: string;
  /** What a pressed button or row carries. */
  readonly button: string | null;
  /** `template`: the button under a template; `reaction`: an emoji on a message of ours. */
  readonly kind: 'words' | 'button' | 'template' | 'file' | 'reaction' | 'unreadable';
  readonly files: readonly InboundFile[];
}

const STATUSES = ['sent', 'delivered', 'read', 'failed'] as const;
export interface InboundStatus {
  readonly messageId: string;
  readonly status: (typeof STATUSES)[number];
  /** What we gave along when we sent it. */
  readonly ours: string | null;
  readonly at: string;
  readonly errorCode: number | null;
}

/** A person got another id or number; what we knew him by comes first. */
export interface IdentityChange {
  readonly before: WhatsAppPerson;
  readonly now: WhatsAppPerson;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value: unknown): Json => (isObject(value) ? value : {});
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const words = (value: unknown, max = 4_000): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, max) : null;
const idOf = (value: unknown): string | null => {
  const id = words(value, 300);
  return id !== null && /^[\w.=+/:-]+$/.test(id) ? id : null;
};
const phoneOf = (value: unknown): string | null => {
  const digits = (words(value, 40) ?? '').replace(/\D/g, '');
  return digits === '' ? null : digits;
};

/** Meta's payload -> events, in the order in which people did things. Other numbers of the same account are passed by. */
export function readWebhook(payload: unknown, phoneNumberId: string, now: Date): WebhookEvents {
  const values = list(object(payload).entry)
    .flatMap(({ changes }) => list(changes))
    .filter(({ field }) => field === 'messages')
    .map(({ value }) => object(value))
    .filter(({ metadata }) => object(metadata).phone_number_id === phoneNumberId);
  const all = values.flatMap((value) => list(value.messages).map((message) => ({ value, message })));
  const messages = all
    .filter(({ message }) => message.type !== 'system')
    .flatMap(({ value, message }) => readMessage(message, list(value.contacts), now) ?? []);
  return {
    // Sorting is stable: what came in the same second keeps Meta's order.
    messages: [...messages].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    statuses: values.flatMap((value) => list(value.statuses)).flatMap((status) => readStatus(status, now) ?? []),
    errors: values
      .flatMap(({ errors }) => list(errors))
      .flatMap(({ code }) => (typeof code === 'number' ? [code] : [])),
    changes: all.filter(({ message }) => message.type === 'system').flatMap(({ message }) => readChange(message) ?? []),
  };
}

function readMessage(message: Json, contacts: readonly Json[], now: Date): InboundMessage | null {
  const id = idOf(message.id);
  const contact = contactOf(message, contacts);
  const phone = phoneOf(message.from) ?? phoneOf(contact.wa_id);
  const userId = idOf(message.from_user_id) ?? idOf(contact.user_id);
  // In a group everybody reads along: that is no place for a question about a learner.
  if (id === null || message.group_id !== undefined || (phone === null && userId === null)) return null;
  return {
    id,
    userId,
    phone,
    name: words(object(contact.profile).name, 100),
    at: timeOf(message.timestamp, now),
    ...contentOf(message),
  };
}

/** The contact a message belongs to: by id, by number, or the only one there is. */
function contactOf(message: Json, contacts: readonly Json[]): Json {
  const mine = contacts.find(
    ({ user_id: user, wa_id: phone }) =>
      (user !== undefined && user === message.from_user_id) || (phone !== undefined && phone === message.from),
  );
  return mine ?? (contacts.length === 1 ? (contacts[0] ?? {}) : {});
}

type Content = Pick<InboundMessage, 'text' | 'button' | 'kind' | 'files'>;
const NOTHING: Content = { text: '', button: null, kind: 'unreadable', files: [] };

function contentOf(message: Json): Content {
  const type = words(message.type, 40) ?? '';
  const body = object(message[type]);
  switch (type) {
    case 'text':
      return { ...NOTHING, kind: 'words', text: words(body.body, 20_000) ?? '' };
    case 'interactive': {
      const reply = { ...object(body.button_reply), ...object(body.list_reply) };
      return { ...NOTHING, kind: 'button', text: words(reply.title) ?? '', button: words(reply.id, 256) };
    }
    case 'button':
      return { ...NOTHING, kind: 'template', text: words(body.text) ?? '', button: words(body.payload, 256) };
    case 'reaction':
      return { ...NOTHING, kind: 'reaction', text: words(body.emoji, 20) ?? '' };
    case 'location':
      return { ...NOTHING, kind: 'file', files: [placeOf(body)] };
    case 'contacts':
      return { ...NOTHING, kind: 'file', files: list(message.contacts).slice(0, 5).map(cardOf) };
    default:
      return FILE_KINDS[type] === undefined ? NOTHING : fileContent(FILE_KINDS[type], body);
  }
}

const FILE_KINDS: Readonly<Record<string, AttachmentKind>> = {
  image: 'image',
  audio: 'audio',
  voice: 'audio',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
};

function fileContent(kind: AttachmentKind, body: Json): Content {
  const mediaId = idOf(body.id);
  const contentType = (words(body.mime_type, 100) ?? 'application/octet-stream').split(';')[0] ?? '';
  return {
    ...NOTHING,
    kind: 'file',
    text: words(body.caption) ?? '',
    files: [{ kind, name: words(body.filename, 200), contentType, mediaId }],
  };
}

function placeOf({ latitude, longitude, name, address }: Json): InboundFile {
  const at = [latitude, longitude].every((one) => typeof one === 'number')
    ? [`${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`]
    : [];
  const label = [words(name, 80), words(address, 100), ...at].filter((part) => part !== null).join(' · ');
  return { kind: 'location', name: label === '' ? null : label, contentType: 'application/geo+json', mediaId: null };
}

function cardOf(card: Json): InboundFile {
  const name = words(object(card.name).formatted_name, 80);
  const phone = words(list(card.phones)[0]?.phone, 40);
  const label = [name, phone].filter((part) => part !== null).join(' · ');
  return { kind: 'contact', name: label === '' ? null : label, contentType: 'text/vcard', mediaId: null };
}

function readStatus(status: Json, now: Date): InboundStatus | null {
  const messageId = idOf(status.id);
  const state = STATUSES.find((known) => known === status.status);
  if (messageId === null || state === undefined) return null;
  const code = list(status.errors)[0]?.code;
  return {
    messageId,
    status: state,
    ours: idOf(status.biz_opaque_callback_data),
    at: timeOf(status.timestamp, now),
    errorCode: typeof code === 'number' ? code : null,
  };
}

/** "User An changed from NL.1 to NL.2": the former id stands in the message, or only in its words. */
function readChange(message: Json): IdentityChange | null {
  const system = object(message.system);
  if (system.type !== 'user_changed_user_id' && system.type !== 'user_changed_number') return null;
  const said = /changed from (\S+) to (\S+)/.exec(words(system.body, 1_000) ?? '');
  const spoken = (part: string | undefined): WhatsAppPerson =>
    part === undefined
      ? { userId: null, phone: null }
      : /^[A-Z]{2}\./.test(part)
        ? { userId: idOf(part), phone: null }
        : { userId: null, phone: phoneOf(part) };
  const before = spoken(said?.[1]);
  const now = spoken(said?.[2]);
  const change = {
    before: {
      userId: idOf(message.from_user_id) ?? idOf(system.previous_user_id) ?? before.userId,
      phone: phoneOf(message.from) ?? before.phone,
    },
    now: { userId: idOf(system.user_id) ?? now.userId, phone: phoneOf(system.wa_id) ?? now.phone },
  };
  const known = change.before.userId ?? change.before.phone;
  const changed = change.now.userId ?? change.now.phone;
  return known === null || changed === null ? null : change;
}

/** Seconds since 1970, never in the future: a clock that runs ahead must not keep the 24 hours open. */
function timeOf(value: unknown, now: Date): string {
  const seconds = Number(words(value, 20) ?? (typeof value === 'number' ? value : Number.NaN));
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : now.getTime();
  return new Date(Math.min(Math.max(ms, 0), now.getTime())).toISOString();
}

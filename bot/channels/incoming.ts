import { randomUUID } from 'node:crypto';
import type { Activity, Attachment as BotAttachment } from 'botbuilder';
import { decodeAction, type Action } from '../../handlers/action.js';
import {
  conversationKey,
  type Attachment,
  type AttachmentKind,
  type ChannelName,
  type IncomingMessage,
  type JsonValue,
} from '../../handlers/message.js';

/** Longest text kept of a message, for the coach. Characters. */
const MAX_KEPT = 20_000;

/** Bot Framework activity -> plain message. Reads nothing it cannot trust to be there. */
export function toIncomingMessage(activity: Activity, reference: JsonValue, now: Date): IncomingMessage {
  const channel = channelOf(activity.channelId);
  const ownPart = ownPartOf(activity, channel);
  const conversationId = activity.conversation.id + ownPart;
  return {
    id: activity.id ?? `${now.getTime().toString(36)}-${randomUUID()}`,
    conversation: conversationKey(channel, conversationId),
    address: { channel, conversationId, reference },
    asker: askerOf(activity),
    text: typeof activity.text === 'string' ? activity.text.slice(0, MAX_KEPT) : '',
    action: actionOf(activity),
    attachments: (activity.attachments ?? [])
      .filter(({ contentType }) => contentType !== 'text/html')
      .slice(0, 10)
      .map(toAttachment),
    ...(ownPart === '' ? {} : { inPublic: true as const }),
    receivedAt: now.toISOString(),
  };
}

/** In a channel or group chat each person has a conversation of his own with us, and none sees another's profile. */
function ownPartOf(activity: Activity, channel: ChannelName): string {
  const { conversationType } = activity.conversation as { readonly conversationType?: string };
  if (channel !== 'teams' || conversationType === undefined || conversationType === 'personal') return '';
  return `|${askerOf(activity).id}`;
}

/** The SDK's types promise a sender; the outside does not. */
function askerOf({
  from,
}: {
  readonly from?: { readonly id?: unknown; readonly name?: unknown };
}): IncomingMessage['asker'] {
  return {
    id: typeof from?.id === 'string' ? from.id : 'unknown',
    name: typeof from?.name === 'string' ? from.name.slice(0, 100) : null,
  };
}

/** A button's value comes as `value.action` (cards, our page) or as the text of a post back (suggested actions). */
function actionOf(activity: Activity): Action | null {
  const value: unknown = activity.value;
  if (typeof value === 'object' && value !== null && 'action' in value) return decodeAction(value.action);
  if (typeof value === 'string') return decodeAction(value);
  return typeof activity.text === 'string' && /^[a-z-]+:[\w:-]+$/.test(activity.text)
    ? decodeAction(activity.text)
    : null;
}

function channelOf(channelId: string): ChannelName {
  if (channelId === 'msteams') return 'teams';
  if (channelId === 'directline' || channelId === 'webchat') return 'web';
  if (channelId === 'whatsapp') return 'whatsapp';
  return 'emulator';
}

const KINDS: readonly (readonly [RegExp, AttachmentKind])[] = [
  [/^sticker\//, 'sticker'],
  [/^application\/geo\+json$/, 'location'],
  [/^text\/vcard$/, 'contact'],
  [/^image\//, 'image'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
  [/pdf|word|excel|sheet|text\//, 'document'],
];

function toAttachment({ contentType, name, contentUrl, content }: BotAttachment): Attachment {
  const kind = KINDS.find(([pattern]) => pattern.test(contentType))?.[1] ?? 'other';
  return {
    kind,
    name: name?.slice(0, 200) ?? null,
    contentType: contentType.slice(0, 100),
    reference: /^(?:https:\/\/|whatsapp-media:)/.test(contentUrl ?? '') ? (contentUrl ?? null) : null,
    ...keptFileOf(content),
  };
}

/** A file that a channel of ours kept before it made the activity. */
function keptFileOf(content: unknown): Pick<Attachment, 'file' | 'size' | 'detail'> {
  const { file, size, detail } = (content ?? {}) as Readonly<Record<'file' | 'size' | 'detail', unknown>>;
  if (typeof detail === 'string' && detail !== '') return { detail: detail.slice(0, 300) };
  if (typeof file !== 'string' || typeof size !== 'number') return {};
  return { file: file.slice(0, 200), size };
}

import type { Action } from './action.js';

/** The shapes of a conversation: what comes in, from whom, and where an answer goes. Plain data, no SDK. */

export const CHANNELS = ['web', 'teams', 'whatsapp', 'emulator', 'console'] as const;
export type ChannelName = (typeof CHANNELS)[number];

declare const conversationKeyBrand: unique symbol;
/** `channel:conversation id`; keys everything we keep about a conversation. */
export type ConversationKey = string & { readonly [conversationKeyBrand]: true };

export function conversationKey(channel: ChannelName, conversationId: string): ConversationKey {
  return `${channel}:${conversationId}` as ConversationKey;
}

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** How to speak to a conversation later, outside a turn. `reference` belongs to the channel alone. */
export interface Address {
  readonly channel: ChannelName;
  readonly conversationId: string;
  readonly reference: JsonValue;
}

/** The number a channel itself knows of a person, to be called on; null when it keeps numbers to itself. */
export function phoneOf({ reference }: Address): string | null {
  const { user } = (reference ?? {}) as { readonly user?: { readonly phone?: unknown } };
  const digits = typeof user?.phone === 'string' ? user.phone.replace(/\D/g, '') : '';
  return digits === '' ? null : `+${digits}`;
}

export interface Asker {
  /** The channel's id of the person. */
  readonly id: string;
  readonly name: string | null;
}

export type AttachmentKind = 'image' | 'audio' | 'video' | 'document' | 'location' | 'contact' | 'sticker' | 'other';

export interface Attachment {
  readonly kind: AttachmentKind;
  readonly name: string | null;
  readonly contentType: string | null;
  /** What the channel needs to fetch it; never shown to an asker. */
  readonly reference: string | null;
  /** Id of the file as we keep it (attachments.ts); absent when only the fact that it was sent is known. */
  readonly file?: string;
  /** Bytes. */
  readonly size?: number;
  /** What a place or a contact says, in words. */
  readonly detail?: string;
}

/** One message as every channel hands it over. */
export interface IncomingMessage {
  /** The channel's id of the activity: the same id twice is the same message. */
  readonly id: string;
  readonly conversation: ConversationKey;
  readonly address: Address;
  readonly asker: Asker;
  readonly text: string;
  /** A pressed button; null when the asker typed. */
  readonly action: Action | null;
  readonly attachments: readonly Attachment[];
  /** Others read along: a channel or group chat. */
  readonly inPublic?: true;
  /** ISO time. */
  readonly receivedAt: string;
}

/** Longest text we read; longer is kept for the coach and answered with a request to be brief. Characters. */
export const MAX_TEXT_LENGTH = 4_000;

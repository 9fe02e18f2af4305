import type { JsonValue } from '../message.js';
import type { Reply } from '../reply.js';
import { replyToText } from '../reply-text.js';

/** One WhatsApp message as the phone shows it. */
export interface PhoneMessage {
  readonly text: string;
  /** Below it: at most three buttons, or the rows of a list behind one button. */
  readonly choices: readonly string[];
  readonly as: 'text' | 'buttons' | 'list';
}

/** A piece of a Teams message: words as HTML without any HTML of their own. */
export type CardPiece =
  | { readonly kind: 'words'; readonly html: string; readonly look: 'plain' | 'heading' | 'quiet' | 'marked' }
  | { readonly kind: 'box'; readonly style: string; readonly pieces: readonly CardPiece[] }
  | { readonly kind: 'buttons'; readonly titles: readonly string[] }
  | { readonly kind: 'tick'; readonly title: string };

/** What each channel makes of a reply, by the very code that sends it. */
export interface ChannelPreview {
  /** The activity our own page gets; the page's own code draws it. Null where there is no channel to ask. */
  readonly web: JsonValue;
  readonly whatsapp: readonly PhoneMessage[];
  readonly teams: readonly (readonly CardPiece[])[];
  readonly plain: string;
}

export type PreviewReply = (reply: Reply) => ChannelPreview;

/** A desk without channels still reads as text. */
export const TEXT_ONLY: PreviewReply = (reply) => ({ web: null, whatsapp: [], teams: [], plain: replyToText(reply) });

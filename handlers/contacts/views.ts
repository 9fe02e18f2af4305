import type { Theme } from '../../knowledge/entry.js';
import type { ChannelName, ConversationKey } from '../message.js';

/** What a coach did with and for one mentor: shapes and lists only, shared with the page. */

/** `work` is time spent for him, no contact; the last three happen outside the helpline and are noted by hand. */
export type ContactKind = 'answer' | 'call' | 'work' | 'visit' | 'training' | 'exchange';
export const NOTED_KINDS = ['call', 'visit', 'training', 'exchange'] as const satisfies readonly ContactKind[];

export interface ContactMoment {
  readonly id: string;
  readonly at: string;
  readonly kind: ContactKind;
  readonly minutes: number;
  /** Number of the ticket it belongs to; null when a coach noted it by hand. */
  readonly ticket: number | null;
  readonly theme: Theme | null;
  readonly remark: string | null;
  /** Name of the coach. */
  readonly coach: string;
}

/** One mentor's moments of one school year. Goes when the person is erased. */
export interface ContactLog {
  readonly conversation: ConversationKey;
  readonly channel: ChannelName;
  /** "2026-2027". */
  readonly year: string;
  /** As the channel gives it. */
  readonly name: string | null;
  /** Mentor and firm as the coach wants them on the statement. */
  readonly label: string | null;
  /** Oldest first. */
  readonly moments: readonly ContactMoment[];
}

export interface ContactTotals {
  /** Moments at which mentor and coach were in touch. */
  readonly contacts: number;
  readonly minutes: number;
}

export interface ContactRow extends ContactTotals {
  readonly id: string;
  readonly name: string;
  readonly channel: ChannelName;
  readonly last: string;
}

/** A mentor's statement as the page shows it. The conversation's key stays behind. */
export interface ContactStatement extends ContactTotals {
  readonly id: string;
  readonly year: string;
  readonly years: readonly string[];
  readonly name: string;
  readonly label: string | null;
  readonly channel: ChannelName;
  readonly moments: readonly ContactMoment[];
}

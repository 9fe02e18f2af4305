import type { Factor, ItemId, Theme } from '../knowledge/entry.js';
import type { SignalKind } from '../knowledge/signals.js';
import type { CallbackSlot } from './action.js';
import type { Profile, TriedItem } from './conversation.js';
import type { Address, Attachment, ConversationKey } from './message.js';

declare const ticketIdBrand: unique symbol;
export type TicketId = string & { readonly [ticketIdBrand]: true };

/** Where a ticket is: `new → claimed → waiting-for-mentor ⇄ claimed → answered → closed`, and `reopened`. */
export type TicketState =
  | { readonly status: 'new' }
  | { readonly status: 'claimed'; readonly coach: string; readonly since: string }
  | { readonly status: 'waiting-for-mentor'; readonly coach: string; readonly since: string }
  | { readonly status: 'answered'; readonly coach: string; readonly since: string }
  | {
      readonly status: 'closed';
      readonly coach: string | null;
      readonly since: string;
      readonly by: 'coach' | 'asker' | 'system';
    }
  | { readonly status: 'reopened'; readonly coach: string | null; readonly since: string };
export type TicketStatus = TicketState['status'];

export const WANTED_SUPPORT = ['individueel', 'vorming', 'ervaringsdeling'] as const;
export type WantedSupport = (typeof WANTED_SUPPORT)[number];

/** Why a mentor asks (section 2.5.3 of the end report); older labels may hold words of a coach's own. */
export const CAUSES = [
  'moment',
  'bedrijf',
  'arbeidsverhouding',
  'mentorprofiel',
  'doelgroep',
  'sectorkenmerk',
] as const;
export type Cause = (typeof CAUSES)[number];

/** The scheme by which the sources sorted mentors' questions (sections 2.5.2–2.5.4 of the end report). */
export interface TicketTags {
  readonly theme: Theme | null;
  readonly factors: readonly Factor[];
  readonly cause: string | null;
  readonly support: WantedSupport | null;
  readonly scope: 'collectief' | 'individueel' | null;
  /** What policy makers should know of it; null or absent when there is nothing to tell. */
  readonly signal?: string | null;
}

export interface InternalNote {
  readonly coach: string;
  readonly text: string;
  readonly at: string;
}

/** In the history of a ticket whose asker took the alarm back; `detail` is the kind it had. */
export const FALSE_ALARM_LINE = 'vals alarm';

export interface HistoryLine {
  readonly at: string;
  /** A coach's id, `asker` or `system`. */
  readonly by: string;
  readonly action: string;
  readonly detail: string | null;
}

/** Everyone who waits for this answer: the asker, and who said "ook mijn vraag" or was merged in. */
export interface Watcher {
  readonly conversation: ConversationKey;
  readonly address: Address;
  readonly since: string;
}

export interface TicketFacts {
  readonly id: TicketId;
  /** What people call it: 1001, 1002, … */
  readonly number: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Whole, for the coach. */
  readonly question: string;
  /** Personal data masked: what may be learned from and counted. */
  readonly masked: string;
  readonly conversation: ConversationKey;
  readonly address: Address;
  readonly askerName: string | null;
  readonly profile: Profile;
  readonly tried: readonly TriedItem[];
  readonly reason: EscalationReason;
  readonly urgency: SignalKind | null;
  /** ISO time promised to the asker. */
  readonly dueAt: string;
  readonly tags: TicketTags;
  readonly callback: { readonly when: CallbackSlot; readonly phone: string | null } | null;
  /** True once a coach has written to the asker: from then on the asker's words go to the coach. */
  readonly coachSpoke: boolean;
  readonly attachments: readonly Attachment[];
  readonly notes: readonly InternalNote[];
  readonly watchers: readonly Watcher[];
  readonly minutes: number;
  readonly history: readonly HistoryLine[];
  /** Items learned from this ticket. */
  readonly learned: readonly ItemId[];
  /** The learner's school, as the coach wrote it. */
  readonly school?: string | null;
  /** How the question reads to other askers, so that they can say "ook mijn vraag"; a coach's words, nobody's own. */
  readonly openQuestion?: string | null;
}

export type EscalationReason =
  'asked' | 'unknown' | 'not-helped' | 'none-of-these' | 'urgent' | 'not-for-a-bot' | 'error' | 'language' | 'expired';

export type Ticket = TicketFacts & TicketState;

export const EMPTY_TAGS: TicketTags = { theme: null, factors: [], cause: null, support: null, scope: null };

/** Which status may follow which, and who may do it is the story's affair. */
const NEXT: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['claimed', 'closed'],
  claimed: ['claimed', 'waiting-for-mentor', 'answered', 'closed', 'reopened'],
  'waiting-for-mentor': ['claimed', 'answered', 'closed'],
  answered: ['claimed', 'reopened', 'closed', 'answered'],
  closed: ['reopened'],
  reopened: ['claimed', 'closed'],
};

export function mayBecome(from: TicketStatus, to: TicketStatus): boolean {
  return NEXT[from].includes(to);
}

export function isOpen(ticket: TicketState): boolean {
  return ticket.status !== 'closed' && ticket.status !== 'answered';
}

export function coachOf(ticket: TicketState): string | null {
  return ticket.status === 'new' ? null : ticket.coach;
}

import type { Phase, Theme } from '../../knowledge/entry.js';
import type { SignalKind } from '../../knowledge/signals.js';
import type { TranscriptLine } from '../conversation.js';
import type { AttachmentKind, ChannelName } from '../message.js';
import type { TicketStatus } from '../ticket.js';
import type { DeskTicket } from './desk-ticket.js';

/** What the desk's pages show: shapes only, shared with the page. */

export const VIEWS = ['new', 'mine', 'waiting', 'overdue', 'urgent', 'open', 'snoozed', 'answered', 'closed'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface QueueFilter {
  readonly theme?: Theme | undefined;
  readonly phase?: Phase | undefined;
  readonly channel?: ChannelName | undefined;
  readonly school?: string | undefined;
}

export interface QueueRow {
  readonly id: string;
  readonly number: number;
  readonly status: TicketStatus;
  /** Id of who has it. */
  readonly coach: string | null;
  readonly askerName: string | null;
  readonly channel: ChannelName;
  /** The first words, as typed. */
  readonly excerpt: string;
  readonly theme: Theme | null;
  readonly urgency: SignalKind | null;
  readonly dueAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly overdue: boolean;
  readonly coachSpoke: boolean;
  /** The asker waits for our words. */
  readonly awaitsUs: boolean;
  readonly callback: boolean;
  readonly watchers: number;
  readonly snoozedUntil: string | null;
  readonly school: string | null;
  /** Held by an absent colleague for whom the viewer stands in. */
  readonly forAbsent: boolean;
}

export interface Queue {
  readonly view: ViewName;
  readonly rows: readonly QueueRow[];
  readonly counts: Readonly<Record<ViewName, number>>;
  /** The schools of the open questions, to filter by. */
  readonly schools: readonly string[];
  /** True when rows were left out. */
  readonly more: boolean;
  /** Where the next page of answered or closed questions begins; null for open ones, of which one asks more pages. */
  readonly next: string | null;
  /** Messages that could not be delivered, over all tickets. */
  readonly failed: number;
}

/** A text to use again, as it is kept: with {places} to fill in. */
export interface CannedText {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
  /** A coach's id for his own; null for everybody's. */
  readonly owner: string | null;
}

/** The same, filled in for one ticket. */
export type FilledText = Omit<CannedText, 'owner'>;

export interface Delivery {
  readonly id: string;
  readonly channel: ChannelName;
  readonly to: 'asker' | 'watcher';
  readonly state: 'waiting' | 'failed' | 'sent';
  readonly attempts: number;
  readonly failure: string | null;
  readonly createdAt: string;
  /** What the channel tells of it after sending; null where a channel tells nothing. */
  readonly receipt: 'delivered' | 'read' | null;
}

/** An attachment: what is known of it, and the file when we hold it. */
export interface TicketFile {
  readonly kind: AttachmentKind;
  readonly name: string | null;
  /** A place or a contact, in words. */
  readonly detail: string | null;
  readonly file: string | null;
  /** May be shown or played in the page; else only downloaded. */
  readonly shown: boolean;
  /** Bytes. */
  readonly size: number | null;
}

/** `Omit` that keeps a union a union. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export interface TicketView {
  readonly ticket: Without<DeskTicket, 'address' | 'watchers' | 'attachments'> & { readonly channel: ChannelName };
  readonly version: number;
  readonly transcript: readonly TranscriptLine[];
  readonly watchers: readonly {
    readonly channel: ChannelName;
    readonly since: string;
    readonly number: number | null;
  }[];
  readonly attachments: readonly TicketFile[];
  readonly deliveries: readonly Delivery[];
  readonly merged: readonly { readonly id: string; readonly number: number; readonly question: string }[];
  /** Earlier questions of the same asker, newest first. */
  readonly earlier: readonly QueueRow[];
  readonly overdue: boolean;
  /** The asker waits for our words. */
  readonly awaitsUs: boolean;
  readonly snoozed: boolean;
  /** He asked not to be spoken to unasked. */
  readonly stopped: boolean;
}

export interface SuggestedEntry {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  readonly why: { readonly rankers: Readonly<Record<string, number>>; readonly terms: readonly string[] };
  /** Markdown, ready to insert, with its source. */
  readonly markdown: string;
  readonly path: string;
  readonly certainty: string;
}

export interface SimilarTicket {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly answer: string;
  /** 0–1. */
  readonly likeness: number;
}

export interface Suggestions {
  readonly entries: readonly SuggestedEntry[];
  readonly similar: readonly SimilarTicket[];
}

export interface SearchHit {
  readonly kind: 'ticket' | 'entry';
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly status: TicketStatus | null;
}

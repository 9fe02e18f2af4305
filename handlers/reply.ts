import type { Certainty, ChecklistSection, ItemId, ItemKind } from '../knowledge/entry.js';
import type { SignalKind } from '../knowledge/signals.js';
import type { Action } from './action.js';

/** What the bot says: plain data that every channel renders within its own limits. Markdown where named so. */
export interface Reply {
  readonly parts: readonly ReplyPart[];
  readonly buttons: readonly Button[];
}

export interface Button {
  /** At most 20 characters, so that it fits every channel. */
  readonly label: string;
  /** The whole text where a channel has room for it. */
  readonly title?: string;
  readonly action: Action;
}

export type ReplyPart = TextPart | ItemPart | ChecklistPart | UrgentPart | TicketPart | CoachPart;

export interface TextPart {
  readonly kind: 'text';
  readonly markdown: string;
}

/** The answer of an entry or a term. */
export interface ItemPart {
  readonly kind: 'item';
  readonly id: ItemId;
  readonly itemKind: ItemKind;
  readonly title: string;
  readonly markdown: string;
  /** For whom it is said ("voor een OAO"), when a variant was chosen. */
  readonly variant: string | null;
  readonly helpers: readonly string[];
  readonly sources: readonly string[];
  /** ISO date. */
  readonly checked: string;
  readonly certainty: Certainty;
  /** Past its review date. */
  readonly expired: boolean;
  /** Address of the public page, below the public URL. */
  readonly path: string;
}

export interface ChecklistPart {
  readonly kind: 'checklist';
  readonly id: ItemId;
  readonly title: string;
  readonly markdown: string;
  readonly sections: readonly ChecklistSection[];
  readonly checked: string;
  readonly path: string;
}

export interface UrgentPart {
  readonly kind: 'urgent';
  readonly signal: SignalKind;
  readonly markdown: string;
}

/** A promise, or the state of a ticket. */
export interface TicketPart {
  readonly kind: 'ticket';
  readonly number: number;
  readonly markdown: string;
  /** ISO time by which a coach answers; null once answered. */
  readonly dueAt: string | null;
  readonly state: 'open' | 'answered' | 'closed';
}

/** Words of a coach. */
export interface CoachPart {
  readonly kind: 'coach';
  readonly number: number;
  readonly coach: string;
  readonly markdown: string;
}

export function text(markdown: string): TextPart {
  return { kind: 'text', markdown };
}

export function reply(parts: readonly ReplyPart[], buttons: readonly Button[] = []): Reply {
  return { parts, buttons };
}

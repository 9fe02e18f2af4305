import type { Factor, ItemId, Phase, Slot, Theme } from '../knowledge/entry.js';
import type { SignalKind } from '../knowledge/signals.js';
import type { ChannelName } from './message.js';
import type { Decision, Language } from './outcome.js';
import type { EscalationReason, TicketTags } from './ticket.js';

/** What typed words were: only a question counts as one. */
export type QuestionRole = 'question' | 'reply' | 'command';

/**
 * What the sector's figures are made of. Never tied to a person; text is masked. A field marked `?` came later: lines
 * written before it lack it and still count.
 */
export type TurnEvent =
  | {
      readonly type: 'question';
      readonly at: string;
      readonly channel: ChannelName;
      readonly decision: Decision;
      readonly language: Language;
      readonly urgent: SignalKind | null;
      readonly item: string | null;
      readonly theme: Theme | null;
      readonly phase: Phase | null;
      /** Probability of the best candidate, 0–1. */
      readonly score: number | null;
      readonly asks: Slot | null;
      readonly masked: string;
      readonly role?: QuestionRole;
      readonly factors?: readonly Factor[];
    }
  /** An item chosen among those offered. */
  | {
      readonly type: 'shown';
      readonly at: string;
      readonly item: ItemId;
      readonly theme: Theme | null;
      readonly phase: Phase | null;
      readonly factors: readonly Factor[];
    }
  | { readonly type: 'feedback'; readonly at: string; readonly item: string; readonly helped: boolean }
  | {
      readonly type: 'ticket';
      readonly at: string;
      readonly number: number;
      readonly reason: EscalationReason;
      readonly urgent: SignalKind | null;
      readonly theme: Theme | null;
      readonly channel?: ChannelName;
      /** Items the asker had read before he asked for the coach. */
      readonly shown?: readonly string[];
      readonly factors?: readonly Factor[];
      /** The question as it may be learned from. */
      readonly masked?: string;
    }
  | {
      readonly type: 'first-answer';
      readonly at: string;
      readonly number: number;
      readonly minutes: number;
      readonly late: boolean;
    }
  | {
      readonly type: 'closed';
      readonly at: string;
      readonly number: number;
      readonly by: 'coach' | 'asker' | 'system';
    }
  /** The labels of a ticket as they now are; the newest line of a number holds. The remark is masked. */
  | {
      readonly type: 'labels';
      readonly at: string;
      readonly number: number;
      readonly tags: TicketTags;
    }
  | {
      readonly type: 'minutes';
      readonly at: string;
      readonly number: number;
      readonly minutes: number;
      readonly kind: 'called' | 'worked';
    }
  /** Surveys: `at` is the day alone, so that no answer leads back to a moment in a conversation. */
  | {
      readonly type: 'survey';
      readonly at: string;
      readonly survey: string;
      readonly step: 'invited' | 'started' | 'finished' | 'stopped';
    }
  | {
      readonly type: 'survey-answer';
      readonly at: string;
      readonly survey: string;
      /** Place of the question, from 0. */
      readonly question: number;
      /** A figure of the scale, the place of the choice, or masked words. */
      readonly answer: number | string;
    };

/** Events are kept per month of universal time: `events:2026-11`. */
export function eventLog(at: string): string {
  return `events:${at.slice(0, 7)}`;
}

import type { Phase, Slot, Theme } from '../knowledge/entry.js';
import type { SignalKind } from '../knowledge/signals.js';
import type { ChannelName } from './message.js';
import type { Decision, Language } from './outcome.js';
import type { EscalationReason } from './ticket.js';

/** What the sector's figures are made of. Never tied to a person; text is masked. */
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
    }
  | { readonly type: 'feedback'; readonly at: string; readonly item: string; readonly helped: boolean }
  | {
      readonly type: 'ticket';
      readonly at: string;
      readonly number: number;
      readonly reason: EscalationReason;
      readonly urgent: SignalKind | null;
      readonly theme: Theme | null;
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
    };

/** Events are kept per month of Brussels time: `events:2026-11`. */
export function eventLog(at: string): string {
  return `events:${at.slice(0, 7)}`;
}

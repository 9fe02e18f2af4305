import type { ItemKind, Slot } from '../knowledge/entry.js';
import type { SignalKind } from '../knowledge/signals.js';
import type { Reply } from './reply.js';

/** What a turn came to; the words of `ask --jsonl`. */
export type Decision = 'answer' | 'choose' | 'escalate' | 'urgent' | 'smalltalk' | 'decline';

export type Language = 'nl' | 'fr' | 'en' | 'other';

export interface OutcomeCandidate {
  readonly entry: string;
  readonly kind: ItemKind;
  /** Topic ids of the item's sources. */
  readonly refs: readonly string[];
  /** Calibrated probability, 0–1. */
  readonly score: number;
}

export interface Outcome {
  readonly decision: Decision;
  readonly urgent: SignalKind | null;
  readonly language: Language;
  /** Best first, at most five. */
  readonly candidates: readonly OutcomeCandidate[];
  /** The profile slot asked for in the same reply. */
  readonly asks: Slot | null;
  readonly reply: Reply;
  /** The asker's text as it is kept: masked. */
  readonly stored: string;
}

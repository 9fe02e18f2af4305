import type { Certainty, SourceRef } from './entry.js';
import { SIGNAL_KINDS } from './fields.js';

export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** One group of patterns of which at least one must be in the message. */
export interface SignalRule {
  readonly all: readonly (readonly string[])[];
  readonly not: readonly string[];
}

/** An urgent situation: how to recognise it and what to say at once. */
export interface Signal {
  readonly kind: SignalKind;
  readonly title: string;
  readonly rules: readonly SignalRule[];
  /** Messages that must raise it. */
  readonly examples: readonly string[];
  /** Messages that look like it and must not raise it. */
  readonly lookAlikes: readonly string[];
  /** What the coach is told to do with the ticket. */
  readonly coach: string;
  /** The first-aid text, Markdown, at most five short lines. */
  readonly text: string;
  readonly sources: readonly SourceRef[];
  readonly certainty: Certainty;
  readonly checked: string;
  readonly reviewBy: string;
  readonly file: string;
}

import type { Certainty, ItemId, SourceRef } from './entry.js';

/** In order of urgency. */
export const SIGNAL_KINDS = ['medical', 'safety', 'psychosocial', 'violence', 'inspection'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Groups of patterns of which each must have one in the passage, and patterns that must not stand there. */
export interface SignalRule {
  readonly all: readonly (readonly string[])[];
  readonly not: readonly string[];
  /** The groups stand at most this many words apart. */
  readonly near: number;
}

/** An urgent situation: how to recognise it and what to say at once. */
export interface Signal {
  readonly kind: SignalKind;
  readonly title: string;
  /** Named lists of patterns; every signal's rules may use them as `<name>`. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly SignalRule[];
  /** Messages that must raise it. */
  readonly examples: readonly string[];
  /** Messages that look like it and must not raise it. */
  readonly lookAlikes: readonly string[];
  /** The item that tells what comes after the first hour: "wat moet ik nu nog doen" is read against it. */
  readonly next: ItemId | null;
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

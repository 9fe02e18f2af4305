import { createSignalDetector } from '../../knowledge/detect-signal.js';
import type { Signal, SignalKind } from '../../knowledge/signals.js';

export interface Judged {
  readonly text: string;
  readonly expected: SignalKind | null;
  readonly found: SignalKind | null;
  readonly why: string;
  readonly urgent: number;
  readonly byRule: boolean;
}

/** Every example and look-alike judged by a detector that never saw it: whole messages left out, fold by fold. */
export function crossValidate(signals: readonly Signal[], folds: number): readonly Judged[] {
  return Array.from({ length: folds }, (_unused, fold) => fold).flatMap((fold) => {
    const held = (list: readonly string[]): readonly string[] => list.filter((_text, index) => index % folds === fold);
    const kept = (list: readonly string[]): readonly string[] => list.filter((_text, index) => index % folds !== fold);
    const detector = createSignalDetector(
      signals.map((signal) => ({ ...signal, examples: kept(signal.examples), lookAlikes: kept(signal.lookAlikes) })),
    );
    const judge = (text: string, expected: SignalKind | null): Judged => {
      const found = detector.detect(text, []);
      const { urgent, byRule, why } = detector.assess(text);
      return { text, expected, found: found?.signal.kind ?? null, why, urgent, byRule };
    };
    return signals.flatMap((signal) => [
      ...held(signal.examples).map((text) => judge(text, signal.kind)),
      ...held(signal.lookAlikes).map((text) => judge(text, null)),
    ]);
  });
}

export interface Figures {
  /** Share of urgent messages recognised as urgent. */
  readonly recognised: number;
  /** Share of urgent messages recognised with their own kind. */
  readonly rightKind: number;
  /** Share of look-alikes raised in vain. */
  readonly inVain: number;
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const urgent = judged.filter(({ expected }) => expected !== null);
  const calm = judged.filter(({ expected }) => expected === null);
  return {
    recognised: share(urgent, ({ found }) => found !== null),
    rightKind: share(urgent, ({ expected, found }) => found === expected),
    inVain: share(calm, ({ found }) => found !== null),
  };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}

import { createSignalDetector } from '../../knowledge/detect-signal.js';
import { trainSignals } from '../../knowledge/signal-training.js';
import type { Signal, SignalKind } from '../../knowledge/signals.js';

interface Lessons {
  readonly signals: readonly Signal[];
  readonly ordinary: readonly (readonly string[])[];
}

export interface Judged {
  readonly text: string;
  readonly expected: SignalKind | null;
  readonly found: SignalKind | null;
  readonly why: string;
  readonly urgent: number;
  readonly byRule: boolean;
  /** A phrasing of an entry, not a look-alike. */
  readonly everyday: boolean;
}

/** Messages judged by a detector that never saw them: one in `folds` of the examples, look-alikes and ordinary ones is left out. */
export function crossValidate({ signals, ordinary }: Lessons, folds: number, rounds = folds): readonly Judged[] {
  return Array.from({ length: rounds }, (_unused, fold) => fold).flatMap((fold) => {
    const held = (list: readonly string[]): readonly string[] => list.filter((_text, index) => index % folds === fold);
    const kept = (list: readonly string[]): readonly string[] => list.filter((_text, index) => index % folds !== fold);
    const less = signals.map((signal) => ({
      ...signal,
      examples: kept(signal.examples),
      lookAlikes: kept(signal.lookAlikes),
    }));
    const detector = createSignalDetector(less, trainSignals({ signals: less, ordinary: ordinary.map(kept) }));
    const judge = (text: string, expected: SignalKind | null, everyday = false): Judged => {
      const found = detector.detect(text, []);
      const { urgent, byRule, why } = detector.assess(text);
      return { text, expected, found: found?.signal.kind ?? null, why, urgent, byRule, everyday };
    };
    const written = new Set(signals.flatMap(({ examples }) => examples));
    return [
      ...signals.flatMap((signal) => [
        ...held(signal.examples).map((text) => judge(text, signal.kind)),
        ...held(signal.lookAlikes).map((text) => judge(text, null)),
      ]),
      ...ordinary
        .flatMap(held)
        .filter((text) => !written.has(text))
        .map((text) => judge(text, null, true)),
    ];
  });
}

export interface Figures {
  /** Share of urgent messages recognised as urgent. */
  readonly recognised: number;
  /** Share of urgent messages recognised with their own kind. */
  readonly rightKind: number;
  /** Share of look-alikes raised in vain. */
  readonly inVain: number;
  /** The same among phrasings of entries; a few of those are alarms. */
  readonly everyday: number;
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const urgent = judged.filter(({ expected }) => expected !== null);
  const calm = judged.filter(({ expected, everyday }) => expected === null && !everyday);
  return {
    recognised: share(urgent, ({ found }) => found !== null),
    rightKind: share(urgent, ({ expected, found }) => found === expected),
    inVain: share(calm, ({ found }) => found !== null),
    everyday: share(
      judged.filter(({ everyday }) => everyday),
      ({ found }) => found !== null,
    ),
  };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}

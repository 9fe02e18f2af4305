import { SIGNAL_KINDS } from './fields.js';
import {
  trainClassifier,
  useClassifier,
  type Classifier,
  type Features,
  type Sample,
  type Training,
  type Weights,
} from './signal-classifier.js';
import { toFeatures } from './signal-features.js';
import { createHeadFinder } from './signal-heads.js';
import { toToken } from './signal-patterns.js';
import { toPassages, toSignalWords, type Passage } from './signal-passages.js';
import { createRuleReader, type RuleReader, type RuleReading } from './signal-rules.js';
import { createSignalSpelling } from './signal-spelling.js';
import type { Signal, SignalKind } from './signals.js';

export interface Detected {
  readonly signal: Signal;
  /** For coaches: the probability and what spoke for it. */
  readonly why: string;
}

export interface SignalDetector {
  /** The urgent signal of a message, or null; `before` holds the asker's previous messages, oldest first. */
  detect(text: string, before: readonly string[]): Detected | null;
  readonly model: SignalModel;
  /** The same before the decision; for the eval. */
  assess(text: string): Assessment;
}

export interface Assessment {
  /** That the message is urgent, 0–1. */
  readonly urgent: number;
  readonly kind: SignalKind;
  /** Whether a rule of any kind holds. */
  readonly byRule: boolean;
  readonly why: string;
}

/** Chosen by cross-validation over the examples (tests/signals): recall before precision. */
export const THRESHOLDS = { alone: 0.5, withRule: 0.35, later: 0.15 } as const;

const URGENCY: Training = { rounds: 10, cost: 0.4, yesWeight: 2, minimum: 2 };
const KIND: Training = { rounds: 6, cost: 0.5, yesWeight: 2, minimum: 2 };
/** Margin -> probability: how steep; the border itself is 0.5. */
const STEEPNESS = 2.5;

/** What training finds, as plain data: may be kept per version of the knowledge, so that starting takes no training. */
export interface SignalModel {
  readonly urgency: Weights;
  readonly kinds: readonly (readonly [SignalKind, Weights])[];
}

/**
 * Rules, examples and look-alikes of all signals -> detector; pure and deterministic. Built once per version of the knowledge.
 * Training takes a second or two; hand in the `model` of an earlier build of the same version to skip it.
 */
export function createSignalDetector(all: readonly Signal[], model?: SignalModel): SignalDetector {
  // One order, whatever the order of the files: training sees the examples one after another.
  const signals = SIGNAL_KINDS.flatMap((of) => all.filter(({ kind }) => kind === of));
  const rules = createRuleReader(signals);
  const vocabulary = vocabularyOf(signals, rules);
  const words: Words = { spell: createSignalSpelling(vocabulary), headOf: createHeadFinder(vocabulary) };
  const read = (text: string): readonly Seen[] => see(text, rules, words);
  const classifiers = model ? recall(model) : learn(signals, read);
  const known = knownMessages(signals);
  const byKind = new Map(signals.map((signal) => [signal.kind, signal]));
  const assess = (text: string): Assessment => known.get(keyOf(text)) ?? judge(read(text), classifiers);
  return {
    model: {
      urgency: classifiers.urgency.weights,
      kinds: classifiers.kinds.map(([kind, { weights }]) => [kind, weights] as const),
    },
    assess,
    detect(text, before) {
      const found = decide(text, before, assess);
      const signal = found && byKind.get(found.kind);
      return signal ? { signal, why: found.why } : null;
    },
  };
}

/** A message that is urgent on its own, or that becomes so after what was said just before. */
function decide(text: string, before: readonly string[], assess: (text: string) => Assessment): Assessment | null {
  const now = assess(text);
  if (isUrgent(now)) return now;
  if (now.urgent < THRESHOLDS.later) return null;
  const last = before.slice(-2);
  const whole = assess([...last, text].join('\n'));
  // What was urgent before has had its answer; only what this message adds counts.
  return isUrgent(whole) && whole.urgent > assess(last.join('\n')).urgent
    ? { ...whole, why: `samen met wat ervoor kwam: ${whole.why}` }
    : null;
}

function isUrgent({ urgent, byRule }: Assessment): boolean {
  return urgent >= (byRule ? THRESHOLDS.withRule : THRESHOLDS.alone);
}

/** One passage with all that is seen in it. */
interface Seen {
  readonly features: Features;
  readonly reading: RuleReading;
}

interface Words {
  spell(word: string): string;
  headOf(word: string): string | undefined;
}

function see(text: string, rules: RuleReader, lexicon: Words): readonly Seen[] {
  const passages = toPassages(text).map((passage): Passage => ({
    ...passage,
    words: passage.words.map((word) => lexicon.spell(word)),
  }));
  const tokens = passages.map(({ words }) => words.map((word) => toToken(word, lexicon.headOf(word))));
  const readings = tokens.map((of) => rules.read(of));
  return passages.flatMap((passage, at) => {
    const reading = readings[at];
    if (reading === undefined) return [];
    const around = new Set(readings.flatMap((other, there) => (there === at ? [] : [...other.lists.keys()])));
    return [{ features: toFeatures(passage, tokens[at] ?? [], reading, around), reading }];
  });
}

interface Classifiers {
  readonly urgency: Classifier;
  readonly kinds: readonly (readonly [SignalKind, Classifier])[];
}

function recall({ urgency, kinds }: SignalModel): Classifiers {
  return {
    urgency: useClassifier(urgency),
    kinds: kinds.map(([kind, weights]) => [kind, useClassifier(weights)] as const),
  };
}

function judge(seen: readonly Seen[], { urgency, kinds }: Classifiers): Assessment {
  const margins = seen.map(({ features }) => urgency.margin(features));
  const highest = Math.max(...margins);
  const most = seen[margins.indexOf(highest)];
  if (most === undefined) return { urgent: 0, kind: 'medical', byRule: false, why: 'niets' };
  const urgent = 1 / (1 + Math.exp(-STEEPNESS * highest));
  const kind = firstLikely(kinds.map(([of, classifier]) => [of, classifier.margin(most.features)] as const));
  const held = most.reading.held.map((rule) => `${rule.kind} regel ${rule.number}`);
  const why = [`${kind} ${urgent.toFixed(2)}`, ...held, ...urgency.strongest(most.features, 4)].join(' · ');
  return { urgent, kind, byRule: held.length > 0, why };
}

/** Of kinds that come within this of the likeliest, the most urgent one counts. */
const CLOSE = 0.15;

/** The kinds stand in order of urgency. */
function firstLikely(margins: readonly (readonly [SignalKind, number])[]): SignalKind {
  const likeliest = Math.max(...margins.map(([, margin]) => margin));
  return margins.find(([, margin]) => margin >= likeliest - CLOSE)?.[0] ?? 'medical';
}

/** A message read, with its kind when it is urgent. */
interface Lesson {
  readonly seen: readonly Seen[];
  readonly kind: SignalKind | null;
}

function learn(signals: readonly Signal[], read: (text: string) => readonly Seen[]): Classifiers {
  const lessons = signals.flatMap(({ kind, examples, lookAlikes }): Lesson[] => [
    ...lookAlikes.map((text) => ({ seen: read(text), kind: null })),
    ...examples.map((text) => ({ seen: read(text), kind })),
  ]);
  const clear = lessons.filter(({ seen, kind }) => kind === null || seen.length === 1);
  // Where the alarm of a long story stands, a first round over the short ones tells.
  const first = trainClassifier(clear.flatMap(toSamples), URGENCY);
  const alarms = lessons.map((lesson) =>
    lesson.kind === null || lesson.seen.length === 1 ? lesson : { ...lesson, seen: loudest(lesson.seen, first) },
  );
  const urgency = alarms.length === clear.length ? first : trainClassifier(alarms.flatMap(toSamples), URGENCY);
  const urgent = alarms.filter(({ kind }) => kind !== null);
  const kinds = SIGNAL_KINDS.map((kind) => {
    const samples = urgent.flatMap((lesson) =>
      lesson.seen.map(({ features }) => ({ features, yes: lesson.kind === kind })),
    );
    return [kind, trainClassifier(samples, KIND)] as const;
  });
  return { urgency, kinds };
}

function toSamples({ seen, kind }: Lesson): Sample[] {
  return seen.map(({ features }) => ({ features, yes: kind !== null }));
}

function loudest(seen: readonly Seen[], classifier: Classifier): readonly Seen[] {
  const margins = seen.map(({ features }) => classifier.margin(features));
  return seen.slice(margins.indexOf(Math.max(...margins))).slice(0, 1);
}

/** A written example decides for itself: an editor who adds one sees it work at once. */
function knownMessages(signals: readonly Signal[]): ReadonlyMap<string, Assessment> {
  const known = new Map<string, Assessment>();
  for (const { kind, lookAlikes } of signals) {
    for (const text of lookAlikes)
      known.set(keyOf(text), { urgent: 0, kind, byRule: false, why: 'staat bij de dubbelgangers' });
  }
  for (const { kind, examples } of signals) {
    for (const text of examples)
      known.set(keyOf(text), { urgent: 1, kind, byRule: true, why: 'staat bij de voorbeelden' });
  }
  return known;
}

function keyOf(text: string): string {
  return toSignalWords(text).join(' ');
}

/** Every word of the rules and the examples: what stands there is never taken for a typo. */
function vocabularyOf(signals: readonly Signal[], rules: RuleReader): ReadonlySet<string> {
  const messages = signals.flatMap(({ examples, lookAlikes }) => [...examples, ...lookAlikes]);
  return new Set([...rules.vocabulary, ...messages.flatMap(toSignalWords)]);
}

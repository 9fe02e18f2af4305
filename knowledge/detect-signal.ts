import { SIGNAL_KINDS } from './fields.js';
import { trainClassifier, type Classifier, type Features, type Sample, type Training } from './signal-classifier.js';
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
export const THRESHOLDS = { alone: 0.5, withRule: 0.3, later: 0.15 } as const;

const CALM = 0;
const TRAINING: Training = {
  classes: SIGNAL_KINDS.length + 1,
  rounds: 14,
  rate: 0.35,
  decay: 0.001,
  minimum: 2,
  weightOf: (label) => (label === CALM ? 1 : 2.5),
};

/** Rules, examples and look-alikes of all signals -> detector. Built once per version of the knowledge; pure and deterministic. */
export function createSignalDetector(signals: readonly Signal[]): SignalDetector {
  const rules = createRuleReader(signals);
  const vocabulary = vocabularyOf(signals, rules);
  const words: Words = { spell: createSignalSpelling(vocabulary), headOf: createHeadFinder(vocabulary) };
  const read = (text: string): readonly Seen[] => see(text, rules, words);
  const classifier = learn(signals, read);
  const known = knownMessages(signals);
  const byKind = new Map(signals.map((signal) => [signal.kind, signal]));
  const assess = (text: string): Assessment => known.get(keyOf(text)) ?? judge(read(text), classifier);
  return {
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
  const whole = assess([...before.slice(-2), text].join('\n'));
  return isUrgent(whole) ? { ...whole, why: `samen met wat ervoor kwam: ${whole.why}` } : null;
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

function judge(seen: readonly Seen[], classifier: Classifier): Assessment {
  let highest: Assessment = { urgent: 0, kind: 'medical', byRule: false, why: 'niets' };
  let chances: readonly number[] = [];
  let most: Seen | undefined;
  for (const one of seen) {
    const predicted = classifier.predict(one.features);
    if (most !== undefined && 1 - (predicted[CALM] ?? 1) <= highest.urgent) continue;
    [most, chances] = [one, predicted];
    highest = { ...highest, urgent: 1 - (predicted[CALM] ?? 1) };
  }
  if (most === undefined) return highest;
  const kind = firstLikely(chances);
  const held = most.reading.held.map((rule) => `${rule.kind} regel ${rule.number}`);
  const spoke = classifier.strongest(most.features, SIGNAL_KINDS.indexOf(kind) + 1, 4);
  return {
    urgent: highest.urgent,
    kind,
    byRule: held.length > 0,
    why: [`${kind} ${highest.urgent.toFixed(2)}`, ...held, ...spoke].join(' · '),
  };
}

/** The kinds stand in order of urgency: the first that is at least half as likely as the likeliest. */
function firstLikely(chances: readonly number[]): SignalKind {
  const likeliest = Math.max(...chances.slice(1));
  return SIGNAL_KINDS.find((_kind, index) => (chances[index + 1] ?? 0) >= likeliest * 0.5) ?? 'medical';
}

function learn(signals: readonly Signal[], read: (text: string) => readonly Seen[]): Classifier {
  const short: Sample[] = [];
  const long: { readonly seen: readonly Seen[]; readonly label: number }[] = [];
  for (const { kind, examples, lookAlikes } of signals) {
    for (const text of lookAlikes) for (const { features } of read(text)) short.push({ features, label: CALM });
    for (const text of examples) {
      const seen = read(text);
      const label = SIGNAL_KINDS.indexOf(kind) + 1;
      if (seen.length > 1) long.push({ seen, label });
      else for (const { features } of seen) short.push({ features, label });
    }
  }
  // Where the alarm of a long story stands, a first round over the short ones tells.
  const first = trainClassifier(short, TRAINING);
  const found = long.flatMap(({ seen, label }): Sample[] => {
    const best = seen.reduce((a, b) =>
      (first.predict(a.features)[CALM] ?? 1) <= (first.predict(b.features)[CALM] ?? 1) ? a : b,
    );
    return [{ features: best.features, label }];
  });
  return trainClassifier([...short, ...found], TRAINING);
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

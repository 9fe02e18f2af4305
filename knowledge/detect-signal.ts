import { keepLast, REMEMBERED } from './keep-last.js';
import { useClassifier, type Classifier } from './signal-classifier.js';
import { detectLanguage } from './text/language.js';
import { namesForeignDanger } from './signal-foreign.js';
import { hash, hashPlaces } from './text/hash.js';
import { createSignalReader, inOrder, type Seen, type SignalSource } from './signal-reading.js';
import type { SignalModel } from './signal-training.js';
import { SIGNAL_KINDS, type SignalKind } from './signals.js';

interface Detected<S> {
  readonly signal: S;
  /** For coaches: the probability and what spoke for it. */
  readonly why: string;
}

export interface SignalDetector<S> {
  /** The urgent signal of a message, or null; `before` holds the asker's previous messages, oldest first. */
  detect(text: string, before: readonly string[]): Detected<S> | null;
  /** Below an alarm, but near one: a word about 112 does no harm. */
  soundsDangerous(text: string): boolean;
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

/** Chosen on writers left out of training (npm run signals:by-hand): recall before precision. */
export const THRESHOLDS = { alone: 0.45, withRule: 0.33, later: 0.2, perhaps: 0.32 } as const;

/** Margin -> probability: how steep; the border itself is 0.5. */
const STEEPNESS = 2.5;
/** In another language than the examples are mostly in: so sure that no word of danger is needed. */
const SURE = 0.65;
/** What a message must be louder, in margin, each time its passages double: long stories of writers left out chose it. */
const PER_DOUBLING = 0.2;
/** Longer than eight passages is no reason for more: an alarm in the middle of a whole page is still one. */
const MOST_DOUBLINGS = 3;
/** Of kinds that come within this of the likeliest, the most urgent one counts. */
const CLOSE = 0.15;

/**
 * Rules, examples and look-alikes of all signals -> detector; pure and deterministic.
 * Built once per version of the knowledge; `model` is what trainSignals learned from it.
 */
export function createSignalDetector<S extends SignalSource>(all: readonly S[], model: SignalModel): SignalDetector<S> {
  const signals = inOrder(all);
  const read = createSignalReader(signals, model.words.split(' '));
  const classifiers = recall(model);
  const known = knownMessages(signals);
  const byKind = new Map(signals.map((signal) => [signal.kind, signal]));
  // One turn asks for the same message more than once, while others have their go.
  const assess = keepLast(REMEMBERED, (text: string): Assessment => {
    const kept = known(text);
    if (kept) return kept;
    const judged = judge(read(text), classifiers);
    return judged.byRule || judged.urgent >= SURE || detectLanguage(text) === 'nl' || namesForeignDanger(text)
      ? judged
      : unheard(judged);
  });
  return {
    assess,
    soundsDangerous: (text) => assess(text).urgent >= THRESHOLDS.perhaps,
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

/** Told in another language, without a word of danger. */
function unheard(judged: Assessment): Assessment {
  return { ...judged, urgent: 0, why: `${judged.why} · geen Nederlands, geen gevaar genoemd` };
}

function isUrgent({ urgent, byRule }: Assessment): boolean {
  return urgent >= (byRule ? THRESHOLDS.withRule : THRESHOLDS.alone);
}

interface Classifiers {
  readonly urgency: Classifier;
  readonly kinds: Classifier;
}

function recall({ urgency, kinds }: SignalModel): Classifiers {
  return {
    urgency: useClassifier(urgency.table, [urgency.border]),
    kinds: useClassifier(kinds.table, kinds.borders),
  };
}

function judge(seen: readonly Seen[], { urgency, kinds }: Classifiers): Assessment {
  const margins = seen.map(({ features }) => urgency.margins(features)[0] ?? 0);
  const highest = Math.max(...margins);
  const most = seen[margins.indexOf(highest)];
  if (most === undefined) return { urgent: 0, kind: 'medical', byRule: false, why: 'niets' };
  // A long message has more passages, and each is a chance of a false alarm.
  const urgent =
    1 / (1 + Math.exp(-STEEPNESS * (highest - PER_DOUBLING * Math.min(MOST_DOUBLINGS, Math.log2(seen.length)))));
  // Looked for when somebody asks: nearly every message is no alarm.
  const kindOf = (): SignalKind => firstLikely(kinds.margins(most.features));
  const held = most.reading.held.map((rule) => `${rule.kind} regel ${String(rule.number)}`);
  return {
    urgent,
    get kind() {
      return kindOf();
    },
    byRule: held.length > 0,
    get why() {
      const names = most.names();
      const strongest = urgency.strongest(most.features, 4).map((place) => names[place] ?? '');
      return [`${kindOf()} ${urgent.toFixed(2)}`, ...held, ...strongest].join(' · ');
    },
  };
}

/** The kinds stand in order of urgency. */
function firstLikely(margins: readonly number[]): SignalKind {
  const likeliest = Math.max(...margins);
  return SIGNAL_KINDS[margins.findIndex((margin) => margin >= likeliest - CLOSE)] ?? 'medical';
}

/** A written example decides for itself: an editor who adds one sees it work at once. The signals hold the messages: kept here are only their places. */
function knownMessages(signals: readonly SignalSource[]): (text: string) => Assessment | null {
  const messages: string[] = [];
  const meanings: Assessment[] = [];
  const add = (texts: readonly string[], meaning: Assessment): void => {
    for (const text of texts) meanings[messages.push(text) - 1] = meaning;
  };
  // Of a message that stands in both, the first counts.
  for (const { kind, examples } of [...signals].reverse())
    add(examples, { urgent: 1, kind, byRule: true, why: 'staat bij de voorbeelden' });
  for (const { kind, lookAlikes } of [...signals].reverse())
    add(lookAlikes, { urgent: 0, kind, byRule: false, why: 'staat bij de dubbelgangers' });
  const places = hashPlaces(Uint32Array.from(messages, (text) => hash(keyOf(text))));
  return (text) => {
    const key = keyOf(text);
    const place = places.find(hash(key), (at) => keyOf(messages[at] ?? '') === key);
    return meanings[place] ?? null;
  };
}

/** Capitals and punctuation make no other message. */
function keyOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

import { listenTo, type Border, type FeatureTable } from './signal-classifier.js';
import { FeatureNumbers } from './signal-numbers.js';
import { createSignalReader, inOrder, messageWords, type SignalSource } from './signal-reading.js';
import { toRows, trainBorders, trainLightBorder, type Rows, type Training } from './signal-svm.js';
import { SIGNAL_KINDS, type SignalKind } from './signals.js';

/** Raise when features or training change: an older kept model would not fit the code. */
export const DETECTOR_VERSION = 12;

/** What training finds, as plain data: kept per version of the signals, so that starting takes no training. */
export interface SignalModel {
  readonly format: 2;
  /** Every word of the messages learned from, so that starting need not read them again. */
  readonly words: string;
  readonly urgency: { readonly table: FeatureTable; readonly border: Border };
  /** One border per kind, in the order of SIGNAL_KINDS. */
  readonly kinds: { readonly table: FeatureTable; readonly borders: readonly Border[] };
}

const URGENCY: Training = { rounds: 10, cost: 1, yesWeight: 4 };
/** Only to choose what is learned from: more rounds choose no better. */
const FIRST: Training = { ...URGENCY, rounds: 4 };
const KIND: Training = { rounds: 6, cost: 0.5, yesWeight: 2 };
/** A feature seen in fewer samples is left out. */
const LEAST_SAMPLES = { urgency: 2, kinds: 3 } as const;
const MOST_FEATURES = 120_000;
/** Which kind an emergency is, its words tell: no pairs at a distance. */
const TELLS_KIND = Array.from('wpclr', (sort) => sort.charCodeAt(0));
/** Learning reads every message at once: each word of theirs is looked at once. */
const ALL_WORDS = 1_000_000;
/** Passages of a long emergency that are learned from: where it stands, and what stands beside it. */
const LOUDEST = 2;

/** A message read, with its kind when it is urgent. */
interface Lesson {
  readonly text: string;
  /** Its passages, each as numbers of features. */
  readonly seen: readonly Int32Array[];
  readonly byRule: boolean;
  readonly kind: SignalKind | null;
}

/** Reads messages for learning. */
interface Study {
  readonly lesson: (text: string, kind: SignalKind | null) => Lesson;
  readonly numbers: FeatureNumbers;
}

/** What a detector learns from. */
export interface SignalLessons {
  readonly signals: readonly SignalSource[];
  /** Messages of any day, by entry. */
  readonly ordinary: readonly (readonly string[])[];
}

/** One ordinary message in so many is learned from whatever it says; of the others only what comes near an alarm. */
const ONE_IN = 4;
const NEAR_ALARM = -0.35;
/**
 * An entry of which more than this share sounds like an alarm is about emergencies: it teaches nothing about ordinary
 * days. High enough to keep the entries beside an emergency (a learner who does not show up): those must be told apart.
 */
const MOST_ALARMING = 0.4;

/** Examples, look-alikes and ordinary messages -> model; deterministic, some seconds. */
export function trainSignals({ signals: all, ordinary }: SignalLessons): SignalModel {
  const signals = inOrder(all);
  const words = messageWords(signals);
  const study = startStudy(signals, words);
  const lessons = toLessons(signals, study);
  const days = toDays(signals, ordinary, study);
  const clear = lessons.filter(({ seen, kind }) => kind === null || seen.length === 1);
  // Where the alarm of a long story stands, and which ordinary messages come near one, a first round tells.
  const first = learnUrgency(
    [...clear, ...days.flatMap((day) => day.filter((lesson) => isSample(lesson) && !lesson.byRule))],
    study,
    FIRST,
  );
  const loudness = listenTo(first.table, first.border, study.numbers.keys);
  const alarms = lessons.map((lesson) =>
    lesson.kind === null || lesson.seen.length === 1 ? lesson : { ...lesson, seen: loudest(lesson.seen, loudness) },
  );
  const urgency = learnUrgency([...alarms, ...days.flatMap((day) => instructive(day, loudness))], study, URGENCY);
  return { format: 2, words: words.join(' '), urgency, kinds: learnKinds(alarms, study) };
}

function startStudy(signals: readonly SignalSource[], words: readonly string[]): Study {
  const read = createSignalReader(signals, words, ALL_WORDS);
  const numbers = new FeatureNumbers();
  return {
    numbers,
    lesson: (text, kind) => {
      const seen = read(text);
      return {
        text,
        seen: seen.map(({ features }) => numbers.of(features)),
        byRule: seen.some(({ reading }) => reading.held.length > 0),
        kind,
      };
    },
  };
}

function toLessons(signals: readonly SignalSource[], { lesson }: Study): readonly Lesson[] {
  return signals.flatMap(({ kind, examples, lookAlikes }) => [
    ...lookAlikes.map((text) => lesson(text, null)),
    ...examples.map((text) => lesson(text, kind)),
  ]);
}

function toDays(
  signals: readonly SignalSource[],
  ordinary: SignalLessons['ordinary'],
  { lesson }: Study,
): readonly (readonly Lesson[])[] {
  const written = new Set(signals.flatMap(({ examples }) => examples.map((text) => text.toLowerCase())));
  return ordinary.map((day) =>
    day.filter((text) => !written.has(text.toLowerCase())).map((text) => lesson(text, null)),
  );
}

/** What an entry teaches about ordinary days: a sample, and everything that would raise a false alarm. */
function instructive(day: readonly Lesson[], loudness: Loudness): readonly Lesson[] {
  const heard = day.map((lesson) => ({ lesson, margin: Math.max(...lesson.seen.map(loudness)) }));
  if (heard.filter(({ margin }) => margin > 0).length > MOST_ALARMING * day.length) return [];
  return heard.filter(({ lesson, margin }) => isSample(lesson) || margin > NEAR_ALARM).map(({ lesson }) => lesson);
}

/** By the text itself, so that a message that comes or goes does not change the choice of the others. */
function isSample({ text, seen }: Lesson): boolean {
  // Long stories are few, and each has many passages that could sound like an alarm.
  if (seen.length > 1) return true;
  let sum = 7;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) >>> 0;
  return sum % ONE_IN === 0;
}

function learnUrgency(lessons: readonly Lesson[], study: Study, training: Training): SignalModel['urgency'] {
  const { rows, labels } = toSamples(lessons, study.numbers, LEAST_SAMPLES.urgency);
  const yes = labels.map((kind) => kind !== null);
  return trainLightBorder(rows, yes, training, MOST_FEATURES);
}

function learnKinds(lessons: readonly Lesson[], study: Study): SignalModel['kinds'] {
  const telling = study.numbers.sorts.map((sort) => Number(TELLS_KIND.includes(sort)));
  const urgent = lessons
    .filter(({ kind }) => kind !== null)
    .map((lesson) => ({
      ...lesson,
      seen: lesson.seen.map((features) => features.filter((feature) => telling[feature] === 1)),
    }));
  const { rows, labels } = toSamples(urgent, study.numbers, LEAST_SAMPLES.kinds);
  const kinds = SIGNAL_KINDS.map((kind) => labels.map((label) => label === kind));
  return trainBorders(rows, kinds, KIND);
}

function toSamples(
  lessons: readonly Lesson[],
  numbers: FeatureNumbers,
  least: number,
): { readonly rows: Rows; readonly labels: readonly (SignalKind | null)[] } {
  return {
    rows: toRows(
      lessons.flatMap(({ seen }) => seen),
      numbers,
      least,
    ),
    labels: lessons.flatMap(({ seen, kind }) => seen.map(() => kind)),
  };
}

type Loudness = (features: Int32Array) => number;

function loudest(seen: readonly Int32Array[], loudness: Loudness): readonly Int32Array[] {
  const heard = seen.map((features) => ({ features, margin: loudness(features) }));
  return heard
    .sort((a, b) => b.margin - a.margin)
    .slice(0, LOUDEST)
    .map(({ features }) => features);
}

import { useClassifier, type Border, type FeatureTable } from './signal-classifier.js';
import { createSignalReader, inOrder, type Seen, type SignalReader, type SignalSource } from './signal-reading.js';
import { toRows, trainBorder, type Rows, type Training } from './signal-svm.js';
import { SIGNAL_KINDS, type SignalKind } from './signals.js';

/** Raise when features or training change: an older kept model would not fit the code. */
export const DETECTOR_VERSION = 1;

/** What training finds, as plain data: kept per version of the signals, so that starting takes no training. */
export interface SignalModel {
  readonly format: 1;
  readonly urgency: { readonly table: FeatureTable; readonly border: Border };
  /** One border per kind, in the order of SIGNAL_KINDS. */
  readonly kinds: { readonly table: FeatureTable; readonly borders: readonly Border[] };
}

const URGENCY: Training = { rounds: 10, cost: 0.4, yesWeight: 2 };
const KIND: Training = { rounds: 6, cost: 0.5, yesWeight: 2 };
const LEAST_SAMPLES = 2;

/** A message read, with its kind when it is urgent. */
interface Lesson {
  readonly seen: readonly Seen[];
  readonly kind: SignalKind | null;
}

/** Examples and look-alikes of all signals -> model; deterministic, some seconds. */
export function trainSignals(all: readonly SignalSource[], reader?: SignalReader): SignalModel {
  const signals = inOrder(all);
  const read = reader ?? createSignalReader(signals);
  const lessons = signals.flatMap(({ kind, examples, lookAlikes }): Lesson[] => [
    ...lookAlikes.map((text) => ({ seen: read(text), kind: null })),
    ...examples.map((text) => ({ seen: read(text), kind })),
  ]);
  const clear = lessons.filter(({ seen, kind }) => kind === null || seen.length === 1);
  // Where the alarm of a long story stands, a first round over the short ones tells.
  const first = learnUrgency(clear);
  const alarms = lessons.map((lesson) =>
    lesson.kind === null || lesson.seen.length === 1 ? lesson : { ...lesson, seen: loudest(lesson.seen, first) },
  );
  const urgency = alarms.length === clear.length ? first : learnUrgency(alarms);
  return { format: 1, urgency, kinds: learnKinds(alarms) };
}

function learnUrgency(lessons: readonly Lesson[]): SignalModel['urgency'] {
  const { rows, labels } = toSamples(lessons);
  const yes = labels.map((kind) => kind !== null);
  return { table: rows.table, border: trainBorder(rows, yes, URGENCY) };
}

function learnKinds(lessons: readonly Lesson[]): SignalModel['kinds'] {
  const { rows, labels } = toSamples(lessons.filter(({ kind }) => kind !== null));
  const borders = SIGNAL_KINDS.map((kind) =>
    trainBorder(
      rows,
      labels.map((label) => label === kind),
      KIND,
    ),
  );
  return { table: rows.table, borders };
}

function toSamples(lessons: readonly Lesson[]): {
  readonly rows: Rows;
  readonly labels: readonly (SignalKind | null)[];
} {
  const samples = lessons.flatMap(({ seen, kind }) => seen.map(({ features }) => ({ features, kind })));
  return {
    rows: toRows(
      samples.map(({ features }) => features),
      LEAST_SAMPLES,
    ),
    labels: samples.map(({ kind }) => kind),
  };
}

function loudest(seen: readonly Seen[], { table, border }: SignalModel['urgency']): readonly Seen[] {
  const classifier = useClassifier(table, [border]);
  const margins = seen.map(({ features }) => classifier.margins(features)[0] ?? 0);
  return seen.slice(margins.indexOf(Math.max(...margins))).slice(0, 1);
}

import type { Item } from '../entry.js';
import { analyse, createTextLayer, toWords, type Analysis, type TextLayer } from '../text/analyse.js';
import { createConceptFinder, type ConceptTable } from '../text/concepts.js';
import { createLexicon } from '../text/lexicon.js';
import { withoutSlips } from '../text/slips.js';
import type { Model } from './model.js';
import { OFF_TOPIC } from './off-topic.js';
import { packBytes } from './pack.js';
import { quantise } from './quantise.js';
import { chooseFeatures, createTextReader, vectorsOf } from './read-texts.js';
import { trainSoftmax } from './softmax.js';
import { itemTexts } from './train-texts.js';
import { trainWithin } from './train-within.js';
import { headingWords, plainText, topicsOf, trainingTexts, type TrainingText } from './training-texts.js';

export interface TrainOptions {
  readonly concepts: ConceptTable;
  /** Lines that are not ours to answer; the built-in list unless given. */
  readonly offTopic?: readonly string[];
}

/** Ours or not, on its own: against tens of thousands of our lines a few thousand others only count when each weighs more. */
const SCOPE_PLAN = { epochs: 2, rate: 3, seed: 3, dropout: 0.2, classes: 2 } as const;
const SCOPE_WEIGHT = 6;
const TOPIC_PLAN = { epochs: 3, rate: 3, seed: 1, dropout: 0 } as const;
/** Our few hundred off-topic lines stand for everything else in the world: each counts double. */
const OFF_TOPIC_WEIGHT = 1.5;

/** Items -> model. Deterministic; about 10 seconds for 800 items with 40,000 phrasings. More rounds over as many gain writers left out nothing. */
export function train(items: readonly Item[], options: TrainOptions): Model {
  const topics = [...new Set(items.map((item) => topicsOf(item)[0] ?? ''))];
  const refNames = [...new Set([...topics, ...items.flatMap(topicsOf)])];
  const offTopic: TrainingText[] = (options.offTopic ?? OFF_TOPIC).map((text) => ({
    text,
    item: -1,
    weight: OFF_TOPIC_WEIGHT,
    field: null,
  }));
  const texts = [...trainingTexts(items), ...offTopic];
  const words = texts.map(({ text }) => toWords(text));
  const written = countWords([...words, ...items.map((item) => toWords(item.details))]);
  const counts = withoutSlips(written);
  const vocabularyWords = [...counts.keys()].join(' ');
  const parts = {
    lexicon: createLexicon(vocabularyWords, Uint32Array.from(counts.values())),
    concepts: createConceptFinder(options.concepts),
  };
  const layer = createTextLayer(parts, 2 * counts.size);
  const reader = createTextReader(layer);
  const read = words.map(reader.read);
  const chosen = chooseFeatures(read, reader.names);
  const { vocabulary } = chosen;
  const vectors = vectorsOf(read, chosen);
  const main = items.map((item) => topics.indexOf(topicsOf(item)[0] ?? ''));
  const none = topics.length;
  const examples = texts.map(({ item, weight }, at) => ({
    vector: vectors[at] ?? EMPTY,
    label: item < 0 ? none : (main[item] ?? none),
    weight,
    item,
  }));
  const topic = trainSoftmax(examples, {
    ...TOPIC_PLAN,
    features: vocabulary.names.size,
    classes: topics.length + 1,
  });
  const scope = trainSoftmax(
    examples.map(({ vector, item, weight }) => ({
      vector,
      label: item < 0 ? 1 : 0,
      weight: item < 0 ? SCOPE_WEIGHT : weight,
    })),
    { ...SCOPE_PLAN, features: vocabulary.names.size },
  );
  const ours = examples.filter(({ item }) => item >= 0);
  return {
    format: 4,
    items: items.map((item, at) => ({
      id: item.id,
      kind: item.kind,
      topic: main[at] ?? none,
      refs: topicsOf(item).map((ref) => refIndex(refNames, ref, topics.length)),
      heading: headingOf(item, layer),
    })),
    topics: [...topics, 'none'],
    words: vocabularyWords,
    wordCounts: packBytes(Uint16Array.from(counts.values(), (count) => Math.min(count, 65_535))),
    features: chosen.lines,
    df: packBytes(chosen.df),
    total: texts.length,
    topicWeights: quantise(topic.weights, topics.length + 1),
    topicBias: [...topic.bias],
    scopeWeights: quantise(scope.weights, 2),
    scopeBias: [...scope.bias],
    within: topics.map((_name, index) =>
      trainWithin(
        ours.filter(({ label }) => label === index),
        { mainTopics: main, topic: index, plain: vocabulary.plain },
      ),
    ),
    texts: itemTexts(
      { texts, read, details: items.map((item) => reader.read(toWords(plainText(item.details)))) },
      chosen.ids,
    ),
  };
}

const EMPTY = { ids: new Uint32Array(0), values: new Float32Array(0) };

/** Refs that are nobody's main topic get an index beyond the classifier's. */
function refIndex(names: readonly string[], ref: string, topics: number): number {
  const at = names.indexOf(ref);
  return at < topics ? at : at + 1;
}

function countWords(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function headingOf(item: Item, layer: TextLayer): string {
  const { stems, parts }: Analysis = analyse(`${item.title} ${headingWords(item)}`, layer);
  return [...stems, ...parts].join(' ');
}

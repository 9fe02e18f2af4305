import type { Item, ItemId } from '../entry.js';
import { keepLast, REMEMBERED } from '../keep-last.js';
import { analyse, createTextLayer, type Analysis, type TextLayer } from '../text/analyse.js';
import { createConceptFinder, type ConceptTable } from '../text/concepts.js';
import { createGloss, type Gloss } from '../text/gloss.js';
import { detectLanguage } from '../text/language.js';
import { createLexicon } from '../text/lexicon.js';
import { LONGEST_TEXT, splitSentences } from '../text/sentences.js';
import { createBm25 } from './bm25.js';
import { calibrate, notOurs, type Signs } from './calibrate.js';
import { createClassifier } from './classifier.js';
import { contend, gather, type Contender, type Question, type Rankers } from './combine.js';
import { featuresOf, type FeatureKeys } from './features.js';
import { createFuzzyRanker } from './fuzzy.js';
import type { Candidate, Kin, Matcher, MatchResult } from './match.js';
import type { Model } from './model.js';
import { nearestKin } from './nearest-kin.js';
import { unpackUint16 } from './pack.js';
import { select, type Selected } from './select.js';
import { mixStory } from './story.js';
import { createVocabulary, featureIds, toVector, type Vocabulary } from './vectors.js';
import { RANKER_WEIGHTS } from './weights.js';

export interface MatcherParts {
  readonly model: Model;
  readonly concepts: ConceptTable;
  /** Ids that exist today; a cached model never offers what was withdrawn. */
  readonly items?: readonly Pick<Item, 'id'>[];
}

/** Everything the matcher saw and thought of one question; MatchResult is its public half. */
export interface Insight {
  readonly contenders: readonly Contender[];
  /** How much of the question the best item's text covers (0–1). */
  readonly coverage: number;
  /** Log-odds that the question is not ours. */
  readonly foreign: number;
  /** Probability (0–1) of the class "not ours" beside the topics. */
  readonly none: number;
  readonly knownShare: number;
  readonly analysis: Analysis;
}

export interface InsightfulMatcher extends Matcher {
  inspect(text: string): Insight;
}

/** Model -> matcher. Unpacks in well under a second; asks nothing of the outside. */
export function createMatcher({ model, concepts, items }: MatcherParts): InsightfulMatcher {
  const vocabulary = createVocabulary(model.features, unpackUint16(model.df), model.total);
  const layer = createTextLayer({
    lexicon: createLexicon(model.words, unpackUint16(model.wordCounts).slice()),
    concepts: createConceptFinder(concepts),
  });
  // Not the model itself: what was unpacked from it must not be kept twice.
  const kept: Rankers['model'] = { items: model.items };
  const rankers: Rankers = {
    model: kept,
    classifier: createClassifier(model),
    bm25: createBm25(model, vocabulary),
    fuzzy: createFuzzyRanker(),
    plain: vocabulary.plain,
  };
  const present = items ? new Set<string>(items.map(({ id }) => id)) : null;
  const questions: Questions = { vocabulary, features: featureIds(vocabulary) };
  const gloss: Gloss = createGloss();
  // One turn asks for the same message more than once, while others have their go.
  const inspect = keepLast(REMEMBERED, (text: string): Insight =>
    look(gloss(text, detectLanguage(text)), layer, questions, rankers),
  );
  return {
    inspect,
    match(text, options = {}) {
      const insight = inspect(text);
      const known = insight.contenders.filter(
        ({ index }) => present === null || present.has(kept.items[index]?.id ?? ''),
      );
      return publish({ ...insight, contenders: known }, kept, vocabulary, options.limit ?? 5);
    },
  };
}

/** What makes a question of a text. */
interface Questions {
  readonly vocabulary: Vocabulary;
  readonly features: FeatureKeys<number>;
}

function look(text: string, layer: TextLayer, questions: Questions, rankers: Rankers): Insight {
  const sentences = splitSentences(text);
  const kept = text.length <= LONGEST_TEXT ? text : sentences.join(' ');
  const analysis = analyse(kept, layer);
  const question = toQuestion(analysis, questions);
  const evidence = gather(question, rankers);
  const whole = mixStory(evidence, sentences, (sentence) =>
    gather(toQuestion(analyse(sentence, layer, 60), questions), rankers),
  );
  const contenders = contend(question.vector, analysis.stems, whole, rankers, RANKER_WEIGHTS);
  const long = analysis.words.filter((word) => word.length >= 3).length;
  return {
    contenders,
    coverage: whole.bm25.coverage,
    foreign: whole.foreign,
    none: whole.topics.at(-1) ?? 0,
    knownShare: long === 0 ? (analysis.words.length > 0 ? 1 : 0) : 1 - analysis.unknown.length / long,
    analysis,
  };
}

function toQuestion(analysis: Analysis, { vocabulary, features }: Questions): Question {
  const vector = toVector(featuresOf(analysis, features), vocabulary);
  const unknown = new Set(analysis.stems.filter((stem) => features.one('stem', stem) < 0)).size;
  return { vector, unknown };
}

function publish(insight: Insight, model: Rankers['model'], vocabulary: Vocabulary, limit: number): MatchResult {
  const { analysis, contenders } = insight;
  let ceiling = 1;
  const chosen = select(contenders, model, Math.max(limit, 2));
  const found = chosen.flatMap((one): Found[] => {
    // The order was chosen for the list as a whole: no later candidate may look surer than an earlier one.
    ceiling = Math.min(ceiling, calibrate(signsFor(one, insight)));
    return toFound(one.contender, ceiling);
  });
  const [first] = found;
  return {
    candidates: found.slice(0, limit).map(({ candidate }) => candidate),
    margin: lead(found),
    ...(first && chosen[0] ? { kin: kinOf(first.candidate, chosen[0].contender) } : {}),
    terms: [...new Set([...analysis.stems, ...analysis.parts])],
    concepts: analysis.concepts,
    knownShare: insight.knownShare,
    notOurs: chosen[0] ? notOurs(signsFor(chosen[0], insight)) : 1,
  };

  function toFound(contender: Contender, score: number): Found[] {
    const item = model.items[contender.index];
    if (!item) return [];
    const candidate = {
      id: item.id as ItemId,
      kind: item.kind,
      score,
      // Made when somebody asks: most turns do not.
      get why() {
        return { rankers: round(contender.rankers), terms: sharedTerms(analysis, item.heading, vocabulary) };
      },
    };
    return [{ candidate, refs: item.refs }];
  }

  function kinOf({ id, score }: Candidate, contender: Contender): Kin | null {
    const kin = nearestKin(contender, contenders, model);
    const [shown] = kin ? toFound(kin.contender, score * (1 - kin.lead)) : [];
    return kin && shown ? { of: id, candidate: shown.candidate, lead: kin.lead } : null;
  }
}

interface Found {
  readonly candidate: Candidate;
  readonly refs: readonly number[];
}

/** What a chosen contender shows, for its probability. */
export function signsFor(
  { contender, topicShare, topics, lead }: Selected,
  insight: Omit<Insight, 'contenders'>,
): Signs {
  const { coverage, knownShare, foreign, none, analysis } = insight;
  return {
    share: topicShare,
    topics,
    lead,
    coverage: coverage * contender.rankers.bm25,
    knownShare,
    foreign,
    none,
    words: analysis.words.length,
  };
}

/** How far the best leads over the next that answers something else: two items of one topic are no doubt about it. */
function lead([best, ...others]: readonly Found[]): number {
  if (!best) return 0;
  const rival = others.find(({ refs }) => !refs.some((ref) => best.refs.includes(ref)));
  return best.candidate.score - (rival?.candidate.score ?? 0);
}

function round(opinions: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(opinions).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
}

/** Terms of the question that stand in the item's heading, rarest first. */
function sharedTerms(analysis: Analysis, heading: string, vocabulary: Vocabulary): string[] {
  const own = new Set(heading.split(' '));
  const rarity = (stem: string): number => vocabulary.idf[vocabulary.names.find(`s:${stem}`)] ?? 0;
  return [...new Set([...analysis.stems, ...analysis.parts])]
    .filter((stem) => own.has(stem))
    .sort((a, b) => rarity(b) - rarity(a))
    .slice(0, 6);
}

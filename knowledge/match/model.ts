import type { ItemKind } from '../entry.js';
import type { Packed } from './pack.js';

/** A trained matcher as plain JSON; binary parts are base64, or bytes when read from a packed file (see pack.ts). Made by train(), read by createMatcher(). */
export interface Model {
  readonly format: 4;
  readonly items: readonly ModelItem[];
  /** Topic names; the last one stands for "not ours". */
  readonly topics: readonly string[];
  /** Every word of our texts, separated by spaces, and how often it stands there. */
  readonly words: string;
  readonly wordCounts: Packed;
  /** Feature names, one a line; the plain ones first. */
  readonly features: string;
  readonly df: Packed;
  readonly total: number;
  /** Topic classifier: one row of `topics.length` weights per feature, each row with its own scale. */
  readonly topicWeights: QuantisedRows;
  readonly topicBias: readonly number[];
  /** Ours or not: two columns per feature. */
  readonly scopeWeights: QuantisedRows;
  readonly scopeBias: readonly number[];
  /** Per topic, the classifier among its own items. */
  readonly within: readonly WithinTopic[];
  /** Every item as ascending feature ids with field-weighted counts (in quarters), for BM25F. */
  readonly texts: { readonly start: Packed; readonly ids: Packed; readonly counts: Packed };
}

export interface ModelItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** Index into topics of the main topic. */
  readonly topic: number;
  /** Indexes of all its topics, the main one first. */
  readonly refs: readonly number[];
  /** Title and keywords after the text layer, for the fuzzy ranker. */
  readonly heading: string;
}

export interface QuantisedRows {
  readonly values: Packed;
  readonly scales: Packed;
}

export interface WithinTopic {
  /** Item indexes, in the order of the columns. */
  readonly items: readonly number[];
  readonly bias: readonly number[];
  /** Features known in this topic, ascending (Uint32). */
  readonly ids: Packed;
  readonly rows: QuantisedRows;
}

import type { Certainty, ChecklistSection, ItemId, ItemKind } from '../knowledge/entry.js';
import type { Model } from '../knowledge/match/model.js';
import type { SignalModel } from '../knowledge/signal-training.js';
import type { Signal } from '../knowledge/signals.js';

/** What a phone carries to answer without network: /kennis.json. Texts are rendered by the server. */
export interface Kennis {
  readonly v: 1;
  /** Of the library. */
  readonly version: string;
  /** ISO date on which it was made. */
  readonly date: string;
  readonly items: readonly KennisItem[];
  readonly signals: readonly KennisSignal[];
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly thresholds: KennisThresholds;
  /** The matcher, made small; null while the matcher of this version is being trained. */
  readonly model: Model | null;
  /** The same weights as the server's, so that danger sounds alike; null while they are being trained. */
  readonly signalModel: SignalModel | null;
}

export interface KennisItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly title: string;
  readonly html: string;
  readonly path: string;
  readonly checked: string;
  readonly reviewBy: string;
  readonly certainty: Certainty;
  readonly helpers: readonly string[];
  readonly sources: readonly string[];
  readonly variants: readonly { readonly label: string; readonly html: string }[];
  /** The longer text; null when there is none. */
  readonly more: string | null;
  /** Other names of a term. */
  readonly aka: readonly string[];
  /** How a word or a checklist is asked for; the questions of entries are in the model. */
  readonly phrasings: readonly string[];
  readonly sections: readonly ChecklistSection[];
}

export type KennisSignal = Pick<Signal, 'kind' | 'words' | 'rules' | 'examples' | 'lookAlikes'> & {
  readonly html: string;
};

/** From when on a match is an answer, or a choice. */
export interface KennisThresholds {
  readonly answer: number;
  readonly answerMargin: number;
  /** Absent in what a phone fetched before it was there. */
  readonly kinLead?: number;
  readonly choose: number;
  readonly knownShare: number;
  readonly notOursAnswer: number;
}

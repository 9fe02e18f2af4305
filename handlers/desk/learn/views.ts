import type { Certainty, ItemKind, Phase, Theme } from '../../../knowledge/entry.js';
import type { Problem } from '../../../knowledge/problem.js';
import type { ChannelPreview } from '../channel-preview.js';
import type { Decision } from '../../turn/decide.js';
import type { Change } from './change.js';
import type { MayApprove } from './decide-proposal.js';
import type { Proposal } from './proposal.js';
import type { Revision } from './published.js';

/** What the desk shows of learning and of the knowledge: plain data. */

export interface EntryFigures {
  readonly shown: number;
  readonly helped: number;
  readonly notHelped: number;
  /** Tickets made after it was shown. */
  readonly toCoach: number;
}
export const NO_FIGURES: EntryFigures = { shown: 0, helped: 0, notHelped: 0, toCoach: 0 };

/** How an item looks on each channel: the answer, and what "Meer uitleg" adds to it. */
interface ShownItem {
  readonly answer: ChannelPreview;
  readonly more: ChannelPreview | null;
}

export interface Preview {
  readonly shown: ShownItem;
  readonly variants: readonly { readonly label: string; readonly shown: ShownItem }[];
}

export interface Likeness {
  readonly id: string;
  readonly title: string;
  /** 0–1. */
  readonly likeness: number;
}

/** What a change would do, before anything is published. */
export interface Assessment {
  readonly item: string;
  readonly title: string;
  readonly path: string;
  /** Errors refuse it, warnings are for the editor; with file and line. */
  readonly problems: readonly Problem[];
  /** Entries that say nearly the same. */
  readonly duplicates: readonly Likeness[];
  /** Other items that are already asked for in these words. */
  readonly alsoAt: readonly { readonly id: string; readonly title: string; readonly phrasing: string }[];
  readonly preview: Preview | null;
}

/** `own`: the words that are being added; `phrasing`: of an entry; `kept`: a development set; `real`: asked by mentors. */
export type QuestionKind = 'own' | 'phrasing' | 'kept' | 'real';

export interface Verdict {
  readonly decision: Decision['kind'] | 'urgent';
  /** The item, or of an alarm its kind. */
  readonly item: string | null;
  readonly title: string | null;
}

export interface Moved {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** A phrasing that leaves its own entry; null where nobody wrote down what is right. */
  readonly worse: boolean | null;
}

/**
 * What only shows once the matcher has learned again: everything it learns anew; words that are dropped; what an answer
 * says. `second-opinion`: an installation's own language model, which is never asked thousands of questions.
 */
export type Unseen = 'training' | 'removed-words' | 'new-text' | 'second-opinion';

/** Which known questions would go elsewhere. */
export interface Replay {
  /** What this replay could not see; empty after a rehearsal, which trained as publishing does. */
  readonly unseen: readonly Unseen[];
  readonly looked: Readonly<Record<QuestionKind, number>>;
  readonly moved: readonly Moved[];
  /** How many moved; the list holds the most telling ones. */
  readonly movedCount: number;
  /** Of these, beside the new words, how many got or get a direct answer or an alarm; of the others only the choice shifts. */
  readonly direct: number;
  readonly worse: number;
  /** Of these, how many leave this very entry or are taken by it; absent where an older release counted. */
  readonly worseHere?: number;
  /** How many reach the entry they were written for, and did not before. */
  readonly better?: number;
}

/** How far the exact replay of a proposal is: trained in a process of its own, every known question asked before and after. */
export type Rehearsal =
  | {
      readonly state: 'running';
      readonly percent: number;
      /** Null while it waits for another. */ readonly secondsLeft: number | null;
    }
  | { readonly state: 'done'; readonly replay: Replay; readonly seconds: number }
  | { readonly state: 'failed' };

/** Everything the page of one proposal shows. */
export interface ProposalView {
  readonly proposal: Proposal;
  /** The file in force and the file as proposed; null when absent. */
  readonly before: string | null;
  readonly after: string | null;
  readonly assessment: Assessment | null;
  /** Why the proposal no longer fits; null when it does. */
  readonly outdated: string | null;
  readonly mayApprove: MayApprove;
}

/** What the dialog "Leren" starts from. */
export interface LearnStart {
  readonly masked: string;
  readonly suggestions: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: ItemKind;
    /** 0–1. */
    readonly score: number;
    readonly short: string;
  }[];
  readonly draft: DraftFields;
  readonly state: 'nothing' | 'proposed' | 'published' | 'rejected' | null;
  readonly mayTell: boolean;
  /** One's own proposal may be published at once. */
  readonly mayPublish: boolean;
  readonly alone: boolean;
}

/** A draft as a coach fills it in; the rest of the file follows from it. */
export interface DraftFields {
  readonly question: string;
  readonly theme: Theme;
  readonly phase: readonly Phase[];
  readonly answer: string;
  readonly phrasings: readonly string[];
}

export interface KnowledgeRow {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly theme: Theme | null;
  readonly certainty: Certainty;
  readonly checked: string;
  readonly reviewBy: string;
  readonly overdue: boolean;
  readonly phrasings: number;
  readonly figures: EntryFigures;
  /** Coach who looks after it. */
  readonly owner: string | null;
  /** Newest published version; 0 when it is the folder's own. */
  readonly revision: number;
  readonly waiting: number;
}

export interface KnowledgeList {
  readonly rows: readonly KnowledgeRow[];
  readonly counts: {
    readonly all: number;
    readonly overdue: number;
    readonly soon: number;
    readonly proposals: number;
    readonly published: number;
  };
  /** What was published but does not fit the folder's files, and is left out. */
  readonly setAside: readonly string[];
}

export interface KnowledgeItem {
  readonly row: KnowledgeRow;
  readonly path: string;
  readonly publicPath: string;
  readonly text: string;
  /** Lines of the file beside it. */
  readonly phrasings: readonly string[];
  readonly sources: readonly string[];
  readonly preview: Preview;
  readonly revisions: readonly Revision[];
  readonly waiting: readonly Proposal[];
  readonly nextReview: string;
}

export type { Change, Proposal, Revision };

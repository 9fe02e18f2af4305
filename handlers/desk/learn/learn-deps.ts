import type { LoadResult } from '../../../knowledge/load-library.js';
import { MentorlijnError } from '../../errors.js';
import type { PreviewReply } from '../channel-preview.js';
import type { DeskDeps } from '../desk-deps.js';
import type { PlainVerdict } from './verdict.js';
import type { Unseen } from './views.js';

/** A question kept for measuring; `set` names where it comes from. */
export interface KeptQuestion {
  readonly text: string;
  readonly set: string;
}

/** What a rehearsal compares, in whole texts: what is in force and what would be. */
export interface RehearsalOrder {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly questions: readonly string[];
  /** `secondsLeft` is null while it waits for another. */
  readonly onProgress: (progress: { readonly percent: number; readonly secondsLeft: number | null }) => void;
}

/** Where each question goes, in the order they were given. */
export interface Rehearsed {
  readonly before: readonly PlainVerdict[];
  readonly after: readonly PlainVerdict[];
  readonly unseen: readonly Unseen[];
}

/** The files behind the knowledge, and how learning goes in this house. */
export interface Learning {
  /** The curated files of the folder, path -> text, without what coaches published. */
  files(): ReadonlyMap<string, string>;
  /** Texts -> library or problems; quick for texts that hardly changed. */
  readonly build: (texts: ReadonlyMap<string, string>) => LoadResult;
  /** Resolves when this process answers by everything that was published before. */
  takeOver(): Promise<void>;
  /** Published items that no longer fit the folder's files, and are left out. */
  setAside(): readonly string[];
  /** Questions kept beside the code; none where they are not installed. */
  keptQuestions(): Promise<readonly KeptQuestion[]>;
  /** Trains on a change as publishing does, where no turn waits for it, and asks every question. */
  rehearse(order: RehearsalOrder): Promise<Rehearsed>;
  /** Another person than who proposed has to approve. */
  readonly needsSecondPerson: boolean;
}

/** What the stories of learning need from outside. */
export interface LearnDeps extends DeskDeps {
  readonly learning: Learning;
  /** Where people read the public pages, without a slash at the end. */
  readonly publicUrl: string;
  /** What each channel makes of a reply. */
  readonly preview: PreviewReply;
}

/** A desk without a knowledge folder: everything else works. */
export const NO_LEARNING: Learning = {
  files: () => {
    throw new MentorlijnError('not-possible-now', 'Deze coachdesk heeft geen kennismap.');
  },
  build: () => {
    throw new MentorlijnError('not-possible-now', 'Deze coachdesk heeft geen kennismap.');
  },
  takeOver: () => Promise.resolve(),
  setAside: () => [],
  keptQuestions: () => Promise.resolve([]),
  rehearse: () => Promise.reject(new MentorlijnError('not-possible-now', 'Deze coachdesk heeft geen kennismap.')),
  needsSecondPerson: true,
};

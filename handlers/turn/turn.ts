import type { ItemId, Slot } from '../../knowledge/entry.js';
import type { Library } from '../../knowledge/library.js';
import type { MatchResult } from '../../knowledge/match/match.js';
import { topicRefs } from '../../knowledge/library.js';
import type { SignalKind } from '../../knowledge/signals.js';
import type { Conversation, TranscriptLine } from '../conversation.js';
import type { TurnEvent } from '../events.js';
import type { ConversationKey, IncomingMessage } from '../message.js';
import type { Decision, Language, OutcomeCandidate } from '../outcome.js';
import type { PromiseRules } from '../desk/promise.js';
import type { Commit, KnowledgeNow, Store } from '../ports.js';
import { reply, type Button, type Reply, type ReplyPart } from '../reply.js';
import type { Ticket } from '../ticket.js';

/** Everything a step of the story may look at. Nothing here can be changed: a step returns what has to change. */
export interface Turn {
  readonly message: IncomingMessage;
  readonly conversation: Conversation;
  /** The asker's words, cleaned and clipped. */
  readonly text: string;
  /** The same with personal data masked. */
  readonly masked: string;
  readonly language: Language;
  readonly knowledge: KnowledgeNow;
  readonly now: Date;
  readonly rules: PromiseRules;
  /** The ticket a coach and the asker are in, with its version in the store. */
  readonly openTicket: StoredTicket | null;
  readonly recent: readonly TranscriptLine[];
  readonly store: Store;
  readonly nextId: () => string;
  /** Unguessable. */
  readonly newSecret: () => string;
  /** Where else he can go on; absent where nobody serves pages. */
  readonly places?: Places;
}

export interface Places {
  readonly publicUrl: string;
  /** Digits, as wa.me wants them; null when WhatsApp is off or not known yet. */
  readonly whatsappNumber: () => string | null;
}

export interface StoredTicket {
  readonly ticket: Ticket;
  readonly version: number;
}

/** A ticket to write; version 0 for a new one. */
export interface TicketWrite {
  readonly ticket: Ticket;
  readonly version: number;
}

/** What a step decided: said, remembered and counted together, or not at all. */
export interface TurnResult {
  readonly decision: Decision;
  readonly reply: Reply;
  readonly urgent: SignalKind | null;
  readonly asks: Slot | null;
  readonly candidates: readonly OutcomeCandidate[];
  readonly conversation: Partial<Conversation>;
  readonly tickets: readonly TicketWrite[];
  readonly events: readonly TurnEvent[];
  /** Everything about this person has to go. */
  readonly erase: boolean;
  /** What else is written in the same commit. */
  readonly writes?: TurnWrites;
  /** This channel was joined to another conversation: everything is kept there from now on. */
  readonly home?: { readonly key: ConversationKey; readonly version: number };
  /** The words of this turn are kept nowhere: they answer a survey. */
  readonly unrecorded?: boolean;
}

export type TurnWrites = Commit;

export type Step = (turn: Turn) => Promise<TurnResult | null> | TurnResult | null;

/** A result with everything at rest but what is given. */
export function result(
  decision: Decision,
  parts: readonly ReplyPart[],
  more: Partial<Omit<TurnResult, 'reply'>> & { buttons?: readonly Button[] } = {},
): TurnResult {
  const { buttons, ...rest } = more;
  return {
    decision,
    reply: reply(parts, buttons),
    urgent: null,
    asks: null,
    candidates: [],
    conversation: {},
    tickets: [],
    events: [],
    erase: false,
    ...rest,
  };
}

/** The outcome's view of ranked candidates. */
export function outcomeCandidates(
  match: Pick<MatchResult, 'candidates'>,
  library: Library,
): readonly OutcomeCandidate[] {
  return match.candidates
    .slice(0, 5)
    .map(({ id, kind, score }) => ({ entry: id, kind, refs: refsOf(library, id), score }));
}

export function refsOf(library: Library, id: ItemId): readonly string[] {
  const item = library.items.get(id);
  return item ? topicRefs(item) : [];
}

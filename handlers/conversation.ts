import type { ItemId, SlotValues } from '../knowledge/entry.js';
import type { Address, Attachment, ConversationKey } from './message.js';
import type { Button } from './reply.js';
import type { SurveyState } from './survey/views.js';

/** What we remember of a conversation between two messages. */
export interface Conversation {
  readonly key: ConversationKey;
  readonly address: Address;
  readonly askerName: string | null;
  readonly profile: Profile;
  /** The last item shown and the question it answered, for "en bij een SAO?" and "vraag de coach". */
  readonly last: LastQuestion | null;
  /** The buttons of our last reply: a typed number or label does the same. */
  readonly offered: readonly Button[];
  /** The profile slot we asked for, and for which item. */
  readonly asked: { readonly slot: keyof SlotValues; readonly item: ItemId } | null;
  /** What we asked for in free text, so that the next message is not taken for a question. */
  readonly awaiting: 'coach-question' | 'phone' | null;
  /** The ticket a coach and the asker are talking in. */
  readonly openTicket: string | null;
  /** Files he sent that no ticket has yet: the next question to a coach takes them along. */
  readonly files?: readonly Attachment[];
  /** ISO time when he last sent files without a word: they are a question of their own until he asks one in words. */
  readonly wordlessAt?: string;
  /** What he and we agreed on surveys; absent while we never asked. */
  readonly survey?: SurveyState;
  readonly stopped: boolean;
  /** Whether he wants tips, and which he had. */
  readonly tips?: TipWish;
  /** Tips were named to him once. */
  readonly tipsNamed?: boolean;
  readonly greeted: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface TipWish {
  readonly wants: boolean;
  /** ISO time of his last yes or no. */
  readonly since: string;
  /** What went to him, oldest first. */
  readonly sent: readonly { readonly id: string; readonly at: string }[];
}

/** What the asker told about his situation. */
export interface Profile extends SlotValues {
  /** Years, of the learner. */
  readonly years?: number;
  readonly role?: 'mentor' | 'trajectbegeleider';
}

export interface LastQuestion {
  /** Masked. */
  readonly text: string;
  /** Whole, for the coach only. */
  readonly original: string;
  readonly item: ItemId | null;
  readonly tried: readonly TriedItem[];
  readonly at: string;
}

/** An item that was shown or considered, with its calibrated probability. */
export interface TriedItem {
  readonly id: ItemId;
  readonly title: string;
  /** 0–1. */
  readonly score: number;
  readonly shown: boolean;
  /** What the asker said of it. */
  readonly helped: boolean | null;
}

export function newConversation(
  key: ConversationKey,
  address: Address,
  askerName: string | null,
  now: string,
): Conversation {
  return {
    key,
    address,
    askerName,
    profile: {},
    last: null,
    offered: [],
    asked: null,
    awaiting: null,
    openTicket: null,
    stopped: false,
    greeted: false,
    createdAt: now,
    updatedAt: now,
  };
}

/** One line of a conversation, kept for the coach and for the asker's own page. */
export interface TranscriptLine {
  readonly from: 'asker' | 'bot' | 'coach';
  /** Coach's name when from a coach. */
  readonly name: string | null;
  readonly text: string;
  readonly at: string;
}

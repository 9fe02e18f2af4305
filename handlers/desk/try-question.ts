import { newConversation, type Profile } from '../conversation.js';
import { conversationKey } from '../message.js';
import { wordsOf } from './words-of.js';
import type { Outcome } from '../outcome.js';
import type { CommitResult, Store } from '../ports.js';
import { explainMatch, type Why } from '../turn/why.js';
import { handleMessage, type TurnInput } from '../turn/handle-message.js';
import type { ChannelPreview, PreviewReply } from './channel-preview.js';
import type { DeskDeps } from './desk-deps.js';
import type { CandidateWhy } from '../../knowledge/match/match.js';

/** What the bot would do with a question, and why. */
export interface TriedQuestion {
  readonly decision: Outcome['decision'];
  readonly urgent: Outcome['urgent'];
  readonly asks: Outcome['asks'];
  readonly language: Outcome['language'];
  readonly masked: string;
  /** As each channel shows it. */
  readonly shown: ChannelPreview;
  readonly candidates: readonly {
    readonly id: string;
    readonly title: string;
    readonly score: number;
    readonly why: CandidateWhy;
  }[];
  readonly knownShare: number;
  readonly terms: readonly string[];
  readonly concepts: readonly string[];
  readonly signal: Why['signal'];
  readonly named: Why['named'];
  /** Everything that must hold for a direct answer. */
  readonly checks: Why['checks'];
}

/** The very story of a turn, with a store that keeps nothing. */
export async function tryQuestion(
  deps: DeskDeps & { readonly preview: PreviewReply },
  text: string,
  profile: Profile,
): Promise<TriedQuestion> {
  const knowledge = deps.knowledge.current();
  const { result, turn } = await handleMessage(trialOf(deps, text, profile));
  const why = await explainMatch(knowledge, text);
  return {
    decision: result.decision,
    urgent: result.urgent,
    asks: result.asks,
    language: turn.language,
    masked: turn.masked,
    shown: deps.preview(result.reply),
    candidates: why.candidates.map(({ id, score, why: reasons }) => {
      const item = knowledge.library.items.get(id);
      const ours = item ? [item.title, ...item.phrasings].join(' ') : '';
      return { id, title: item?.title ?? id, score, why: { ...reasons, terms: wordsOf(reasons.terms, text, ours) } };
    }),
    knownShare: why.knownShare,
    terms: wordsOf(why.terms, text),
    concepts: why.concepts,
    signal: why.signal,
    named: why.named,
    checks: why.checks,
  };
}

/** A first message of nobody, in this situation. */
function trialOf({ clock, knowledge, rules }: DeskDeps, text: string, profile: Profile): TurnInput {
  const now = clock.now();
  const at = now.toISOString();
  const key = conversationKey('console', NOBODY);
  const address = { channel: 'console', conversationId: NOBODY, reference: null } as const;
  return {
    message: {
      id: NOBODY,
      conversation: key,
      address,
      asker: { id: NOBODY, name: null },
      text,
      action: null,
      attachments: [],
      receivedAt: at,
    },
    conversation: { ...newConversation(key, address, null, at), profile, greeted: true },
    knowledge: knowledge.current(),
    now,
    rules,
    openTicket: null,
    recent: [],
    store: emptyStore,
    nextId: () => NOBODY,
    newSecret: () => NOBODY,
  };
}

const NOBODY = 'proef';

const done: CommitResult = { ok: true, seqs: [] };

/** Nothing in it, and nothing stays. */
const emptyStore: Store = {
  get: () => Promise.resolve(null),
  query: () => Promise.resolve([]),
  count: () => Promise.resolve(0),
  commit: () => Promise.resolve(done),
  readLog: () => Promise.resolve([]),
  readLogEnd: () => Promise.resolve([]),
  nextNumber: () => Promise.resolve(0),
  sweep: () => Promise.resolve(0),
  ping: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

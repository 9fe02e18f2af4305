import type { Conversation } from '../conversation.js';
import type { StoredRecord } from '../ports.js';
import { text, type ReplyPart } from '../reply.js';
import { LABELS } from '../texts.js';
import { sayProfile } from '../turn/profile.js';
import { result, type Turn, type TurnResult } from '../turn/turn.js';
import {
  codeId,
  counted,
  findCode,
  isUsedUp,
  putToken,
  TRIES,
  TRIES_OF_ALL,
  type CodeRecord,
  type Count,
  type JoinCode,
  type Limit,
} from './code.js';
import { joinWrites, mergedConversation } from './join.js';
import { CONTINUITY_TEXTS as TEXTS } from './texts.js';

/** A typed code joins this channel to the conversation it was made in. Only his own act does that. */
export async function joinStep(turn: Turn): Promise<TurnResult | null> {
  const code = findCode(turn.text);
  return code === null ? null : tryCode(turn, code);
}

const EVERYBODY = 'code-tries|all';

async function tryCode(turn: Turn, code: JoinCode): Promise<TurnResult> {
  const { store, conversation, now } = turn;
  const mineId = `code-tries|${conversation.key}`;
  const [mine, all, record] = await Promise.all([
    store.get<Count>('token', mineId),
    store.get<Count>('token', EVERYBODY),
    store.get<CodeRecord>('token', codeId(code)),
  ]);
  // Also a right code is refused then: whoever guesses must not learn which one it was.
  if (isUsedUp(mine?.body ?? null, TRIES, now) || isUsedUp(all?.body ?? null, TRIES_OF_ALL, now))
    return result('decline', [text(TEXTS.tooManyTries)]);
  const home = record ? await store.get<Conversation>('conversation', record.body.conversation) : null;
  if (!record || !home || record.body.expiresAt <= now.toISOString())
    return wrong(turn, [
      { id: mineId, kept: mine, limit: TRIES },
      { id: EVERYBODY, kept: all, limit: TRIES_OF_ALL },
    ]);
  if (home.body.key === conversation.key) return result('smalltalk', [text(TEXTS.same)]);
  return joined(turn, record, home);
}

interface Counter {
  readonly id: string;
  readonly kept: StoredRecord<Count> | null;
  readonly limit: Limit;
}

function wrong({ now, conversation }: Turn, counters: readonly Counter[]): TurnResult {
  const puts = counters.map(({ id, kept, limit }) =>
    putToken(id, counted(kept?.body ?? null, limit, now), limit.minutes, {
      now,
      expect: kept?.version ?? 'absent',
      ...(id === EVERYBODY ? {} : { owner: conversation.key }),
    }),
  );
  return result('decline', [text(TEXTS.unknown)], { writes: { puts } });
}

async function joined(
  turn: Turn,
  code: StoredRecord<CodeRecord>,
  home: StoredRecord<Conversation>,
): Promise<TurnResult> {
  const merged = mergedConversation(home.body, turn.conversation);
  const known = sayProfile(merged.profile);
  const parts: readonly ReplyPart[] = [text(TEXTS.joined), ...(known === '' ? [] : [text(TEXTS.situation(known))])];
  return result('smalltalk', parts, {
    buttons: [
      { label: LABELS.myQuestions, action: { do: 'my-questions' } },
      { label: LABELS.menu, action: { do: 'menu' } },
    ],
    conversation: merged,
    home: { key: home.body.key, version: home.version },
    writes: await joinWrites(turn, code, home.body),
  });
}

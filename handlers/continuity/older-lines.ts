import type { TranscriptLine } from '../conversation.js';
import type { ConversationKey } from '../message.js';
import type { Store } from '../ports.js';
import { talkLog } from '../records.js';
import { findCode } from './code.js';
import { homeId, type HomeRecord } from './home.js';

/** Enough to see where one was; the rest the device of before still has. */
const MOST_LINES = 100;

export interface OlderLine extends TranscriptLine {
  /** Its place in the conversation it comes from. */
  readonly seq: number;
}

/** How many lines a conversation has. */
export async function lengthOf(store: Store, key: ConversationKey): Promise<number> {
  const step = 500;
  for (let length = 0; ; length += step) {
    const page = await store.readLog(talkLog(key), length, step);
    if (page.length < step) return length + page.length;
  }
}

/** What was said in the conversation that this one was joined to, before it was; nothing for one that stands alone. */
export async function olderLines(store: Store, key: ConversationKey): Promise<readonly OlderLine[]> {
  const joined = (await store.get<HomeRecord>('identity', homeId(key)))?.body;
  const { owner, before } = joined ?? {};
  if (owner === undefined || before === undefined) return [];
  const first = Math.max(0, before.lines - MOST_LINES);
  const lines = await store.readLog<TranscriptLine>(talkLog(owner), first, before.lines - first);
  // A log that began anew since then (its time was over) holds later words, which are no older ones.
  // A code that was used up is no use here, and would look like one to use.
  return lines
    .filter(({ body }) => body.at < before.at && findCode(body.text) === null)
    .map(({ seq, body }) => ({ ...body, seq }));
}

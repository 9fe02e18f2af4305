import type { TranscriptLine } from '../conversation.js';
import type { ConversationKey } from '../message.js';
import type { Store } from '../ports.js';
import { talkLog } from '../records.js';

/** Transcript lines a turn looks back at, at most. */
const MOST = 8;
/** In an ordinary talk so many hold what is looked for. */
const FEW = 4;
/** What the asker said before this message, as far as it tells what he means now. */
const SAID = 2;

/** The end of a conversation, oldest first: enough to hold the asker's last words before this message. */
export async function recentLines(store: Store, key: ConversationKey): Promise<readonly TranscriptLine[]> {
  const few = await store.readLogEnd<TranscriptLine>(talkLog(key), FEW);
  const said = few.filter(({ from }) => from === 'asker').length;
  return few.length < FEW || said >= SAID ? few : store.readLogEnd<TranscriptLine>(talkLog(key), MOST);
}

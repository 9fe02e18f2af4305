import type { Conversation } from '../conversation.js';
import { SLOT_TEXTS, TEXTS } from '../texts.js';
import type { Turn } from './turn.js';

/** A list to choose from, or a fact we asked for, that he has not answered. */
export interface Standing {
  /** What we say to bring it back. */
  readonly again: string;
  readonly buttons: Conversation['offered'];
}

/** How long it stands; after that a new message is a new beginning. */
const MAX_AGE_MS = 30 * 60 * 1000;

/** What still waits for his answer: a word aside leaves it standing. */
export function standingOf({ conversation: { last, asked, offered }, now }: Turn): Standing | null {
  if (!last || now.getTime() - Date.parse(last.at) > MAX_AGE_MS) return null;
  if (asked) return { again: SLOT_TEXTS[asked.slot].ask, buttons: offered };
  const shown = offered.filter(({ action }) => action.do === 'show').length;
  if (shown === 0 || !offered.some(({ action }) => action.do === 'none-of-these')) return null;
  return { again: shown === 1 ? TEXTS.standingOne : TEXTS.standingList, buttons: offered };
}

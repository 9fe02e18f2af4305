import type { LastQuestion } from '../../conversation.js';
import type { Turn } from '../turn.js';

/** Earlier questions a follow-up keeps, so that "en hoe lang?" still knows of what. */
const KEPT_QUESTIONS = 3;

/** What was asked so far on this subject, the newest last: what a coach gets to read. */
export function joinedQuestion(last: LastQuestion, turn: Turn): { readonly text: string; readonly original: string } {
  const join = (before: string, now: string): string =>
    [...before.split('\n'), now.replace(/\n/g, ' ')].slice(-KEPT_QUESTIONS).join('\n');
  return { text: join(last.text, turn.masked), original: join(last.original, turn.text) };
}

import type { Candidate } from '../../../knowledge/match/match.js';
import { text } from '../../reply.js';
import { LABELS, TEXTS } from '../../texts.js';
import { chooseButtons } from '../choose-buttons.js';
import { outcomeCandidates, result, type Turn, type TurnResult } from '../turn.js';
import { triedItems } from '../tried-items.js';

/** At most three buttons fit every channel. */
const MOST_CHOICES = 3;

/** "Bedoel je …?" after a follow-up; the question it belongs to stays whole for the coach. */
export function chooseAmong(
  turn: Turn,
  found: readonly Candidate[],
  question: { readonly text: string; readonly original: string },
): TurnResult {
  const offered = found.slice(0, MOST_CHOICES).map(({ id }) => id);
  return result('choose', [text(offered.length === 1 ? TEXTS.chooseOne : TEXTS.chooseIntro)], {
    buttons: [...chooseButtons(turn, offered), { label: LABELS.none, action: { do: 'none-of-these' } }],
    candidates: outcomeCandidates({ candidates: found }, turn.knowledge.library),
    conversation: {
      asked: null,
      last: {
        ...question,
        item: null,
        tried: triedItems(turn.knowledge.library, found),
        at: turn.now.toISOString(),
      },
    },
  });
}

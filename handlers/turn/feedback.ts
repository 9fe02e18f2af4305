import type { ItemId } from '../../knowledge/entry.js';
import type { TurnEvent } from '../events.js';
import { text, type Button } from '../reply.js';
import { tipHint } from '../tips/tip-commands.js';
import { LABELS, TEXTS } from '../texts.js';
import { chooseButtons } from './choose-buttons.js';
import { detailsOf } from './item-part.js';
import { answerButtons, showItem } from './show-item.js';
import { PICKED, shownCandidates } from './shown-candidates.js';
import { result, type Turn, type TurnResult } from './turn.js';

const COACH: Button = { label: LABELS.coach, action: { do: 'ask-coach' } };

/** "Geholpen": counted, and nothing more asked. */
export function helpedBy(turn: Turn, item: ItemId): TurnResult {
  return result('smalltalk', [text(TEXTS.helped), ...tipHint(turn)], {
    events: [feedback(turn, item, true)],
    conversation: { ...remember(turn, item, true), tipsNamed: true },
  });
}

/** "Niet echt": the next best candidates, and the coach. */
export function notHelpedBy(turn: Turn, item: ItemId): TurnResult {
  const others = (turn.conversation.last?.tried ?? []).filter(({ id, shown }) => id !== item && !shown).slice(0, 2);
  return result('escalate', [text(others.length > 0 ? TEXTS.notHelped : TEXTS.notHelpedAlone)], {
    buttons: [
      ...chooseButtons(
        turn,
        others.map(({ id }) => id),
      ),
      COACH,
    ],
    events: [feedback(turn, item, false)],
    conversation: remember(turn, item, false),
  });
}

/** "Meer uitleg": the steps and details for this profile. */
export function moreAbout(turn: Turn, id: ItemId): TurnResult {
  const item = turn.knowledge.library.items.get(id);
  if (!item) return result('decline', [text(TEXTS.buttonOld)]);
  const details = detailsOf(item, turn.conversation.profile);
  const candidates = shownCandidates(turn, item);
  if (details === null) return result('answer', [text(TEXTS.noMore)], { buttons: [COACH], candidates });
  const buttons = answerButtons(item, turn.conversation.profile).filter(({ action }) => action.do !== 'more');
  return result('answer', [text(details)], { buttons, candidates });
}

/** A chosen suggestion is shown as the answer to the question asked before. */
export function showChosen(turn: Turn, id: ItemId): TurnResult {
  const item = turn.knowledge.library.items.get(id);
  if (!item) return result('decline', [text(TEXTS.buttonOld)]);
  const { last } = turn.conversation;
  return showItem(turn, item, { candidates: shownCandidates(turn, item, PICKED), ...(last ? { question: last } : {}) });
}

function feedback(turn: Turn, item: ItemId, helped: boolean): TurnEvent {
  return { type: 'feedback', at: turn.now.toISOString(), item, helped };
}

function remember(turn: Turn, item: ItemId, helped: boolean): TurnResult['conversation'] {
  const { last } = turn.conversation;
  return last
    ? { last: { ...last, tried: last.tried.map((one) => (one.id === item ? { ...one, helped } : one)) } }
    : {};
}

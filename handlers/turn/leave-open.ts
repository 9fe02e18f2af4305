import type { Entry, Slot } from '../../knowledge/entry.js';
import { text, type ReplyPart } from '../reply.js';
import { LABELS, SLOT_HINTS, TEXTS } from '../texts.js';
import { labelOf } from './profile.js';
import { answerButtons } from './show-item.js';
import { shownCandidates } from './shown-candidates.js';
import { result, type Turn, type TurnResult } from './turn.js';

/** "Weet ik niet", "allebei": nobody is stuck, the answers for every value stand side by side. */
export function leaveOpen(turn: Turn): TurnResult {
  const { asked, profile } = turn.conversation;
  const item = asked ? turn.knowledge.library.items.get(asked.item) : undefined;
  const ended = { conversation: { asked: null } };
  if (!asked || item?.kind !== 'entry')
    return result('answer', [text(TEXTS.okay)], { buttons: [{ label: LABELS.coach, action: { do: 'ask-coach' } }], ...ended }); // prettier-ignore
  const hints: Readonly<Partial<Record<Slot, string>>> = SLOT_HINTS;
  const hint = hints[asked.slot];
  return result(
    'answer',
    [text(TEXTS.bothWays), ...everyVariant(item, asked.slot), ...(hint === undefined ? [] : [text(hint)])],
    {
      buttons: answerButtons(item, profile),
      candidates: shownCandidates(turn, item),
      ...ended,
    },
  );
}

function everyVariant(entry: Entry, slot: Slot): readonly ReplyPart[] {
  return entry.variants.flatMap((variant): ReplyPart[] => {
    const value = variant.when[slot];
    const label = value === undefined ? undefined : labelOf(slot, value);
    return label === undefined ? [] : [text(`**${label}**: ${variant.short}`)];
  });
}

import type { Item, Slot } from '../../knowledge/entry.js';
import type { Profile, TriedItem } from '../conversation.js';
import type { Decision, OutcomeCandidate } from '../outcome.js';
import { text, type Button, type ReplyPart } from '../reply.js';
import { LABELS, SLOT_TEXTS, TEXTS } from '../texts.js';
import { detailsOf, itemPart, slotToAsk } from './item-part.js';
import { shownCandidates } from './shown-candidates.js';
import { result, type Turn, type TurnResult } from './turn.js';
import { belgianDay } from '../belgian-day.js';

export interface ShowOptions {
  readonly profile?: Profile;
  /** The question this answers, when it is not this very message. */
  readonly question?: { readonly text: string; readonly original: string };
  readonly candidates?: readonly OutcomeCandidate[];
  readonly tried?: readonly TriedItem[];
  readonly before?: readonly ReplyPart[];
  readonly decision?: Decision;
}

/** Gives an item as the answer; asks for the one profile fact that would change it. */
export function showItem(turn: Turn, item: Item, options: ShowOptions = {}): TurnResult {
  const profile = options.profile ?? turn.conversation.profile;
  const today = belgianDay(turn.now);
  const part = itemPart(item, turn.knowledge.library, profile, today);
  const asks = item.kind === 'entry' ? slotToAsk(item, profile) : null;
  const expired = part.kind === 'item' && part.expired;
  const candidates = options.candidates ?? shownCandidates(turn, item);
  const tried = options.tried ?? turn.conversation.last?.tried ?? [];
  return result(
    options.decision ?? 'answer',
    [
      ...(options.before ?? []),
      part,
      ...(expired ? [text(TEXTS.expired)] : []),
      ...(asks ? [text(SLOT_TEXTS[asks].ask)] : []),
    ],
    {
      buttons: asks ? slotButtons(asks) : answerButtons(item, profile),
      asks,
      candidates,
      conversation: {
        profile,
        asked: asks ? { slot: asks, item: item.id } : null,
        last: {
          text: options.question?.text ?? turn.masked,
          original: options.question?.original ?? turn.text,
          item: item.id,
          tried: markShown(tried, item, candidates[0]?.score ?? 1),
          at: turn.now.toISOString(),
        },
      },
    },
  );
}

/** Buttons for a slot; "Weet ik niet" always stands among them, so that nobody is stuck. */
export function slotButtons(slot: Slot): readonly Button[] {
  const values = Object.entries(SLOT_TEXTS[slot].values) as [string, readonly [string, string]][];
  return [
    ...values.map(([value, [label]]): Button => ({ label, action: { do: 'slot', slot, value } })),
    { label: LABELS.unknown, action: { do: 'skip-slot' } },
  ];
}

/** Geholpen · Niet echt · Meer uitleg · Vraag de coach: always in this order, so that a thumb finds them. */
export function answerButtons(item: Item, profile: Profile): readonly Button[] {
  const more: readonly Button[] =
    detailsOf(item, profile) === null ? [] : [{ label: LABELS.more, action: { do: 'more', item: item.id } }];
  return [
    { label: LABELS.helped, action: { do: 'helped', item: item.id } },
    { label: LABELS.notHelped, action: { do: 'not-helped', item: item.id } },
    ...more,
    { label: LABELS.coach, action: { do: 'ask-coach' } },
  ];
}

function markShown(tried: readonly TriedItem[], item: Item, score: number): readonly TriedItem[] {
  if (tried.some(({ id }) => id === item.id))
    return tried.map((one) => (one.id === item.id ? { ...one, shown: true } : one));
  return [...tried, { id: item.id, title: item.title, score, shown: true, helped: null }];
}

import type { Item, ItemId, Slot } from '../../knowledge/entry.js';
import type { LastQuestion, Profile } from '../conversation.js';
import { text } from '../reply.js';
import { sayRemembered, TEXTS } from '../texts.js';
import { matchStep } from './match-step.js';
import { mergeProfile, sayProfile, slotsOf } from './profile.js';
import { showItem } from './show-item.js';
import { refsOf, result, type Turn, type TurnResult } from './turn.js';

/** A first choice this likely may be meant when the fact told next is just what it depends on. */
const LIKELY = 0.4;
/** It must also stand this many times above the second: else telling a fact would pick a question for him. */
const CLEAR_LEAD = 2;

/** "en bij een SAO?" while a list is open and nothing chosen: kept, and the list asked again unless one stands out. */
export function toldAfterList(turn: Turn, last: LastQuestion, told: Profile): TurnResult {
  const profile = mergeProfile(turn.conversation.profile, told);
  const meant = standsOut(turn, last, slotsOf(told));
  if (meant) return showItem(turn, meant, { profile, question: last });
  if (listed(turn).length > 0) return listAgain(turn, last, profile, told);
  return matchStep({
    ...turn,
    text: last.original,
    masked: last.text,
    conversation: { ...turn.conversation, profile },
  });
}

function standsOut(turn: Turn, { tried }: LastQuestion, slots: readonly Slot[]): Item | null {
  const [best, second] = tried;
  if (!best || best.score < LIKELY || best.score < CLEAR_LEAD * (second?.score ?? 0)) return null;
  const item = turn.knowledge.library.items.get(best.id);
  return item?.kind === 'entry' && slots.some((slot) => item.dependsOn.includes(slot)) ? item : null;
}

function listed(turn: Turn): readonly ItemId[] {
  return turn.conversation.offered.flatMap(({ action }) => (action.do === 'show' ? [action.item] : []));
}

function listAgain(turn: Turn, last: LastQuestion, profile: Profile, told: Profile): TurnResult {
  const { library } = turn.knowledge;
  const candidates = last.tried.flatMap(({ id, score }) => {
    const item = library.items.get(id);
    return item ? [{ entry: id, kind: item.kind, refs: refsOf(library, id), score }] : [];
  });
  const intro = listed(turn).length === 1 ? TEXTS.chooseOne : TEXTS.chooseIntro;
  return result('choose', [text(sayRemembered(sayProfile(told))), text(intro)], {
    buttons: turn.conversation.offered,
    candidates,
    conversation: { profile, asked: null, last: { ...last, at: turn.now.toISOString() } },
  });
}

import type { Item, Slot } from '../../knowledge/entry.js';
import type { Profile } from '../conversation.js';
import { extractProfile, mergeProfile } from './profile.js';
import { showItem } from './show-item.js';
import { outcomeCandidates, type Turn, type TurnResult } from './turn.js';

const OPENERS =
  /^(en|maar|ook|of|dus|en dan|ja maar|oke maar|ah en|allee en)\b|^(wat|hoe) (als|bij|met|voor)\b|^(bij|voor|met) (een|ne|nen|de)\b|\?*\ben (bij|voor|als|met)\b/i;
/** Words that point back at what was just said. */
const POINTERS = /\b(dat|dit|da|die|daar|daarvoor|daarvan|daarmee|hem|het|zoiets|dan)\b/i;
const MAX_WORDS = 9;
/** How long the last item stays the subject. */
const MAX_AGE_MS = 30 * 60 * 1000;

/** "en bij een SAO?", "en als hij maar 16 is?", "en wie betaalt dat?": read against the last item. */
export function followUpStep(turn: Turn): TurnResult | null {
  const { last } = turn.conversation;
  const item = last?.item ? turn.knowledge.library.items.get(last.item) : undefined;
  if (!last || !item || turn.now.getTime() - Date.parse(last.at) > MAX_AGE_MS) return null;
  const words = turn.text.split(/\s+/).length;
  if (words > MAX_WORDS || !(OPENERS.test(turn.text) || (words <= 4 && POINTERS.test(turn.text)))) return null;
  const told = extractProfile(turn.text);
  const slots = Object.keys(told).filter((key): key is Slot => key !== 'years' && key !== 'role');
  if (slots.length > 0 && bareSituation(turn.text) && changes(item, slots)) return sameItem(turn, item, told);
  return inContext(turn, `${last.text} ${turn.text}`, told);
}

function changes(item: Item, slots: readonly Slot[]): boolean {
  return item.kind === 'entry' && slots.some((slot) => item.dependsOn.includes(slot));
}

/** Nothing but the situation: no verb of its own that asks something new. */
function bareSituation(message: string): boolean {
  return !/\b(wie|wat|waar|wanneer|hoeveel|hoelang|moet|mag|kan|betaal\w*|doe)\b/i.test(
    message.replace(/^(en|maar|ook)?\s*(wat|hoe) (als|bij|met|voor|zit)/i, ''),
  );
}

function sameItem(turn: Turn, item: Item, told: Profile): TurnResult {
  const { last, profile } = turn.conversation;
  const shown = showItem(turn, item, { profile: mergeProfile(profile, told), ...(last ? { question: last } : {}) });
  return {
    ...shown,
    candidates: [
      {
        ...outcomeCandidates(
          { candidates: [{ id: item.id, kind: item.kind, score: 1, why: { rankers: {}, terms: [] } }] },
          turn.knowledge.library,
        )[0],
      },
    ] as TurnResult['candidates'],
  };
}

/** A follow-up that asks something new is matched together with the question before; it must beat both alone. */
function inContext(turn: Turn, joined: string, told: Profile): TurnResult | null {
  const alone = turn.knowledge.matcher.match(turn.text).candidates[0];
  const together = turn.knowledge.matcher.match(joined);
  const best = together.candidates[0];
  if (!best || (alone && alone.score >= best.score) || best.score < MIN_CONTEXT_SCORE) return null;
  const item = turn.knowledge.library.items.get(best.id);
  if (!item) return null;
  return showItem(turn, item, {
    profile: mergeProfile(turn.conversation.profile, told),
    candidates: outcomeCandidates(together, turn.knowledge.library),
  });
}

/** A joined question carries the words of an answered one, so it has to be surer than a fresh one. */
const MIN_CONTEXT_SCORE = 0.5;

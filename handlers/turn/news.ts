import type { Item } from '../../knowledge/entry.js';
import type { Candidate } from '../../knowledge/match/match.js';
import type { LastQuestion } from '../conversation.js';
import { text, type Button } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import { chooseButtons } from './choose-buttons.js';
import { isKindred } from './context/kindred.js';
import { joinedQuestion } from './context/joined-question.js';
import { matchInContext, type ContextMatch } from './context/match-in-context.js';
import { isAbout, type Teller } from './context/short-news.js';
import { detailsOf } from './item-part.js';
import { showItem } from './show-item.js';
import { THRESHOLDS } from './thresholds.js';
import { outcomeCandidates, result, type Turn, type TurnResult } from './turn.js';
import { SENSITIVE } from './worth-offering.js';

/** From here on news gets an answer at once: nobody asked anything, so a wrong one would be worse than a choice. */
const SURE = 0.75;
/** From here on what the context names is worth a tap: kindred to the answer before; of another subject, if its own words name it too. */
const NEAR = 0.4;
const NAMED = 0.5;
/** Beside the coach, who is always offered. */
const MOST_OFFERED = 2;

/** "zijn vader weigert", "de school zegt van niet" after an answer: news about that subject, and the coach hears both. */
export function newsAbout(turn: Turn, last: LastQuestion, item: Item, teller: Teller): TurnResult {
  const found = matchInContext(turn.knowledge, { item, before: last.text, text: turn.text });
  const question = joinedQuestion(last, turn);
  const candidates = outcomeCandidates(found, turn.knowledge.library);
  const sure = sureOf(turn, item, found, teller);
  if (sure) return showItem(turn, sure, { candidates, question, tried: [] });
  const offered = worthATap(turn, item, found, teller);
  const says = [text(TEXTS.newsOf(item.title)), text(offered.length > 0 ? TEXTS.newsPerhaps : TEXTS.newsCoach)];
  return result(offered.length > 0 ? 'choose' : 'escalate', says, {
    buttons: newsButtons(turn, item, offered),
    candidates,
    conversation: { asked: null, last: { ...last, ...question, at: turn.now.toISOString() } },
  });
}

function sureOf(turn: Turn, item: Item, found: ContextMatch, teller: Teller): Item | null {
  const [best] = found.candidates;
  if (!best || best.id === item.id || best.score < SURE || !isKindred(turn, item, best.id)) return null;
  const other = turn.knowledge.library.items.get(best.id);
  const named = found.alone.candidates.some(({ id }) => id === best.id);
  return other && named && isAbout(teller, other.title) ? other : null;
}

/** What is near in its context: of this subject, or named by its own words and about the one it tells of. */
function worthATap(turn: Turn, item: Item, { alone, candidates }: ContextMatch, teller: Teller): readonly Candidate[] {
  const near = candidates.filter(({ id, score }) => {
    const other = turn.knowledge.library.items.get(id);
    if (other?.kind !== 'entry' || id === item.id || SENSITIVE.has(id) || refusedBy(other.title, teller)) return false;
    if (isKindred(turn, item, id)) return score >= NEAR;
    const named = alone.candidates.find((one) => one.id === id)?.score ?? 0;
    return named >= NAMED && score >= THRESHOLDS.choose && teller !== 'learner' && isAbout(teller, other.title);
  });
  return near.slice(0, MOST_OFFERED);
}

/** Somebody else refuses there. */
function refusedBy(title: string, teller: Teller): boolean {
  return /\b(?:weiger\w*|erkent|geweigerd)\b/i.test(title) && !isAbout(teller, title);
}

function newsButtons(turn: Turn, item: Item, offered: readonly Candidate[]): readonly Button[] {
  const more: readonly Button[] =
    offered.length < MOST_OFFERED && detailsOf(item, turn.conversation.profile) !== null
      ? [{ label: LABELS.more, action: { do: 'more', item: item.id } }]
      : [];
  const coach: Button = { label: LABELS.coach, action: { do: 'ask-coach' } };
  const items = chooseButtons(
    turn,
    offered.map(({ id }) => id),
  );
  return [...items, coach, ...more];
}

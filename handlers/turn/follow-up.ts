import type { Item, Slot } from '../../knowledge/entry.js';
import type { Candidate } from '../../knowledge/match/match.js';
import type { LastQuestion, Profile } from '../conversation.js';
import { text } from '../reply.js';
import { sayRemembered, TEXTS } from '../texts.js';
import { chooseAmong } from './context/choose-among.js';
import { answeredAlone } from './context/answered-alone.js';
import { isAside } from './context/aside.js';
import { asksMeaning } from './context/asks-meaning.js';
import { joinedQuestion } from './context/joined-question.js';
import { isKindred } from './context/kindred.js';
import { kindOf, type MessageKind } from './context/message-kind.js';
import { matchAlone, matchInContext, type ContextMatch } from './context/match-in-context.js';
import { readNews } from './context/short-news.js';
import { decide } from './decide.js';
import { detailsOf } from './item-part.js';
import { matchStep } from './match-step.js';
import { newsAbout } from './news.js';
import { mergeProfile, sayProfile, slotsOf } from './profile.js';
import { answerButtons, showItem } from './show-item.js';
import { shownCandidates } from './shown-candidates.js';
import { speaksOf } from './speaks-of.js';
import { toldAfterList } from './told-after-a-list.js';
import { outcomeCandidates, result, type Turn, type TurnResult } from './turn.js';

/** How long the last item stays the subject. */
const MAX_AGE_MS = 30 * 60 * 1000;
/** Least probability in context to show another item at once; less offers a choice. */
const SURE_IN_CONTEXT = 0.6;
/** From here on short words say enough by themselves. */
const SURE_ALONE = 0.9;
/** From here on another item is meant than the one that was shown. */
const SURE_OF_ANOTHER = 0.7;
const ASKS = /\?|\b(?:wat|wie|waar\w*|wanneer|hoe\w*|welke?|en)\b/i;
const CORRECTS = /^(?:nee+n?|sorry|oei|pardon|fout|wacht)\b/i;

/** "en bij een SAO?", "en als hij maar 16 is?", "en wie betaalt dat?": read against what was said last. */
export function followUpStep(turn: Turn): TurnResult | null {
  const { last } = turn.conversation;
  if (asksMeaning(turn) || turn.language !== 'nl') return null;
  const kind = kindOf(turn.text);
  if (!last || turn.now.getTime() - Date.parse(last.at) > MAX_AGE_MS)
    return kind.kind === 'situation' && !(kind.asks && answeredAlone(turn)) ? remembered(turn, kind.told, null) : null;
  const item = last.item === null ? undefined : turn.knowledge.library.items.get(last.item);
  const news = readNews(turn.text);
  if (!news && isAside(turn)) return null;
  if (!item) return (kind.kind === 'whole' || kind.kind === 'short') && !news ? null : withoutItem(turn, last, kind);
  if (news) return newsAbout(turn, last, item, news);
  switch (kind.kind) {
    case 'situation':
      return otherSituation(turn, last, item, kind);
    case 'bare':
      return turn.text.split(/\s+/).length > 8 ? null : sameItem(turn, item);
    case 'leaning':
      return leaning(turn, last, item, kind);
    case 'short':
      return perhapsInContext(turn, last, item);
    case 'whole':
      return null;
  }
}

/** We offered a choice or knew nothing: the two messages together may say enough. */
function withoutItem(turn: Turn, last: LastQuestion, kind: MessageKind): TurnResult | null {
  if (last.tried.length === 0) return null;
  if (kind.kind === 'situation') return toldAfterList(turn, last, kind.told);
  const joined = { text: `${last.original} ${turn.text}`, masked: `${last.text} ${turn.masked}` };
  return matchStep({ ...turn, ...joined });
}

function otherSituation(
  turn: Turn,
  last: LastQuestion,
  item: Item,
  { told, asks, event }: Extract<MessageKind, { kind: 'situation' }>,
): TurnResult | null {
  // "hij wordt 18, wat nu": that he becomes it is the question, whatever was asked before.
  if (event && answeredAlone(turn)) return null;
  const profile = mergeProfile(turn.conversation.profile, told);
  if (changes(item, slotsOf(told)))
    return showItem(turn, item, { profile, question: last, candidates: shownCandidates(turn, item) });
  // "nee, oao": he corrects what we remember.
  if (CORRECTS.test(turn.text) && !ASKS.test(turn.text)) return remembered(turn, told, item);
  // A bare "oao" that changes nothing here asks for the word itself.
  if (turn.text.trim().split(/\s+/).length === 1 && turn.knowledge.findNamed(turn.text)) return null;
  if (!asks) return remembered(turn, told, item);
  const found = matchInContext(turn.knowledge, { item, before: last.text, text: turn.text });
  const [best] = found.candidates;
  if (best && best.id !== item.id && best.score >= SURE_OF_ANOTHER) return inContext(turn, last, item, found);
  const before = speaksOf(item, told) ? [] : [text(TEXTS.sameForAll)];
  return showItem(turn, item, { profile, question: last, candidates: shownCandidates(turn, item), before });
}

function changes(item: Item, slots: readonly Slot[]): boolean {
  return item.kind === 'entry' && slots.some((slot) => item.dependsOn.includes(slot));
}

/** A fact told without a question: kept, and said. */
function remembered(turn: Turn, told: Profile, item: Item | null): TurnResult | null {
  if (turn.text.trim().split(/\s+/).length < 3 && !CORRECTS.test(turn.text)) return null;
  const profile = mergeProfile(turn.conversation.profile, told);
  return result('smalltalk', [text(sayRemembered(sayProfile(profile))), text(TEXTS.nowAsk)], {
    candidates: item ? shownCandidates(turn, item) : [],
    conversation: { profile },
  });
}

/** The same item still holds the answer: now with all it has to say. */
function sameItem(turn: Turn, item: Item, candidates = shownCandidates(turn, item)): TurnResult {
  const { profile, asked } = turn.conversation;
  const details = detailsOf(item, profile);
  if (asked !== null || details === null)
    return showItem(turn, item, {
      candidates,
      ...(turn.conversation.last ? { question: turn.conversation.last } : {}),
    });
  const buttons = answerButtons(item, profile).filter(({ action }) => action.do !== 'more');
  return result('answer', [text(TEXTS.sameAnswer), text(details)], { buttons, candidates });
}

/** Refused for what it asks, however few its words. */
const STEERED: ReadonlySet<string> = new Set(['manipulation', 'evasion']);

function leaning(
  turn: Turn,
  last: LastQuestion,
  item: Item,
  { content, opens }: { readonly content: number; readonly opens: boolean },
): TurnResult | null {
  const alone = matchAlone(turn.knowledge, turn.text);
  const verdict = decide(alone, { language: turn.language, text: turn.text, masked: turn.masked });
  if (verdict.kind === 'decline' && (content >= 2 || STEERED.has(verdict.reason))) return null;
  // "ik heb geen arbeiders, telt dat": it points at its own words.
  if (verdict.kind === 'answer' && content >= 2 && !opens) return null;
  return inContext(turn, last, item, matchInContext(turn.knowledge, { item, before: last.text, text: turn.text }));
}

function inContext(turn: Turn, last: LastQuestion, item: Item, found: ContextMatch): TurnResult | null {
  const [best] = found.candidates;
  if (!best) return null;
  const { library } = turn.knowledge;
  const candidates = outcomeCandidates(found, library);
  const question = joinedQuestion(last, turn);
  if (best.score < SURE_IN_CONTEXT) return chooseAmong(turn, found.candidates, question);
  if (best.id === item.id) return sameItem(turn, item, candidates);
  const next = library.items.get(best.id);
  return next ? showItem(turn, next, { candidates, question, tried: [] }) : null;
}

/** Words that could stand alone lean only where they say too little and the context is sure of another item. */
function perhapsInContext(turn: Turn, last: LastQuestion, item: Item): TurnResult | null {
  const alone = turn.knowledge.matcher.match(turn.text);
  const verdict = decide(alone, { language: turn.language, text: turn.text, masked: turn.masked });
  if (verdict.kind === 'answer' && verdict.probability >= SURE_ALONE) return null;
  if (verdict.kind === 'decline' && verdict.reason !== 'out-of-scope') return null;
  // "wie moet tekenen" after stopping: what it says alone stands, unless its context names another side of the subject.
  const may = ({ id }: Candidate): boolean =>
    id !== item.id && (verdict.kind !== 'answer' || isKindred(turn, item, id));
  // Of what it says alone nothing may come from its context either: then the context need not be read.
  if (verdict.kind !== 'decline' && !alone.candidates.some(may)) return null;
  const found = matchInContext(turn.knowledge, { item, before: last.text, text: turn.text });
  if (verdict.kind === 'decline') return perhapsThis(turn, last, item, found);
  const [best] = found.candidates;
  if (!best || !may(best) || best.score < SURE_IN_CONTEXT) return null;
  // Not a word of it points at the item found: then it is another subject, and perhaps not ours.
  return alone.candidates.some(({ id }) => id === best.id) ? inContext(turn, last, item, found) : null;
}

/** "ik ben het vergeten" after Dimona: it says too little alone to be ours, but beside its context one question is near. */
function perhapsThis(turn: Turn, last: LastQuestion, item: Item, found: ContextMatch): TurnResult | null {
  const [best] = found.candidates;
  if (!best || best.id === item.id || best.score < SURE_OF_ANOTHER || !isKindred(turn, item, best.id)) return null;
  return chooseAmong(turn, [best], joinedQuestion(last, turn));
}

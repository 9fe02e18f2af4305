import type { Candidate, MatchResult } from '../../knowledge/match/match.js';
import { text, type Button, type TextPart } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import { triedItems } from './tried-items.js';
import { askedText } from './asked-text.js';
import { chooseButtons } from './choose-buttons.js';
import { decide, type Decision } from './decide.js';
import { declined } from './declined.js';
import { offerCoach } from './escalate.js';
import { extractProfile, mergeProfile } from './profile.js';
import { otherQuestions } from './other-questions.js';
import { withOthers } from './with-others.js';
import { showItem } from './show-item.js';
import { outcomeCandidates, result, type Turn, type TurnResult } from './turn.js';

/** The last step: match, decide, and answer, choose, offer the coach or decline. */
export function matchStep(turn: Turn): TurnResult {
  const match = turn.knowledge.matcher.match(askedText(turn));
  const candidates = outcomeCandidates(match, turn.knowledge.library);
  const dangerous = turn.knowledge.soundsDangerous?.(turn.text) ?? false;
  const decision = decide(match, { language: turn.language, text: turn.text, masked: turn.masked, dangerous });
  const profile = mergeProfile(turn.conversation.profile, extractProfile(turn.text));
  const note = languageNote(turn);
  switch (decision.kind) {
    case 'answer': {
      const item = turn.knowledge.library.items.get(decision.candidate.id);
      if (!item) return offerCoach(turn, [...note, text(TEXTS.notSure)], { candidates });
      return withOthers(
        turn,
        showItem(turn, item, {
          profile,
          candidates,
          tried: triedItems(turn.knowledge.library, match.candidates.slice(0, MOST_TRIED)),
          before: note,
        }),
        otherQuestions(turn, [decision.candidate]),
      );
    }
    case 'choose':
      return choose(turn, match, withAsked(turn, decision), note, profile);
    case 'escalate':
      return offerCoach(turn, note.length > 0 ? note : [text(decision.verdict ? TEXTS.verdict : TEXTS.notSure)], {
        candidates,
      });
    case 'decline':
      return declined(turn, decision.reason, candidates);
  }
}

type Choice = Extract<Decision, { kind: 'choose' }>;

/** Where a message asks several things, each of them is among the choices before what the whole resembles. */
function withAsked(turn: Turn, decision: Choice): Choice {
  if (decision.verdict) return decision;
  const asked = otherQuestions(turn, []);
  if (asked.length < 2) return decision;
  const rest = decision.candidates.filter(({ id }) => !asked.some((one) => one.id === id));
  return { ...decision, candidates: [...asked, ...rest].slice(0, MOST_CHOICES) };
}

const MOST_CHOICES = 3;
/** So many of what was found are noted with the question. */
const MOST_TRIED = 5;

function choose(
  turn: Turn,
  match: MatchResult,
  { candidates: offered, verdict }: { readonly candidates: readonly Candidate[]; readonly verdict?: true },
  note: readonly TextPart[],
  profile: TurnResult['conversation']['profile'] & object,
): TurnResult {
  const none: Button = { label: LABELS.none, action: { do: 'none-of-these' } };
  const buttons = [
    ...chooseButtons(
      turn,
      offered.map(({ id }) => id),
    ),
    // Our texts are Dutch: who writes another language is offered a person beside them, and who wants a verdict too.
    ...(note.length > 0 || verdict ? [{ label: LABELS.coach, action: { do: 'ask-coach' } } satisfies Button] : []),
    none,
  ];
  const intro = note.length > 0 ? maybeThis(turn) : verdict ? TEXTS.verdictRule : chooseIntro(offered.length);
  return result('choose', [...note, ...(verdict ? [text(TEXTS.verdict)] : []), text(intro)], {
    buttons,
    candidates: outcomeCandidates(match, turn.knowledge.library),
    conversation: {
      profile,
      asked: null,
      last: {
        text: turn.masked,
        original: turn.text,
        item: null,
        tried: triedItems(turn.knowledge.library, match.candidates.slice(0, MOST_TRIED)),
        at: turn.now.toISOString(),
      },
    },
  });
}

/** French and English get a courteous note before the Dutch offer. */
function languageNote(turn: Turn): readonly TextPart[] {
  const notes = { nl: null, fr: TEXTS.noteFrench, en: TEXTS.noteEnglish, other: null } as const;
  const note = notes[turn.language];
  return note === null ? [] : [text(note)];
}

function maybeThis(turn: Turn): string {
  return turn.language === 'fr' ? TEXTS.maybeThisFrench : TEXTS.maybeThisEnglish;
}

/** One question is not "one of these". */
function chooseIntro(offered: number): string {
  return offered === 1 ? TEXTS.chooseOne : TEXTS.chooseIntro;
}

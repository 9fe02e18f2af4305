import type { OutcomeCandidate } from '../outcome.js';
import { text } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import type { Decision } from './decide.js';
import { standingOf } from './standing.js';
import { result, type Turn, type TurnResult } from './turn.js';

type Reason = Extract<Decision, { kind: 'decline' }>['reason'];

const DECLINED = {
  'out-of-scope': TEXTS.outOfScope,
  manipulation: TEXTS.manipulation,
  evasion: TEXTS.evasion,
  person: TEXTS.noPersons,
} as const satisfies Record<Reason, string>;

/** A courteous refusal; what he had not answered yet still stands after it. */
export function declined(turn: Turn, reason: Reason, candidates: readonly OutcomeCandidate[]): TurnResult {
  const standing = standingOf(turn);
  if (standing) {
    const { asked, last } = turn.conversation;
    return result('decline', [text(DECLINED[reason]), text(standing.again)], {
      asks: asked?.slot ?? null,
      candidates,
      buttons: standing.buttons,
      conversation: { last: last && { ...last, at: turn.now.toISOString() } },
    });
  }
  // Other words would not make it something we help with.
  const again = reason === 'evasion' ? [] : [text(TEXTS.askAgain)];
  return result('decline', [text(DECLINED[reason]), ...again], {
    candidates,
    buttons: [
      { label: LABELS.coach, action: { do: 'ask-coach' } },
      { label: LABELS.menu, action: { do: 'menu' } },
    ],
    conversation: {
      asked: null,
      last: { text: turn.masked, original: turn.text, item: null, tried: [], at: turn.now.toISOString() },
    },
  });
}

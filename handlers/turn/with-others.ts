import type { Candidate } from '../../knowledge/match/match.js';
import { text } from '../reply.js';
import { TEXTS } from '../texts.js';
import { chooseButtons } from './choose-buttons.js';
import type { Turn, TurnResult } from './turn.js';

const MOST_OTHERS = 2;

/** A second question is named, and its answer is a tap away. */
export function withOthers(turn: Turn, done: TurnResult, others: readonly Candidate[]): TurnResult {
  const buttons = chooseButtons(
    turn,
    others.slice(0, MOST_OTHERS).map(({ id }) => id),
  );
  if (buttons.length === 0) return done;
  const { parts, buttons: own } = done.reply;
  return { ...done, reply: { ...done.reply, parts: [...parts, text(TEXTS.askedToo)], buttons: [...own, ...buttons] } };
}

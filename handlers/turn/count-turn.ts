import type { Item } from '../../knowledge/entry.js';
import type { QuestionRole, TurnEvent } from '../events.js';
import { commandOf } from './commands.js';
import type { Turn, TurnResult } from './turn.js';

/** The lines for the sector's figures that a turn leaves behind. */
export function turnEvents(turn: Turn, done: TurnResult): readonly TurnEvent[] {
  if (done.unrecorded === true) return done.events;
  const picked = pickedEvent(turn, done);
  if (turn.message.action !== null) return [...done.events, ...picked];
  return [...done.events, questionEvent(turn, done), ...picked];
}

/** An item chosen from a list is shown as much as one that is given at once. */
function pickedEvent(turn: Turn, done: TurnResult): readonly TurnEvent[] {
  const item = shownItem(turn, done);
  if (!item || commandOf(turn)?.do !== 'show') return [];
  return [{ type: 'shown', at: turn.now.toISOString(), item: item.id, ...placeOf(item) }];
}

function questionEvent(turn: Turn, done: TurnResult): TurnEvent {
  const item = shownItem(turn, done);
  return {
    type: 'question',
    at: turn.now.toISOString(),
    channel: turn.message.address.channel,
    decision: done.decision,
    language: turn.language,
    urgent: done.urgent,
    item: item?.id ?? null,
    ...(item ? placeOf(item) : { theme: null, phase: null }),
    score: done.candidates[0]?.score ?? null,
    asks: done.asks,
    masked: turn.masked,
    role: roleOf(turn, done),
  };
}

function shownItem(turn: Turn, done: TurnResult): Item | undefined {
  const shown = done.conversation.last?.item ?? null;
  return shown === null ? undefined : turn.knowledge.library.items.get(shown);
}

function placeOf(item: Item): Pick<Extract<TurnEvent, { type: 'shown' }>, 'theme' | 'phase' | 'factors'> {
  return {
    theme: item.kind === 'term' ? null : item.theme,
    phase: item.kind === 'term' ? null : (item.phase[0] ?? null),
    factors: item.kind === 'entry' ? item.factors : [],
  };
}

/** "SAO" after our own question, or "merci, dat lukt" to the coach, is no new question. */
function roleOf(turn: Turn, done: TurnResult): QuestionRole {
  if (commandOf(turn) !== null) return 'command';
  const { awaiting, asked, last } = turn.conversation;
  const reacts = done.tickets.length > 0 && done.tickets.every(({ version }) => version > 0);
  if (awaiting === 'phone' || reacts) return 'reply';
  const next = done.conversation.last;
  const same = next === undefined || next?.text === last?.text;
  return asked !== null && same && done.decision === 'answer' ? 'reply' : 'question';
}

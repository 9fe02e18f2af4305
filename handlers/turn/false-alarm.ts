import { text } from '../reply.js';
import { FALSE_ALARM_LINE, isOpen, type Ticket } from '../ticket.js';
import { TEXTS } from '../texts.js';
import { result, type Turn, type TurnResult } from './turn.js';

/** Whole messages that take an alarm back. Anything more than this is read as words, and may be danger. */
export const FALSE_ALARM =
  /^(nee+n?,? ?)?(sorry,? )?((het|dat|t|dit) (is|was) )?(maar )?((een |nen )?(vals|loos|fout|verkeerd) alarm|geen nood(geval)?|(er is )?geen nood|geen noodgeval|niet dringend)( sorry)?$/;

/** The asker says that there is no emergency: the ticket loses its colour, not its coach, who still looks at it. */
export function falseAlarm(turn: Turn): TurnResult {
  const open = turn.openTicket;
  const kind = open?.ticket.urgency ?? null;
  if (!open || kind === null || !isOpen(open.ticket)) return result('smalltalk', [text(TEXTS.noAlarm)]);
  const at = turn.now.toISOString();
  const line = { at, by: 'asker', action: FALSE_ALARM_LINE, detail: kind };
  const calm: Ticket = {
    ...open.ticket,
    urgency: null,
    updatedAt: at,
    history: [...open.ticket.history, line],
  };
  return result('smalltalk', [text(TEXTS.falseAlarm)], {
    tickets: [{ ticket: calm, version: open.version }],
    // Until a coach writes, what he asks next is a question of its own.
    conversation: { ...(calm.coachSpoke ? {} : { openTicket: null }), asked: null, awaiting: null },
  });
}

import { MentorlijnError } from '../errors.js';
import type { IncomingMessage } from '../message.js';
import type { Put } from '../ports.js';
import { putInbox, putOutbox, type InboxEntry, waitingSince } from '../records.js';
import { reply, text, type ReplyPart } from '../reply.js';
import { TEXTS } from '../texts.js';
import { cleanText } from './clean-text.js';
import type { TurnDeps } from './process-message.js';

/** After so many failures a message is set aside, visible on the desk, so that the rest goes on. */
export const MAX_ATTEMPTS = 3;

/** Is the trouble the message's own? A store that is away or too busy is not. */
export function isPoison(error: unknown): boolean {
  return !(error instanceof MentorlijnError && (error.code === 'store-unavailable' || error.code === 'conflict'));
}

/** A message that cannot be handled: counted, and in the end set aside with an honest word to whoever sent it. */
export async function setAside(deps: TurnDeps, inbox: InboxEntry, version: number, error: unknown): Promise<void> {
  const attempts = inbox.attempts + 1;
  const failure = error instanceof MentorlijnError ? error.code : 'internal';
  const state = attempts >= MAX_ATTEMPTS ? 'parked' : 'pending';
  deps.log.error('message-set-aside', error, { attempts, state });
  const entry = putInbox({ ...inbox, attempts, failure, state }, version);
  // Said once, also when a coach has it tried again.
  const word = attempts === MAX_ATTEMPTS ? [apology(deps, inbox.message)] : [];
  const done = await deps.store.commit({ puts: [entry, ...word] });
  if (!done.ok || state !== 'parked') return;
  deps.live.publish('outbox', inbox.message.conversation);
  deps.live.publish('tickets', null);
}

function apology(deps: TurnDeps, message: IncomingMessage): Put {
  const at = deps.clock.now().toISOString();
  return putOutbox(
    deps.ids.next(),
    {
      conversation: message.conversation,
      address: message.address,
      reply: reply([...urgentPart(deps, message), text(TEXTS.parked)]),
      ...waitingSince(at),
      ticket: null,
    },
    'absent',
  );
}

/** Danger is said, whatever else is broken. */
function urgentPart(deps: TurnDeps, message: IncomingMessage): readonly ReplyPart[] {
  try {
    const found = deps.knowledge.current().detectSignal(cleanText(message.text).text, []);
    return found ? [{ kind: 'urgent', signal: found.signal.kind, markdown: found.signal.text }] : [];
  } catch (error) {
    deps.log.error('signal-not-read', error);
    return [];
  }
}

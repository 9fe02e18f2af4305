import { olderLines, type OlderLine } from '../../handlers/continuity/older-lines.js';
import { conversationKey } from '../../handlers/message.js';
import type { Store } from '../../handlers/ports.js';

/** The older lines of a conversation that goes on here, as activities a client shows above its own. */
export async function olderActivities(store: Store, conversationId: string): Promise<readonly object[]> {
  const lines = await olderLines(store, conversationKey('web', conversationId));
  return lines.map((line) => toActivity(line, conversationId));
}

function toActivity({ from, name, text, at, seq }: OlderLine, conversationId: string): object {
  const role = from === 'asker' ? 'user' : 'bot';
  return {
    type: 'message',
    id: `${conversationId}|eerder-${String(seq)}`,
    timestamp: at,
    from: { id: role === 'bot' ? 'mentorlijn' : 'mentor', role, ...(from === 'coach' && name ? { name } : {}) },
    conversation: { id: conversationId },
    text: from === 'asker' ? text.replace(/^\[([^\]\n]+)\]/, '$1') : withoutButtons(text),
  };
}

/** A transcript numbers what could be pressed then; there is nothing to press now. */
function withoutButtons(text: string): string {
  return text.replace(/\n\n(?:\d{1,2}\. [^\n]+(?:\n|$))+$/, '');
}

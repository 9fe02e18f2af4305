import { askedText } from './asked-text.js';
import type { Turn } from './turn.js';

/** Gives a matcher that needs time the time, before anything is matched; with the plain matcher nothing happens. */
export async function prepareMatchStep(turn: Turn): Promise<null> {
  await turn.knowledge.matcher.prepare?.(askedText(turn));
  return null;
}

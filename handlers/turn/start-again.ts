import { text } from '../reply.js';
import { TEXTS } from '../texts.js';
import { result, type Turn, type TurnResult } from './turn.js';

const START = /^(?:start|begin|hervat|opnieuw)[.! ]*$/i;

/** "start" after "stop" means what it says; to everybody else it shows the menu. */
export function startAgainStep(turn: Turn): TurnResult | null {
  if (!turn.conversation.stopped || !START.test(turn.text.trim())) return null;
  return result('smalltalk', [text(TEXTS.resumed)], { conversation: { stopped: false } });
}

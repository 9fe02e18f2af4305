import type { Turn } from '../turn.js';

const MEANING =
  /\b(?:wat?|wadde) (?:is|zijn|betekent|betekend|betekenen|wil)\b|\b(?:betekenis|definitie|afkorting|uitleg) (?:van )?|\bstaat voor\b/i;

/** "wat is een oao" asks for the word, also while we wait for "SAO of OAO?". */
export function asksMeaning(turn: Pick<Turn, 'text' | 'knowledge'>): boolean {
  return MEANING.test(turn.text) && turn.knowledge.findNamed(turn.text) !== null;
}

import { toWords } from '../../../knowledge/text/analyse.js';
import { decide } from '../decide.js';
import type { Turn } from '../turn.js';

/** So surely not ours that it is no half of a question either. Fragments ("hoe lang") are as strange alone: hence the rest. */
const SURELY_NOT_OURS = 0.95;
/** Fewer words are a fragment that leans on what was said: "vanaf wanneer", "per week". */
const LEAST_WORDS = 3;
const LEANS =
  /^(?:en|maar|ook|of|dus|dan|bij|voor|met|in|op|tijdens|na|tegen|zonder|binnen|vanaf|tot|als|per|van|ja|nee+n?)\b|\b(?:dat|dit|da|dees|die|daar\w*|er\w*|hier\w*|dan|zo|zoiets|hetzelfde|ook|nog|hij|em|hem|zijn|ze|zij|haar|hun|ik|we|wij|mij|mijne?n?|ons|onze?n?)\b/i;
/** "hoeveel is het": the one word asks for a side of what was said. */
const ASKS_A_SIDE = /^(?:wie|wat|waar\w*|wanneer|hoe(?:veel|lang)?|hoe lang|hoe veel|welke) \p{L}+ (?:het|t)\b/iu;

type Asked = Pick<Turn, 'text' | 'masked' | 'language' | 'knowledge'>;

/** "hoe laat is het" between two messages about a learner: a sentence of its own, and surely not ours. */
export function isAside({ text, masked, language, knowledge }: Asked): boolean {
  const bare = text.trim().replace(/['’]/g, '');
  if (toWords(bare).length < LEAST_WORDS || LEANS.test(bare) || ASKS_A_SIDE.test(bare)) return false;
  const alone = knowledge.matcher.match(text);
  const verdict = decide(alone, { language, text, masked });
  return verdict.kind === 'decline' && verdict.reason === 'out-of-scope' && (alone.notOurs ?? 0) >= SURELY_NOT_OURS;
}

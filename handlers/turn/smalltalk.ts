import { text } from '../reply.js';
import { TEXTS } from '../texts.js';
import { result, type Turn, type TurnResult } from './turn.js';

type SmallTalk = readonly [pattern: RegExp, answer: keyof typeof TEXTS];

/** Whole messages only: "dag" greets, "hoeveel dagen" does not. */
const SMALL_TALK: readonly SmallTalk[] = [
  [
    /^((goei?e?|goede)? ?(dag|hallo|hey|hoi|salut|yo|hi|hello|bonjour|morgen|middag|avond|goeiemorgen|goedemorgen|goeiemiddag|goedemiddag|goeieavond|goedenavond|goeiendag|ewa)( (daar|allemaal|mentorlijn|bot|iedereen))?)$/,
    'greeting',
  ],
  [
    /^((heel )?(erg )?(hartelijk )?(bedankt|dank ?(u|je)( ?wel)?|dankjewel|merci|mercikes|thx|thanks|thank you|super bedankt|top bedankt)( (hoor|he|eh|zeg|voor (de|je|uw) (hulp|uitleg|info)))?( (bot|mentorlijn))?)$/,
    'thanks',
  ],
  [
    /^(tot (later|straks|ziens|de volgende( keer)?|morgen)|salukes|bye|daag|doei|ciao|saluutjes|slaapwel|goeienacht)$/,
    'goodbye',
  ],
  [
    /^(wie|wat) (zijt|ben|zijde|bende) ?(ge|gij|je|jij|u)?( eigenlijk)?$|^(ben (je|jij)|zijde|zijt (ge|gij)) (nen? |een )?(mens|bot|robot|computer|echt|echte mens|echt mens)( .{0,20})?$|^(is dit|praat ik met) (nen? |een )?(mens|bot|robot|computer|echt iemand)( .{0,20})?$/,
    'whoAreYou',
  ],
  [/^(hoe (gaat|is) (het|t|et)( met (je|jou|u))?|alles goed( met (je|jou|u))?|hoe ist|alles ok)$/, 'howAreYou'],
  [
    /^(ok|oke|okay|okee|goed|top|super|perfect|prima|in orde|allee goed|check|duidelijk|helder|snap ik|begrepen|ah ok|ja ok|voila|tof|cool|geweldig|mooi)$/,
    'okay',
  ],
];

/** Greetings, thanks and the like get a short human answer. */
export function smalltalkStep(turn: Turn): TurnResult | null {
  const bare = turn.text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = SMALL_TALK.find(([pattern]) => pattern.test(bare));
  return found ? result('smalltalk', [text(TEXTS[found[1]])]) : null;
}

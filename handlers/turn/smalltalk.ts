import { text } from '../reply.js';
import { LABELS, TEXTS } from '../texts.js';
import { bareWords } from './bare-words.js';
import { opensOnly } from './opening.js';
import { standingOf } from './standing.js';
import { result, type Turn, type TurnResult } from './turn.js';

type Answer = 'canAsk' | 'greeting' | 'thanks' | 'goodbye' | 'whoAreYou' | 'howAreYou' | 'insult' | 'testing' | 'okay';

const YOU = '(?:ge|gij|je|jij|u|jou|uw)';
const HUMAN =
  '(?:(?:nen?|een|echte?) )*(?:mens|bot|robot|chatbot|computer|machine|ai|persoon|iemand|vent|vrouw|levend)';
const BOT =
  '(?: (?:bot|robot|mentorlijn|chatbot|computer|daar|allemaal|iedereen|maat|vriend|jongens|there|mentor|coach|vrienden))*';

/** Whole messages only: "dag" greets, "hoeveel dagen" does not. Flemish, Dutch, French, English. */
const SMALL_TALK: readonly (readonly [Answer, RegExp])[] = [
  [
    'greeting',
    new RegExp(
      `^(?:(?:goei?e?n?|goede[nr]?|schone) ?)?(?:dag|dagske|hallo+|hallokes|hey+|hei|hoi+|heyla|hela|ola|salut|saluut|yo+|joo?|hi+|hello+|helaba|goendag|goedendag|goeiendag|bonjour|bonsoir|coucou|good (?:morning|afternoon|evening)|morning|morgen|middag|namiddag|avond|goe?i?emorgen|goe?d?emorgen|goeiemiddag|goedemiddag|goeienavond|goeienamiddag|goeieavond|goedenavond|ewa|wajow|wadup|sup|moin)${BOT}$`,
    ),
  ],
  [
    'thanks',
    /^(?:(?:ok|oke|okee|ja|super|top|goed|ah|allee|amai|perfect|prima|tof|cool|alvast|en) )*(?:(?:heel|erg|zeer|super|hartelijk|enorm|1000 ?(?:maal|x|keer)|duizendmaal|vriendelijk|welgemeend) )*(?:bedankt|dank(?: ?(?:u|je|ui))?(?: ?(?:wel|zeer|vriendelijk))?|dankje(?:wel)?|dankuwel|danku|merci+|merc|mercikes|mersi|thx|thnx|tnx|ty|thanks|thank (?:you|u)|cheers|super ?bedankt|top ?bedankt)(?: (?:hoor|he|eh|zeg|zenne|ze|se|wel|vriend|maat|man|coach|mentorlijn|bot|allemaal|alvast|echt|(?:very|so) much|a lot|beaucoup|bien|voor (?:alles|(?:de|je|uw|het|die|jullie) (?:\p{L}+ )?(?:hulp|uitleg|info|informatie|antwoord|tip|moeite|advies))|dat helpt(?: mij| me)?(?: (?:al )?(?:goed |veel )?(?:vooruit|verder))?))*$/u,
  ],
  [
    'goodbye',
    /^(?:(?:ok|oke|ja|allee|bon|goed|merci|bedankt) )*(?:salukes|tot (?:later|straks|ziens|gauw|binnenkort|de volgende(?: keer)?|morgen|kijk|dan|hoors|horens)|salu|saluutjes|(?:good ?)?bye+(?: bye)?|daag|dada|doei+|doeg|ciao|tsjau|tchao|slaapwel|slaap lekker|goeienacht|goedenacht|good ?night|see (?:you|ya)(?: later)?|au revoir|a bientot|bonne (?:soiree|journee|nuit)|(?:nog )?(?:een |ne |nen )?(?:fijne|prettige|schone|goeie|goede) (?:dag|avond|weekend|middag|week)(?: nog)?|fijn weekend|goed weekend|hou je (?:goed|haaks)|de groeten)(?: (?:hoor|he|en bedankt|bot|mentorlijn))*$/,
  ],
  [
    'whoAreYou',
    new RegExp(
      `^(?:hallo |hey |en |maar |zeg )*(?:(?:wie|wat) (?:zijt|ben|zijde|bende|zedde|zijdegij|is|zij)(?: (?:${YOU}|mentorlijn|dit|da|dat))*(?: (?:eigenlijk|nu|juist|precies|feitelijk|voor iets))*|(?:ben|zijde?|zijt|bende|zedde|is|spreek ik met|praat ik met|is dit|is dat|typ ik met)(?: (?:${YOU}|dit|da|dat|ik|met))* ${HUMAN}(?: .{0,20})?|(?:ben|zijde?|bende|zijt)(?: ${YOU})* (?:echt|nep|een? (?:leerkracht|coach))|(?:hoe heet|wat is (?:je|uw|jouw) naam|hoe noemt?)(?: ${YOU})*|who (?:are|r) (?:you|u)|what are you|are you (?:a )?(?:bot|human|real|robot)|qui (?:es[ -]tu|etes[ -]vous)|(?:wat|wa) (?:kan|kun|kunt|kunde|doet|doe)(?: ${YOU})*(?: (?:allemaal|eigenlijk|zoal|doen|voor mij|voor me))*|stel (?:je|u)(?:zelf)? voor)$`,
    ),
  ],
  [
    'howAreYou',
    new RegExp(
      `^(?:(?:hallo|hey|dag|hoi|en|yo|salut) )*(?:hoe (?:gaat|is|ist|isset|goatet|gaatet)(?: (?:het|t|et|da|dat|er))?(?: (?:met|mee|bij) ${YOU})?(?: (?:vandaag|nog))?|alles (?:goed|ok|kits|oke|in orde)(?: (?:met|bij) ${YOU})?|hoe maak(?:t)? ${YOU} het|(?:ca|comment) va(?:s tu)?(?: bien)?|comment allez vous|how are (?:you|u)(?: doing)?|how is it going|whats up)(?: (?:bot|maat|daar))?$`,
    ),
  ],
  [
    'canAsk',
    /^(?:(?:hallo|hey|dag|hoi|zeg|goeiemorgen|goeiedag|sorry) )*(?:(?:kan|mag|zou|kon|mocht) (?:ik|we)(?: (?:u|je|jou|jullie|hier|eens|even|misschien|ook))* (?:iets|wat|een (?:vraag|vraagje)|ne vraag)(?: (?:vragen|stellen))?(?: mogen (?:vragen|stellen))?|(?:ik )?(?:heb|zit met|had) (?:nog )?(?:een |ne |nen )?(?:vraag|vraagje)(?: (?:voor|aan) (?:u|je|jou|jullie|mentorlijn))?|vraagje|een vraag(?:je)?|nog (?:een )?vraag(?:je)?)$/,
  ],
  [
    'insult',
    /^(?:(?:gij|jij|je|ge|u|wat(?: een)?|zon?|amai|pff+|vuile?|stomme?|domme?|achterlijke?|onnozele?|slechte?|waardeloze?|kut|klote|kak|rot|debiele?|lelijke?|fucking|zijt|bent|ben|is|een|ne|nen|echt|maar|nen|dit|dat|da|stuk|en|al|toch|wel|zo|godverdomme|verdomme) )*(?:dom|stom|idioot|idiot|debiel|kalf|ezel|onnozelaar|onnozel|achterlijk|loser|klootzak|lul|kloot|eikel|sukkel|trut|kutbot|kakbot|rotbot|stommerik|dommerik|mongool|kieken|bullshit|zever|zever in pakskes|nutteloos|waardeloos|kut|kak|shit|fuck(?: (?:you|u|off))?|fock u|hou (?:je|uw|den|de) (?:bek|mond|muil|smoel)|(?:loop|rot) (?:naar de pomp|op)|val dood|kus mijn kloten|ferme (?:la|ta gueule)|ta gueule|connard|merde|stupid(?: bot)?|dumb(?: bot)?|useless|(?:domme|stomme|slechte|achterlijke|waardeloze|kut) ?(?:bot|robot|computer|chatbot|machine|app|site|lijn)|(?:hier |daar )?(?:heb|ben) ik (?:niks|niets) (?:aan|mee)|ge zijt niks waard)(?: (?:bot|robot|computer|zeg|gij|he|man|seg|machine))*$/,
  ],
  [
    'testing',
    /^(?:(?:even |effe |dit is )?(?:een |ne )?test(?:je|ing|en|bericht)?(?: ?(?:[123 ]+|een twee(?: drie)?|ok|test))*|[123 ]+test|werkt (?:dit|het|da|dat|deze chat)(?: (?:hier|nu|wel|al))?|doet (?:dit|het|da) het|(?:is|zit) (?:er|hier) iemand(?: daar)?|iemand (?:daar|hier|thuis)|ben je (?:er|daar)(?: nog)?|zijt ge (?:er|daar)(?: nog)?|hallo(?: hallo)+|asdf\w*|qwerty|azerty|blabla(?:bla)*|bla bla(?: bla)*|lorem ipsum)$/,
  ],
  [
    'okay',
    /^(?:(?:ja|ah|aha|oh|ok|oke|allee|amai|bon|wel|dat is|da is|das|das|is|zeer|heel|super|echt|goed|klinkt) )*(?:ok|oke|okay|okee|okido|okidoki|oki|k|kk|goed|goe|top|super|perfect|prima|uitstekend|in orde|check|duidelijk|helder|snap ik|ik snap het|begrepen|genoteerd|voila|tof|cool|geweldig|mooi|zalig|chic|interessant|wow|knap|niks|niets|(?:ha)+h?|(?:he){2,}|(?:hi){2,}|(?:ho){2,}|lol+|lmao|rofl|xd+|mdr|grappig|hehe|haha ?lol|great|nice|d accord|parfait|laat maar|laat maar zitten|nee bedankt|neen bedankt|nee merci|niet nodig|geen vragen|ik heb geen vraag|mmm+|hmm+|euh+|ah|aha|oh|oei|amai|tja|bon)(?: (?:dan|zo|hoor|he|zeg|ze|zenne|man|joh|maat))*$/,
  ],
];

const BARE = /^(?:ja+|jawel|jep|nee+n?|nope|inderdaad)[.!, ]*$/i;

/** Asked beside what still waits for his answer, and no end of it. */
const BESIDE: ReadonlySet<Answer> = new Set(['whoAreYou', 'howAreYou', 'testing']);

/** Greetings, thanks and the like get a short human answer. A greeting before a question is left to the question. */
export function smalltalkStep(turn: Turn): TurnResult | null {
  // A bare "ja" that answered none of our questions agrees with what was said.
  const answer = smalltalkOf(turn.text) ?? (BARE.test(turn.text.trim()) ? 'okay' : null);
  if (answer === null) return null;
  if (answer === 'insult')
    return result('smalltalk', [text(TEXTS.insult)], {
      buttons: [{ label: LABELS.coach, action: { do: 'ask-coach' } }],
    });
  const standing = BESIDE.has(answer) ? standingOf(turn) : null;
  if (!standing) return result('smalltalk', [text(TEXTS[answer])]);
  return result('smalltalk', [text(TEXTS[answer]), text(standing.again)], {
    buttons: standing.buttons,
  });
}

/** What kind of small talk a whole message is: as one, or piece by piece ("dag! hoe gaat het?"). */
export function smalltalkOf(message: string): Answer | null {
  if (message.length > 120) return null;
  const whole = kindOf(message);
  if (whole !== null) return whole;
  const pieces = message
    .split(/[,.!?;:\n]+|\p{Extended_Pictographic}+/u)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length < 2) return null;
  const kinds = pieces.map(kindOf);
  if (kinds.includes(null)) return null;
  // The piece that asks most of an answer: "ok, merci" thanks, "dag, wie zijt ge" asks.
  return [...kinds].reverse().find((kind) => kind !== 'okay' && kind !== 'greeting') ?? kinds.at(-1) ?? null;
}

function kindOf(message: string): Answer | null {
  const bare = bareWords(message);
  return SMALL_TALK.find(([, pattern]) => pattern.test(bare))?.[0] ?? (opensOnly(bare) ? 'canAsk' : null);
}

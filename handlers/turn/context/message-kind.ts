import { toWords } from '../../../knowledge/text/analyse.js';
import type { Profile } from '../../conversation.js';
import { readFacts } from '../profile/facts.js';

/** How a message stands to what was said before it. */
export type MessageKind =
  /** Only facts of the situation: "en bij een SAO?", "nee ik bedoel een oao". */
  | {
      readonly kind: 'situation';
      readonly told: Profile;
      readonly asks: boolean;
      /** What is told has just changed and is itself asked about: "hij wordt 18, wat nu". */
      readonly event: boolean;
    }
  /** Points back and adds nothing: "dat?", "en dan?", "leg eens uit". */
  | { readonly kind: 'bare' }
  /** Leans on what was said: "en wie betaalt dat?", "en in de vakantie?". */
  | { readonly kind: 'leaning'; readonly content: number; readonly opens: boolean }
  /** Could lean, could stand: "mag hij al beginnen", "wie komt er kijken". */
  | { readonly kind: 'short' }
  /** Stands on its own. */
  | { readonly kind: 'whole' };

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that say nothing of a subject. Standard Dutch, as the text layer writes it. */
const EMPTY = set(
  `a ah aan absoluut al alleen alles als allee amai ander andere anders bedoel bedoelde bedoelt ben bij bijna binnen bv daar dan dat de deze die dit door dus
  ding doe doen doet e echt een eens eerst eigenlijk en er euh even gaan gaat gedaan geen geldt geval gewoon ging goed graag haar had heb hebben heeft hem hen het
  hetzelfde hier hij hoe hoor hun iemand iets ik ikzelf in is ja jawel je jij juist kan klopt komt krijg krijgt kun kunnen maar mag me meer met mezelf mij mijn mis misschien moest moet moeten mogen
  na naar nee neen niet nog nu o of oe oei oeps ok oke om onder ons ook op opeens over pas peis precies sorry stel te tegen tegenover toch toe trouwens tuurlijk
  u uit van vanaf vraag veel volgens voor waar wanneer want was wat we wel welk welke werd wie wij wil willen word worden wordt
  zal zeg zeggen zei zeker zelf zelfde ze zij zijn zit zo zoiets zou zonder hoelang hoeveel waarom eh he hè och hmm ff even effe snel dezelfde verandert verschil verschilt antwoord blijft`,
);
/** Beside these, a situation may be described with: learners, contracts, ages. */
const SITUATION = set(
  `leerling leerlingen gast gasten jongen jongens meisje kerel stagiair stagiaire student jongere contract overeenkomst jaar oud vierde vijfde zesde denk verkeerd fout vergeten school type soort leerjongen leermeisje heeft geworden volgende week maand dit personeel bedrijf werk`,
);
const LEANING_OPENER =
  /^(?:(?:ah?|ok|oke|ja|nee|neen|allee|bedankt|merci|dank je|sorry|hmm|top)[ ,!.]+)*(?:en|maar|ook|of|dus|dan|of nog)\b|^(?:wat|hoe|en) (?:als|bij|met|voor|zit (?:het|da|dat))\b|^(?:bij|voor|met|in|op|tijdens|na|tegen|zonder|binnen|vanaf|tot|als|of|ook) \p{L}/iu;
const POINTER =
  /\b(?:dat|dit|da|daar(?:voor|van|mee|bij|op|in|over|aan|tegen|door|na|om)?|er(?:van|mee|voor|bij|aan|over|op)|hier(?:voor|van|mee|bij|over)?|dan|zoiets|hetzelfde|ook|die|dees)\b/i;
const DIE_OF_SOMEONE =
  /\b(?:die|dat|da|dit) (?=\p{L}{3,}(?:ling|man|jongen|gast|kerel|school|klant|collega|ouders|machine|werf|mama|papa)\b)/giu;
/** Another subject is announced. */
const ELSEWHERE =
  /\b(?:(?:iets|een|ne|nen)? ?(?:heel )?ander[es]?(?:e)? (?:vraag|vraagje|onderwerp)|iets (?:helemaal |heel )?anders|nieuwe vraag|nog (?:een |ne |n )?(?:vraag|vraagje))\b/i;
const ASKS_FULLY =
  /^(?:(?:en|maar|ja|nee|ah|ok|oke|dus|allee|bedankt|merci)[ ,!.]+)*(?:wie|wat|waar\w*|wanneer|welke?|hoe(?:veel|lang)?|mag|moet\w*|kan|kunde?|kunnen|mogen|heeft|heb|hebt|is|zijn|krijgt?|betaal\w*|wordt|moogt|mijne?n? |onze |ne |nen |een |ik |hij |ze |zij |we )/i;
/** A question word of its own asks for another side of the same thing: "en waar?", "tegen wanneer?". */
const ASKS_SOMETHING = /\b(?:wie|waar(?:om|voor)?|wanneer|hoelang|hoeveel|welke?)\b/i;
/** A fact told: "mijn leerling is 17", "nee, het is een sao". */
const STATES =
  /^(?:(?:ah?|ja|nee|neen|ok|oke|sorry|trouwens|euh?|maar|hallo|dag)[ ,!.]+)*(?:ik|mijne?n?|onze?n?|het|'t|'k|hij|ze|zij|de|wij|we|tis|is een|kheb)\b.*\b(?:heb|hebben|heeft|is|zijn|ben|wordt|zit|komt|gaat|volgt|doet|werk|bedoel\w*|tis|kheb)\b/i;
/** A question beside the fact: "…, wat nu", "… moet ik iets doen", "… mag hij dan". */
const ASKS_TOO =
  /\?|\b(?:wat|wa|wie|waar|wanneer|hoe\w*|waarom|geldt|verander\w*|verschil\w*|en nu|nu wel|nu (?:ook )?al)\b|\b(?:moet|mag|kan|kunde?|moete?k|krijgt|heeft|moeten|mogen|kunnen) (?:ik|hij|em|ze|zij|we|wij|dat|da|dit|het|er|nu)\b/i;
const BECOMES = /\b(?:word(?:t|en)?|geworden|verjaart|verjaard)\b/i;
/** "mag hij nu wel", "kan dat dan": the question is the one before. */
const POINTS_AT_ANSWER = /\b(?:dat|da|dit|daar\w*|dan|wel|ook)\b/i;
/** Somebody does or is something: "hij is ziek", "ze wil stoppen". It may well be news. */
const TELLS =
  /^(?:hij|ze|zij|ik|we|wij|(?:mijne?n?|onze?n?|de|den) (?:leerling|gast|jongen|stagiair|leerjongen))\b[^?]*$/iu;
const MOST_WORDS = 14;
const LEANING_WORDS = 11;

/** Reads how a message stands to what was said before it. */
export function kindOf(text: string): MessageKind {
  if (ELSEWHERE.test(text) && !/^(?:nee|neen),? /i.test(text)) return { kind: 'whole' };
  const { profile, rest } = readFacts(text);
  const words = toWords(text);
  if (words.length > MOST_WORDS) return { kind: 'whole' };
  if (Object.keys(profile).length > 0 && contentOf(rest).every((word) => SITUATION.has(word)))
    return {
      kind: 'situation',
      told: profile,
      asks: !STATES.test(text) || ASKS_TOO.test(text),
      event: BECOMES.test(text) && ASKS_TOO.test(text) && !POINTS_AT_ANSWER.test(text),
    };
  const content = contentIn(words);
  if (content.length === 0 && !ASKS_SOMETHING.test(text)) return { kind: 'bare' };
  const points = POINTER.test(text.replace(DIE_OF_SOMEONE, ''));
  const opens = LEANING_OPENER.test(text.trim());
  const full = ASKS_FULLY.test(text.trim()) && content.length >= 2;
  if (words.length > LEANING_WORDS && !(opens && points)) return { kind: 'whole' };
  if (opens && !full) return { kind: 'leaning', content: content.length, opens };
  if (points && content.length <= 3) return { kind: 'leaning', content: content.length, opens };
  if (content.length <= 1 && words.length <= 6 && !isTerm(words))
    return content.length === 1 && TELLS.test(text.trim())
      ? { kind: 'short' }
      : { kind: 'leaning', content: content.length, opens };
  return opens || content.length <= 2 ? { kind: 'short' } : { kind: 'whole' };
}

/** A single word is the name of something, not a question that leans. */
function isTerm(words: readonly string[]): boolean {
  return words.length <= 2 && contentOf(words.join(' ')).length === 1;
}

function contentOf(text: string): readonly string[] {
  return contentIn(toWords(text));
}

function contentIn(words: readonly string[]): readonly string[] {
  return words.filter((word) => !EMPTY.has(word) && !/^\d+$/.test(word) && word.length > 1);
}

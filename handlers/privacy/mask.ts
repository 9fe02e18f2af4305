import { maskNames } from './names.js';
import { maskNumbers, maskPhones } from './numbers.js';

const DOT = '\\s?(?:\\.|\\(dot\\)|\\[dot\\]|\\(punt\\)| punt | dot )\\s?';
const AT = '\\s?(?:@|\\(at\\)|\\[at\\]|\\(a\\)| at | apenstaart(?:je)? | apestaart(?:je)? )\\s?';
const TLD = '(?:be|com|nl|net|org|eu|fr|de|lu|info|vlaanderen|school|gent|brussels|io)';
// From the start of a word only: else letters without an end are read again from every one of them.
const EMAIL = new RegExp(
  `(?<![\\p{L}\\p{N}_%+-])[\\p{L}\\p{N}_%+-]+(?:(?:\\.| punt | dot | underscore | streepje )[\\p{L}\\p{N}_%+-]+)*${AT}[\\p{L}\\p{N}-]+(?:${DOT}[\\p{L}\\p{N}-]+)*${DOT}${TLD}(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Without a known ending it is still an address. */
const ANY_EMAIL = /(?<![\p{L}\p{N}._%+-])(?!student@)[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu;

const STREET =
  /(?<!\p{L})([\p{L}'’-]*[\p{L}][\p{L}-](?:straat|laan|weg|steenweg|plein|dreef|lei|kaai|baan|pad|hof|berg|veld|dorp|markt|singel|vest|ring|wijk|str\.))[ ,]+(?:(?:nr\.?|nummer|huisnummer) ?)?\d{1,4}(?:[ ]?[a-z](?!\p{L}))?(?:[ ,]*(?:bus|bte|b)\.? ?\w{1,4}|\/\w{1,4})?(?![\d:.,]\d|[ ]?(?:u\b|uur|min|m\b|m2|m²|meter|km|dag|week|weken|maand|jaar|keer|man\b|euro|€|%|are|ha\b|ton|kg|kilo|leerling|mensen|bomen|planten|stuks))(?:[ ,]+(?:[bB]-?)?\d{4}[ ]+\p{L}[\p{L}-]+)?/giu;
/** "Grote Steenweg", "Leopold II-laan": the words with a capital before it belong to it. */
const BEFORE_STREET = /(?:\p{Lu}[\p{L}'’.]+[ -]){1,2}\[adres\]/gu;
/** "Oude Baan 112", "grote markt 5": the street's word stands apart. */
const TWO_WORDS =
  /(?<!\p{L})(?:(?:oude|nieuwe|grote|kleine|hoge|lage|lange|korte|brede|smalle|groene|eerste|tweede) (?:straat|laan|weg|steenweg|plein|dreef|baan|pad|markt|kaai|lei|singel)|\p{Lu}[\p{L}'’-]+ (?:Straat|Laan|Weg|Steenweg|Plein|Dreef|Baan|Pad|Markt|Kaai|Lei|Singel|Hof|Veld))[ ,]+(?:(?:nr\.?|nummer) ?)?\d{1,4}(?:[ ]?[a-z](?!\p{L}))?(?:[ ,]*(?:bus|bte)\.? ?\w{1,4})?(?=\s*(?:$|[,.;!?)]|(?:in|te|en|bij)\s))(?:[ ,]+(?:[bB]-?)?\d{4}[ ]+\p{L}[\p{L}-]+)?/giu;
/** Said to be an address, or with a box number: whatever its words. "Steenweg op Gent 102" too. */
const SAID_TO_BE =
  /((?:\b(?:woont|wonen|woon|wonende)(?: (?:nu|daar|bij ons))?(?: (?:in|op|aan|te))?(?: (?:de|het|den))?|\badres(?: is|:)?) )(?:\p{Lu}[\p{L}'’-]+ ){1,3}\d{1,4}(?![\d:.,]\d)/gu;
const WITH_BOX = /(?:\p{Lu}[\p{L}'’-]+ ){1,3}\d{1,4} ?(?:bus|bte) ?\w{1,4}(?: (?:te )?\d{4})?/gu;
const ROAD_TO = /(?<!\p{L})[Ss]teenweg (?:op|naar|van) \p{Lu}[\p{L}-]+ \d{1,4}(?!\d)/gu;
/** Ways and fields a landscaper writes numbers beside. */
const NO_STREET =
  /(?:onder|half|auto|snel|auto?snel|spoor|water|land|bos|voet|fiets|wandel|tuin|grind|gras|sport|voetbal|speel|werk|tennis|loop|tewerk|vrij|kerk|school|binnen|markt|arbeids|jobs?|telefoon|beweg|terug|groen|moes|bloem|oprij|kanaal|(?:^|[ -])(?:kring|her|even|over|om|op|ver|rij|ren))(?:weg|pad|veld|baan|hof|plein|laan|markt|wijk|ring)$|(?:^|[ -])(?:leerling|ruim|verzor|oplei|bemid|vergad|ervar|herin|vergoed|tewerkstelling)\p{L}*$|ing$|eving$/iu;

/** Patterns are read piece by piece: their work grows faster than the text. Characters. */
const PIECE = 1_200;

/** Masks what identifies a person. Numbers of services (112, 1813, 070 245 245) are nobody's and stay. */
export function mask(text: string): string {
  // Streets before names: "Leopold II-laan" is no person.
  return maskNames(pieces(text).map(maskPatterns).join(''));
}

function maskPatterns(text: string): string {
  const first = maskNumbers(text.replace(EMAIL, '[e-mailadres]').replace(ANY_EMAIL, '[e-mailadres]'));
  return maskStreets(maskPhones(first));
}

/** Best places first; a space between digits is inside a number. At last behind a sign that no number or address has, or between two numbers. */
const CUTS: readonly RegExp[] = [
  /\n/g,
  /[\p{L})][.!?] (?=\p{L})/gu,
  /\p{L}, (?=\p{L})/gu,
  /\p{L} (?=\p{L})/gu,
  /[^\p{L}\p{N}\s.,'’@_%+()/-]/gu,
  /[-/](?=0\d{2,3} |\+)/g,
];

function lastEnd(text: string, place: RegExp): number {
  const last = [...text.matchAll(place)].at(-1);
  return last ? last.index + last[0].length : -1;
}

/** Cut after a line, a sentence, or at least a word, so that nothing personal is cut in two. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > PIECE) {
    const window = text.slice(from, from + PIECE);
    const cut = CUTS.map((place) => lastEnd(window, place)).find((at) => at > PIECE / 2) ?? PIECE;
    found.push(window.slice(0, cut));
    from += cut;
  }
  return [...found, text.slice(from)];
}

function maskStreets(text: string): string {
  if (!/\d/.test(text)) return text;
  return text
    .replace(STREET, (whole, street: string) => (NO_STREET.test(street) ? whole : '[adres]'))
    .replace(TWO_WORDS, '[adres]')
    .replace(SAID_TO_BE, '$1[adres]')
    .replace(WITH_BOX, '[adres]')
    .replace(ROAD_TO, '[adres]')
    .replace(BEFORE_STREET, '[adres]');
}

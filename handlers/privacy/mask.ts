import { maskNames } from './names.js';
import { maskNumbers, maskPhones } from './numbers.js';

const DOT = '\\s?(?:\\.|\\(dot\\)|\\[dot\\]|\\(punt\\)| punt | dot )\\s?';
const AT = '\\s?(?:@|\\(at\\)|\\[at\\]|\\(a\\)| at | apenstaart(?:je)? | apestaart(?:je)? )\\s?';
const TLD = '(?:be|com|nl|net|org|eu|fr|de|lu|info|vlaanderen|school|gent|brussels|io)';
const EMAIL = new RegExp(
  `[\\p{L}\\p{N}_%+-]+(?:(?:\\.| punt | dot | underscore | streepje )[\\p{L}\\p{N}_%+-]+)*${AT}[\\p{L}\\p{N}-]+(?:${DOT}[\\p{L}\\p{N}-]+)*${DOT}${TLD}(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Without a known ending it is still an address. */
const ANY_EMAIL = /(?<![\p{L}\p{N}._%+-])(?!student@)[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu;

const STREET =
  /(?<!\p{L})([\p{L}'’-]*[\p{L}][\p{L}-](?:straat|laan|weg|steenweg|plein|dreef|lei|kaai|baan|pad|hof|berg|veld|dorp|markt|singel|vest|ring|wijk|str\.))[ ,]+(?:(?:nr\.?|nummer|huisnummer) ?)?\d{1,4}(?:[ ]?[a-z](?!\p{L}))?(?:[ ,]*(?:bus|bte|b)\.? ?\w{1,4}|\/\w{1,4})?(?![\d:.,]\d|[ ]?(?:u\b|uur|min|m\b|m2|m²|meter|km|dag|week|weken|maand|jaar|keer|man\b|euro|€|%|are|ha\b|ton|kg|kilo|leerling|mensen|bomen|planten|stuks))(?:[ ,]+(?:[bB]-?)?\d{4}[ ]+\p{L}[\p{L}-]+)?/giu;
/** "Grote Steenweg", "Leopold II-laan": the words with a capital before it belong to it. */
const BEFORE_STREET = /(?:\p{Lu}[\p{L}'’.]+[ -]){1,2}\[adres\]/gu;
/** Ways and fields a landscaper writes numbers beside. */
const NO_STREET =
  /(?:onder|half|auto|snel|auto?snel|spoor|water|land|bos|voet|fiets|wandel|tuin|grind|gras|sport|voetbal|speel|werk|tennis|loop|rij|ren|tewerk|vrij|kerk|school|binnen|markt|arbeids|jobs?|telefoon|ver|beweg|even|over|om|terug|groen|moes|bloem|op|oprij|kanaal|kring|her)(?:weg|pad|veld|baan|hof|plein|laan|markt|wijk|ring)$|(?:^|[ -])(?:leerling|ruim|verzor|oplei|bemid|vergad|ervar|herin|vergoed|tewerkstelling)\p{L}*$|ing$|eving$/iu;

/** Masks what identifies a person. Numbers of services (112, 1813, 070 245 245) are nobody's and stay. */
export function mask(text: string): string {
  const first = maskNumbers(text.replace(EMAIL, '[e-mailadres]').replace(ANY_EMAIL, '[e-mailadres]'));
  // Streets before names: "Leopold II-laan" is no person.
  return maskNames(maskStreets(maskPhones(first)));
}

function maskStreets(text: string): string {
  if (!/\d/.test(text)) return text;
  return text
    .replace(STREET, (whole, street: string) => (NO_STREET.test(street) ? whole : '[adres]'))
    .replace(BEFORE_STREET, '[adres]');
}

import { DOUBTFUL_NAMES, FIRST_NAMES, SURNAMES } from './first-names.js';
import { isCommonWord } from './common-words.js';

const NAME = '[naam]';
const ROLES =
  'leerling|leerlinge|leerjongen|leermeisje|stagiair|stagiaire|student|studente|gast|gastje|jongen|meisje|kerel|kandidaat|zoon|dochter|broer|zus|neef|nicht|mentor|trajectbegeleider|trajectbegeleidster|begeleider|begeleidster|leerkracht|leraar|lerares|titularis|collega|maat|kameraad|ploegbaas|meestergast|werknemer|arbeider|klant|buur|buurman|buurvrouw|vader|moeder|mama|papa|ma|pa|oma|opa|vriend|vriendin|directeur|directrice|coach|dokter|huisarts|arbeidsarts|inspecteur|zaakvoerder|baas|patron|dossierbeheerder';
const TITLES =
  'meneer|mijnheer|menheer|mevrouw|madam|mr\\.?|mevr\\.?|mvr\\.?|mw\\.?|dhr\\.?|dr\\.?|meester|juf|juffrouw|nonkel|tante';
const FAMILY =
  'mama|moeder|ma|papa|vader|pa|ouders?|oma|opa|broer|zus|voogd|vriendin|vriend|gsm|telefoon|nummer|adres|attest|contract|overeenkomst|dimona|uren|loon|opleidingsplan|prestatiestaat|agenda';

/** After these words a name follows, whatever it looks like. */
const INTRODUCED =
  /(?:^|[^\p{L}])(?:(?:hij|ij|zij|ze|ik|leerling|leerlinge|gast|jongen|meisje|stagiaire?|die|en) (?:heet|heette)|heet (?:hij|ij|ze|zij)|genaamd|(?:mijn|zijn|haar) (?:roep|voor|achter|familie)?naam(?: is|:)|naam van (?:mijn|de|onze) \p{L}+(?: is|:)|(?:^|\n)naam ?:|roepnaam)[ :]+$/iu;
/** After these a name may follow, if it looks like one. */
const CALLED =
  /(?:^|[^\p{L}])(?:noemt|noemde|noemen) (?:hij|ij|ze|zij|hem|haar|we hem|we haar)? ?$|(?:^|[^\p{L}])(?:met (?:de )?naam|naam ?:)[ :]+$/iu;
const GREETED_OFF =
  /(?:^|[^\p{L}])(?:groet(?:en|jes)?|groetjes van|grtn?|grtz|grtjs|gr|mvg|vg|hoogachtend|vriendelijke groet(?:en)?(?: van)?)[\s,.:;-]+$/iu;
const THANKED =
  /(?:^|[^\p{L}])(?:bedankt|dank(?: ?(?:u|je))?(?: ?wel)?|merci|alvast|thx)[\s,:;-]+$|(?:^|\n)(?:hallo|dag|hey|hoi|beste|goeiemorgen|goedemorgen)[\s,:-]+$/iu;
const I_AM = /(?:^|[^\p{L}])(?:ik ben|k ben|kben|met|hier|ik,|spreekt met)[ ]+(?:de |den )?$/iu;
const AFTER_ROLE = new RegExp(
  `(?:^|[^\\p{L}])(?:${ROLES})(?: van (?:mij|ons))?(?:,| -| ?[:=])? (?:\\(|"|genaamd |heet )?$`,
  'iu',
);
const ROLE_IS = new RegExp(`(?:^|[^\\p{L}])(?:${ROLES}),? (?:is|was) $`, 'iu');
const AFTER_TITLE = new RegExp(`(?:^|[^\\p{L}])(?:${TITLES}) $`, 'iu');
const OF_FAMILY = new RegExp(`(?:^|[^\\p{L}])(?:${FAMILY}) van $`, 'iu');
const BEFORE_ROLE = new RegExp(
  `^(?:,| -) (?:mijn|onze|onzen|mijne|mijnen|de|den|'n|een|ne|nen) (?:(?:duale|nieuwe|oao|sao)[ -])?(?:${ROLES})(?![\\p{L}])`,
  'iu',
);
/** Schools, saints and sayings that hold a first name. */
const NO_PERSON_BEFORE = /(?:\bsint|\bst\.?|\bheilige?|\bbasiliek|\bcollege|\bschool|\binstituut|\bcafe)[ -]$|\d ?$/iu;
const NO_PERSON_AFTER =
  /^(?: en alleman| modaal| more\b| deere\b|[- ](?:instituut|college|school|straat|laan|plein)|\.(?:be|com|nl))/iu;

/** Words that follow a role in plain sentences, though some people are called so. */
const RISKY = new Set(
  'an art elke toon said bas ben bo can door elf fons gil hope job jan leen lot max peter pim mees mei min nest ona prins rein ray robin sol til veer vos wil zus sam storm'.split(
    ' ',
  ),
);

/** Typed small these are no persons: "magda" asks "mag dat". */
const NO_PERSON_SMALL = new Set(['magda']);

/** With a capital in the middle of a sentence these are still no persons. */
const NO_PERSON_WITH_CAPITAL = new Set(
  'frans noor mei juni june april can adam sol mol prins angel hope faith paris gil vos wolf beer star sun su peter job'.split(
    ' ',
  ),
);

/** "Tuinen Claes": firms are called after their owner. */
const FIRM =
  /(?<!\p{L})((?:Tuinen|Groenwerken|Tuinwerken|Tuinaanleg|Tuinonderneming|Tuinonderhoud|Groenonderhoud|Boomverzorging|Hoveniersbedrijf|Tuinarchitect|Firma) (?:\p{Lu}\. )?)(\p{Lu}\p{Ll}[\p{L}'’-]+)/gu;

/** "De Smet", "Van den Broeck": the name of a title or a role that begins with a small word. */
const PARTICLE = /^(?:De|Den|Van|Vande|Vanden|Vander|Ter|Ten|El|Al|Di|Le|La|Da)$/u;
const SURNAME_AFTER = /^ (?:(?:de|den|der|De|Den|Der) )?\p{Lu}\p{Ll}[\p{L}'’-]*/u;

const WORD = /\p{L}[\p{L}'’-]*/gu;
const SURNAME =
  /^ (?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[Bb]en|[Ll]e|[Ll]a|[Dd]a|[Dd]i|[Vv]on|[Vv]ande|[Vv]anden|'t) ){0,3}(\p{Lu}[\p{L}'’-]+)/u;
/** "L. Van Hoof": a letter stands for the first name. */
const INITIAL =
  /(?<![\p{L}.])\p{Lu}\. ?(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Vv]anden|[Vv]ande|El|Al) ){0,2}(\p{Lu}\p{Ll}[\p{L}'’-]+)/gu;

/** Masks the names of persons: known first names, and any name that its surroundings give away. */
export function maskNames(whole: string): string {
  const text = whole
    .replace(FIRM, (found, firm: string, owner: string) => (isCommonWord(owner) ? found : firm + NAME))
    .replace(INITIAL, (found, surname: string) => (isCommonWord(surname) ? found : NAME));
  const found: string[] = [];
  let masked = '';
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    const at = match.index;
    if (at < done) continue;
    const end = at + match[0].length;
    if (!isName(match[0], text.slice(Math.max(0, at - 60), at), text.slice(end, end + 60))) continue;
    found.push(match[0]);
    masked += text.slice(done, at) + NAME;
    done = end + surnameLength(text.slice(end, end + 60));
  }
  return again(masked + text.slice(done), found);
}

/** A name given away once is known for the rest of the message. */
function again(masked: string, names: readonly string[]): string {
  const rare = [
    ...new Set(names.filter((name) => name.length >= 4 && !isCommonWord(name) && !DOUBTFUL_NAMES.has(bareName(name)))),
  ];
  return rare.reduce(
    (text, name) =>
      text.replace(new RegExp(`(?<![\\p{L}\\[])${name.replace(/[^\p{L}'-]/gu, '')}(?![\\p{L}\\]])`, 'giu'), NAME),
    masked,
  );
}

function isName(word: string, before: string, after: string): boolean {
  if (before.endsWith('[') || after.startsWith(']')) return false;
  if (PARTICLE.test(word) && SURNAME_AFTER.test(after) && (AFTER_TITLE.test(before) || AFTER_ROLE.test(before)))
    return true;
  if (NO_PERSON_SMALL.has(word)) return false;
  const bare = bareName(word);
  const capital = /^\p{Lu}[\p{Ll}'’-]/u.test(word);
  const known = FIRST_NAMES.has(bare) && !(isCommonWord(word) && bare !== word.toLowerCase());
  const doubtful = !known && DOUBTFUL_NAMES.has(bare);
  const common = isCommonWord(word) && !(doubtful && capital);
  if (!known && !doubtful && common) return false;
  if (known && !NO_PERSON_BEFORE.test(before) && !NO_PERSON_AFTER.test(after)) return true;
  if (doubtful && capital && /[\p{Ll},] $/u.test(before) && !NO_PERSON_WITH_CAPITAL.has(bare)) return true;
  const surnamed = hasSurname(after);
  // "Ceulemans Thibault", as on a list of a school.
  if (capital && SURNAMES.has(word.toLowerCase()) && FIRST_NAMES.has(bareName(firstWordOf(after)))) return true;
  if (doubtful && surnamed && (capital || SURNAMES.has(firstWord(after)))) return true;
  if (!common && INTRODUCED.test(before)) return true;
  if (GREETED_OFF.test(before) && endsSoon(after)) return !common;
  const likely = known || (doubtful && !RISKY.has(bare)) || (capital && !common);
  const surname = SURNAMES.has(word.toLowerCase());
  if (AFTER_TITLE.test(before)) return likely || surname;
  if (AFTER_ROLE.test(before) || OF_FAMILY.test(before))
    return likely || (surname && !/^(?:peters|engels|bakker)$/i.test(word));
  if (CALLED.test(before)) return likely;
  if (ROLE_IS.test(before) || I_AM.test(before)) return (doubtful && capital) || (capital && !common && surnamed);
  if (THANKED.test(before) && endsSoon(after)) return capital;
  return capital && !common && BEFORE_ROLE.test(after);
}

function endsSoon(after: string): boolean {
  return /^(?: \p{L}[\p{L}'’-]*){0,2}\s*(?:[.!,)]\s*)?(?:$|\n)/u.test(after) || /^\s*[,!\n]/.test(after);
}

function hasSurname(after: string): boolean {
  return surnameLength(after) > 0;
}

function surnameLength(after: string): number {
  let length = 0;
  // At most two, each no word of every day: "Emma Claes van CLB" ends before the CLB.
  for (let count = 0; count < 2; count += 1) {
    const tail = SURNAME.exec(after.slice(length));
    if (!tail || isCommonWord(tail[1] ?? '')) break;
    length += tail[0].length;
  }
  if (length > 0) return length;
  const lower = /^ (?:(?:van|de|den|der|vande|vanden) ){0,2}(\p{L}+)/u.exec(after);
  return lower && SURNAMES.has((lower[1] ?? '').toLowerCase()) ? lower[0].length : 0;
}

function firstWordOf(after: string): string {
  return /^ (\p{Lu}[\p{L}'’-]+)/u.exec(after)?.[1] ?? '';
}

function firstWord(after: string): string {
  return (/^ (\p{L}+)/u.exec(after)?.[1] ?? '').toLowerCase();
}

/** "Kevin's", "Jefke", "Chloë" -> kevin, jef, chloe. */
function bareName(word: string): string {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’]/g, "'");
  if (FIRST_NAMES.has(plain) || DOUBTFUL_NAMES.has(plain)) return plain;
  const cut = plain.replace(/'s$/, '').replace(/^(.{4,})s$/, '$1');
  if (FIRST_NAMES.has(cut)) return cut;
  const small = plain.replace(/(?:neke|ke|eke)$/, '');
  return small.length >= 3 && FIRST_NAMES.has(small) ? small : cut;
}

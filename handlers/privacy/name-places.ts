import { SURNAMES } from './first-names.js';

/** A word that may be a name, and what stands around it. */
export interface Suspect {
  readonly word: string;
  readonly before: string;
  readonly after: string;
  readonly capital: boolean;
  /** A first name that is also a plain word. */
  readonly doubtful: boolean;
  /** A word of every day; one that is also a first name no longer, once it has a capital. */
  readonly common: boolean;
  /** Likely a name where one is expected. */
  readonly likely: boolean;
  /** Whether a surname follows. */
  readonly surnamed: boolean;
}

/** A place where names stand, and what a word there must be like to be one. */
interface Place {
  readonly here: (suspect: Suspect) => boolean;
  readonly isName: (suspect: Suspect) => boolean;
}

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

/** The first place that fits decides. */
const PLACES: readonly Place[] = [
  { here: ({ before, common }) => !common && INTRODUCED.test(before), isName: () => true },
  { here: ({ before, after }) => GREETED_OFF.test(before) && endsSoon(after), isName: ({ common }) => !common },
  { here: ({ before }) => AFTER_TITLE.test(before), isName: ({ likely, word }) => likely || isSurname(word) },
  {
    here: ({ before }) => AFTER_ROLE.test(before) || OF_FAMILY.test(before),
    isName: ({ likely, word }) => likely || (isSurname(word) && !/^(?:peters|engels|bakker)$/i.test(word)),
  },
  { here: ({ before }) => CALLED.test(before), isName: ({ likely }) => likely },
  {
    here: ({ before }) => ROLE_IS.test(before) || I_AM.test(before),
    isName: ({ capital, doubtful, common, surnamed }) => capital && (doubtful || (!common && surnamed)),
  },
  { here: ({ before, after }) => THANKED.test(before) && endsSoon(after), isName: ({ capital }) => capital },
  { here: ({ after }) => BEFORE_ROLE.test(after), isName: ({ capital, common }) => capital && !common },
];

/** Whether its surroundings give a name away. */
export function isGivenAway(suspect: Suspect): boolean {
  return PLACES.find(({ here }) => here(suspect))?.isName(suspect) ?? false;
}

/** After a title or a role a small word with a capital begins a surname. */
export function isAfterRole(before: string): boolean {
  return AFTER_TITLE.test(before) || AFTER_ROLE.test(before);
}

function isSurname(word: string): boolean {
  return SURNAMES.has(word.toLowerCase());
}

function endsSoon(after: string): boolean {
  return /^(?: \p{L}[\p{L}'’-]*){0,2}\s*(?:[.!,)]\s*)?(?:$|\n)/u.test(after) || /^\s*[,!\n]/.test(after);
}

import { bareWords } from './bare-words.js';

/** What a message wants to know of one particular person, which no rule can answer. */
export type AboutPerson =
  /** To judge him, or to decide about him: the rule may be shown, the decision is for people who know him. */
  | 'verdict'
  /** To know something of him: his marks, his number, what he does. */
  | 'facts';

/** How a masked name is read here. */
const NAME = 'qnaam';
const OF_US = '(?:(?:onze?n?|mijne?n?|de|den|die) )?(?:(?:kleinen?|leerling|leerjongen|gast|jongen|stagiaire?) )?';
const NAMED = `${OF_US}${NAME}(?: ${NAME})?`;
const LEARNER =
  '(?:hij|ze|zij|hem|haar|(?:mijne?n?|onze?n?|de|den|die|deze|dees) (?:nieuwe? )?(?:leerling|leerjongen|leermeisje|gast|jongen|jongere|meisje|stagiaire?|student|kerel|kandidaat))';
const YOU = '(?:ge|gij|je|jij|u|jullie)';
const SOFT =
  '(?: (?:wel|niet|nu|al|nog|echt|toch|ook|eigenlijk|dan|eens|best|beter|gewoon|zelf|volgend jaar|dit jaar|een|ne|nen))*';
const DECIDE =
  '(?:ontslaan|buitenzetten|buitengooien|buitensmijten|buitenvliegen|wegsturen|wegdoen|houden|behouden|aannemen|aanwerven|kiezen|weigeren|laten gaan|laten vallen|laten slagen|laten zakken|buizen|schorsen|straffen|vertrouwen|geloven|(?:buiten|weg) (?:zetten|gooien|smijten|sturen|doen)|aan de deur zetten|(?:kans|onvoldoende|buis|goed rapport|slecht rapport|evaluatie|goede punten|slechte punten|rode kaart|c4) geven)';
const JUDGED =
  '(?:geschikt|ongeschikt|bekwaam|onbekwaam|rijp|goed genoeg|slim genoeg|sterk genoeg|volwassen genoeg|te vertrouwen|betrouwbaar|onbetrouwbaar|lui|dom|gemotiveerd|een goeie?|goede?|de juiste|iets waard|hopeloos|schuldig|onschuldig|verslaafd|aan de drugs|gevaarlijk|autistisch|een dief|een leugenaar|welkom)';

const VERDICTS: readonly RegExp[] = [
  new RegExp(
    `(?:^| )(?:mag|kan|moet|zal|zou|ga|wil|kunnen|mogen|moeten|zullen) (?:ik|we|wij)${SOFT} ${NAMED}(?: \\p{L}+){0,5} ${DECIDE}(?: |$)`,
    'u',
  ),
  // Whether a learner passes is decided by people who know him, however he is called.
  new RegExp(
    `(?:^| )(?:mag|kan|moet|zal|zou|ga|wil|kunnen|mogen|moeten|zullen) (?:ik|we|wij)${SOFT} (?:${NAMED}|${LEARNER}|(?:de|den|die|onze?n?|mijne?n?) \\p{L}+)(?: \\p{L}+){0,3} (?:buizen|laten slagen|laten zakken)(?: |$)`,
    'u',
  ),
  new RegExp(`(?:^| )(?:is|was|blijft|lijkt) ${NAMED}${SOFT} ${JUDGED}(?: |$)`),
  new RegExp(
    `(?:^| )(?:is|lijkt) ${LEARNER}${SOFT} (?:geschikt|ongeschikt|te vertrouwen|schuldig|een dief|een leugenaar)(?: |$)`,
  ),
  new RegExp(`(?:^| )past ${NAMED}${SOFT} (?:bij|in|voor)(?: |$)`),
  new RegExp(
    `(?:^| )(?:zal|gaat) (?:${NAMED}|${LEARNER})(?: \\p{L}+){0,3} (?:slagen|halen|lukken|afstuderen)(?: |$)`,
    'u',
  ),
  new RegExp(
    `(?:^| )(?:heeft|had) ${NAMED}${SOFT} (?:gelijk|talent|toekomst|schuld|kans|adhd|autisme|een kans|recht)(?: |$)`,
  ),
  new RegExp(`(?:^| )(?:liegt|steelt|drinkt|bedriegt|overdrijft|deugt) ${NAMED}(?: |$)`),
  new RegExp(
    `(?:^| )(?:zou|zoude|zoudt|moet|mag) ${YOU}${SOFT} (?:${NAMED}|${LEARNER})(?: \\p{L}+){0,5} ${DECIDE}(?: |$)`,
    'u',
  ),
  new RegExp(
    `(?:^| )(?:vind|vindt|vinde|denk|denkt|denkte|peinst?|gelooft?) ${YOU}${SOFT} dat (?:${NAMED}|${LEARNER}|ik (?:${NAMED}|${LEARNER}))(?: \\p{L}+){0,6} (?:${DECIDE}|${JUDGED}|moet|mag)(?: |$)`,
    'u',
  ),
  new RegExp(
    `(?:^| )(?:beslis|zeg|kies) (?:gij |jij |maar |eens |voor mij )*(?:of|wie) (?:ik |wij |we )?(?:${NAMED}|${LEARNER})(?: \\p{L}+){0,6} (?:${DECIDE}|mag|moet|blijven)(?: |$)`,
    'u',
  ),
  new RegExp(`(?:^| )wat (?:vindt?|denkt?|peinst?) ${YOU}${SOFT} van (?:${NAMED}|${LEARNER})(?: |$)`),
  new RegExp(`(?:^| )wie (?:heeft|had)(?: er)?${SOFT} gelijk ${NAME}(?: |$)`),
  new RegExp(
    `(?:^| )(?:wie|welke)(?: van (?:de|die) twee)? (?:is|zou ${YOU}|kies(?:t)? ${YOU}|moet ik)(?: \\p{L}+){0,3} (?:beste|beter|kiezen|nemen) ${NAMED} of ${NAMED}`,
    'u',
  ),
];

const PRIVATE =
  '(?:punten|rapport|gsm nummer|gsm|telefoonnummer|nummer|privenummer|adres|mailadres|verdient|verdienen|getrouwd|vriendin|lief|facebook|instagram|tiktok|snapchat|diagnose|ziekte|strafblad|geloof|rijksregisternummer)';
const FACTS: readonly RegExp[] = [
  new RegExp(
    `(?:^| )(?:hoeveel|welke?|wat|waar|wie|geef|zoek|mag ik|hebt ge|heb je|is|heeft)(?: \\p{L}+){0,6} ${PRIVATE}(?: \\p{L}+){0,4} (?:van|had|heeft|is|op) ${NAMED}(?: |$)`,
    'u',
  ),
  new RegExp(
    `(?:^| )(?:hoeveel|welke?|wat|waar) (?:\\p{L}+ )?(?:heeft|had|is|doet|kreeg) ${NAMED}(?: \\p{L}+){0,4} ${PRIVATE}(?: |$)`,
    'u',
  ),
  new RegExp(`(?:^| )(?:hoeveel|welke) ${PRIVATE} (?:had|heeft|kreeg) (?:${NAMED}|${LEARNER})(?: |$)`),
  new RegExp(`(?:^| )heeft ${LEARNER} een strafblad(?: |$)`),
  new RegExp(`(?:^| )waar woont (?:${NAMED}|${LEARNER})(?: |$)`),
  /(?:^| )(?:zoek|google|kijk|check)(?: \p{L}+){0,4} (?:op|via) (?:facebook|instagram|tiktok|snapchat|google|internet)(?: |$)/u,
  /(?:^| )wie(?: \p{L}+){0,5} over mij (?:geklaagd|gepraat|gezegd|verteld)(?: |$)/u,
  /(?:^| )(?:heeft|hebben)(?: de)? (?:school|ouders|trajectbegeleider)(?: (?:aan|tegen|bij))? (?:jullie|u|je|jou)(?: \p{L}+){0,4} (?:gezegd|verteld|gemeld|laten weten|doorgegeven)(?: |$)/u,
  new RegExp(`(?:^| )(?:ken|kent|kende) ${YOU} ${NAMED}(?: |$)`),
];

/** Characters: a longer message tells a story, in which people are named and judged by the way. */
const LONGEST = 300;

/** Reads what a message wants of a person; names stand masked in it. */
export function aboutPerson(masked: string): AboutPerson | null {
  if (masked.length > LONGEST) return null;
  const bare = bareWords(masked.replaceAll('[naam]', ` ${NAME} `));
  if (VERDICTS.some((pattern) => pattern.test(bare))) return 'verdict';
  return FACTS.some((pattern) => pattern.test(bare)) ? 'facts' : null;
}

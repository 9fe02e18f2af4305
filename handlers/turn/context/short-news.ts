/** Of whom short news tells: 'hij wil niet', 'zijn vader weigert', 'de school zegt van niet', 'ik hoor niets'. */
export type Teller = 'learner' | 'they' | 'parents' | 'school' | 'insurer' | 'office' | 'doctor' | 'other' | 'nobody';

const TELLERS: readonly (readonly [Teller, string])[] = [
  ['they', 'ze(?= (?:\\p{L}+ ){0,2}\\p{L}+en\\b)'],
  ['learner', "(?:hij|em|ij|ze|zij|(?:mijne?n?|onze?n?|de|den|die) (?:leerling(?:e)?|gast|jongen|leerjongen|stagiaire?|kerel))"],
  ['parents', "(?:(?:zijn|haar|z'n|hun|de|mijn) )?(?:vader|moeder|ouders?|mama|papa|pa|ma|voogd|familie|pleegouders?)"],
  ['school', '(?:(?:de|zijn|haar|onze|mijn) )?(?:school|trajectbegeleid(?:er|ster)|begeleid(?:er|ster)|leerkracht|leraar|juf|directie|directeur)'],
  ['insurer', '(?:(?:de|mijn|onze|zijn) )?(?:arbeidsongevallen)?(?:verzekering|verzekeraar|polis)'],
  ['office', '(?:(?:de|het|mijn|ons|onze) )?(?:boekhoud(?:er|ster|ing)|sociaal secretariaat|sociaal bureau|soc sec|loonkantoor|kantoor|secretariaat)'],
  ['doctor', '(?:(?:de|zijn|haar) )?(?:dokter|arts|huisarts|arbeidsarts|arbeidsgeneesheer)'],
  ['other', '(?:(?:de|mijne?n?|onze?n?|zijn|een|mijn andere) )(?:klant|collega|baas|ploeg|ploegbaas|mannen|patron|zaakvoerder|vrouw|man|leverancier|sector|inspectie|preventiedienst|dienst|vdab|rsz|bank|buur|gemeente)'],
]; // prettier-ignore

const FILLERS =
  '(?: (?:het|dat|da|dit|er|zich|nu|nog|altijd|echt|toch|gewoon|maar|helemaal|precies|blijkbaar|ook|mij|me|ons|eens|daar|daarmee|al|steeds|nooit|zelf|volgens mij))*';
const NOT = '(?:niet|ni|nie|niets|niks)';
/** What he does not do, where that says nothing of a subject of its own. */
const DOING = '(?:tekenen|betalen|meewerken|meedoen|mee doen|antwoorden|akkoord gaan|toestemmen|helpen)';
const SAYS = [
  `weiger(?:t|en|de|den)(?:${FILLERS} (?:om )?te ${DOING})?`,
  `(?:wil|wilt|willen|wou|wilde|durft|durven|kan|kunnen|doet|doen)${FILLERS} ${NOT}(?: meer| mee)?(?: ${DOING})?`,
  `mag${FILLERS} ${NOT}(?: van (?:zijn|haar|de|z'n) \\p{L}+)?`,
  `(?:wil|willen)${FILLERS} meer`,
  `(?:is|zijn|was|waren|ben)${FILLERS} (?:tegen|${NOT} (?:akkoord|mee eens|geweest|gegaan|voor)|vergeten|afgekeurd)`,
  `ga(?:at|an)${FILLERS} ${NOT} (?:akkoord|mee)`,
  `(?:zegt|zeggen|zei|zeiden|beweert|beweren)${FILLERS} (?:(?:van )?(?:niet|nee|neen|nee nee|wel|ja)|iets anders|het (?:tegenovergestelde|omgekeerde)|dat (?:het|dat|da|dit|hij) (?:niet |wel )?(?:mag|moet|kan|hoeft|nodig is|niet mag|niet moet|niet kan|niet hoeft))`,
  `(?:antwoord(?:t|en)|reage(?:ert|ren)|help(?:t|en)|werkt|lukt|betaal(?:t|en))${FILLERS} ${NOT}(?: meer)?`,
  `bel(?:t|len)${FILLERS} ${NOT} terug`,
  `la(?:at|ten)${FILLERS} (?:niets|niks)(?: meer)?(?: van zich)? (?:horen|weten)`,
  `(?:heeft|hebben|had)${FILLERS} (?:${NOT}|ja|nee|neen) (?:door|terug|op)?(?:gestuurd|geantwoord|gebeld|gedaan|gezegd|laten weten|laten horen|gereageerd|geschreven)`,
  `(?:heeft|hebben)${FILLERS} geen (?:zin|goesting|tijd)(?: in)?`,
  `vind(?:t|en)${FILLERS} (?:${NOT} (?:goed|nodig|eerlijk|ok|oke|kunnen)|te (?:weinig|veel|duur|ver|vroeg|zwaar|moeilijk))`,
  `trek(?:t|ken)${FILLERS} ${NOT}(?: van)? aan`,
].join('|');
/** 'als hij niet wil', 'en als zijn vader weigert': the same news, as yet only feared. */
const FEARED = `weiger(?:t|en)|${NOT} (?:wil|willen|durft|kan|antwoordt|reageert|akkoord (?:is|gaat|zijn|gaan)|betaalt)|(?:nee|neen) zegt|tegen (?:is|zijn)`;

/** A learner who does not call is absent: that is a subject of its own. */
const NO_CALL = `bel(?:t|len)${FILLERS} ${NOT}`;

const LEAD = '(?:(?:ah?|ja|jaja|nee|neen|ok|oke|amai|tja|jammer|sorry|hmm|allee|maar|en|dus|nu|ondertussen)[ ,.!]+)*';
const WHAT_NOW = '(?:[,. ]+(?:wat (?:nu|dan|doe ik(?: nu| dan)?|moet ik(?: nu| dan)? doen)|en nu|en dan))?';
const TAIL = '(?: (?:hoor|he|eh|dus|meer|nu|ook|zeker|tot nu toe|zomaar|precies))*' + WHAT_NOW + '[ .!…]*$';
const NOBODY = new RegExp(
  `^${LEAD}(?:ik (?:hoor|krijg)${FILLERS} (?:niets|niks|geen (?:antwoord|reactie|gehoor))(?: meer)?(?: (?:van|op)(?: \\p{L}+){0,2}| daarop| ervan)?|(?:nog )?(?:geen|nog altijd geen) (?:antwoord|reactie)(?: gekregen)?|niemand (?:weet|kent|antwoordt|helpt)(?:${FILLERS})(?: mij| ervan)?|ik (?:snap|begrijp|versta)${FILLERS} ${NOT}(?: van)?|(?:het|dat|da|'t) (?:helpt|werkt|lukt)${FILLERS} ${NOT})${TAIL}`,
  'u',
);
const NEWS = TELLERS.map(
  ([teller, who]) =>
    [
      teller,
      new RegExp(
        `^${LEAD}(?:${who}${FILLERS} (?:${SAYS}${teller === 'learner' ? '' : `|${NO_CALL}`})|(?:wat |stel )?als ${who}${FILLERS} (?:${FEARED}))${TAIL}`,
        'u',
      ),
    ] as const,
);
const MOST_WORDS = 10;

/** Of whom a message tells that he is against it, says otherwise, or does nothing, without saying what about; else null. */
export function readNews(text: string): Teller | null {
  const line = text.toLowerCase().replace(/[’‘`´]/g, "'").replace(/\s+/g, ' ').trim(); // prettier-ignore
  if (line.split(' ').length > MOST_WORDS || (line.includes('?') && !/\b(?:als|wat|en nu|en dan)\b/.test(line)))
    return null;
  const bare = line.replace(/\?+$/, '').trim();
  if (NOBODY.test(bare)) return 'nobody';
  return NEWS.find(([, news]) => news.test(bare))?.[0] ?? null;
}

const NAMED_IN: Readonly<Record<Teller, RegExp>> = {
  learner: /\b(?:leerling|jongere|hij)\b/i,
  they: /\b(?:erkenning|aanvraag|dienst|school|verzekeraar|ouders?)\b/i,
  parents: /\b(?:ouders?|vader|moeder|gezin|familie\w*)\b/i,
  school: /\b(?:school|trajectbegeleider|leerkracht)\b/i,
  insurer: /\bverzeker\w*/i,
  office: /\b(?:sociaal secretariaat|loonkantoor|boekhouder)\b/i,
  doctor: /\b(?:\w*arts|dokter\w*)\b/i,
  other: /\b(?:klant|collega|ploeg\w*|bedrijf|dienst\w*|inspectie)\b/i,
  nobody: /\b(?:antwoord|bereik|reageert|te pakken)\b/i,
};

/** Whether a question is about the one the news tells of: a father who refuses is no insurer who refuses. */
export function isAbout(teller: Teller, title: string): boolean {
  return NAMED_IN[teller].test(title);
}

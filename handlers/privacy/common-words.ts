/** Words that never name a person though they may stand, also with a capital, where a name would. */
const COMMON = new Set(
  `aan kaats absent afwezig al alle allemaal alles allen als altijd ander andere avond beginnen begint belg belgie beste bij bijna bijvoorbeeld binnen blijft boos brussel bso buso buiten clb coach daar dag dan dat de den der deze die
  dimona dinsdag direct dit doe doen doet donderdag donker door dringend duaal duale een eens eerst eerste eigenlijk elke en er ernstig facebook fedris februari frans fransman ga gaan gaat gast gedaan geen gelieve gent gevallen gewond gewoon goed goeden groen groeten groetjes
  haar had heb hebben hebt heeft heel heet hem hen het hier hij hoe hoelang hoeveel hulp hun iedereen iemand iets ik in instagram is ja jaar januari je jij jonger jongen juli juni kan komen komt kon krijg krijgt kunnen kunt leerling leerlinge leraar lang langs lang later
  maandag maar maart mag mail marokkaan marokkaans me mee meer meisje men mensen mentor mentorlijn mentors met mij mijn mijne minder minderjarig misschien moe moeder moest moet moeten moeder morgen naam naar nederland nederlander nee neen nergens niemand niet niets nieuw nieuwe niks nog nooit november nu oao oekraine oekrainer of ok oke om omdat onder ons onze ook op oud ouder over
  pas pool pools polen plots preventagri prima quasi recht reeds roemeen rsz rva samen sao school securex sinds smartschool sociaal soms staat stage stagiair stagiaire start student syntra te telkens ten tijdens toch toen toe trajectbegeleider tot tuin tuinen turk turks tussen u uit uw vaak vader van vandaag vanaf vanmorgen vdab veel ver verder verwittigen volgende vol voor voorbeeld vooral vraag vragen vrij vrijdag vrijwel vroeg
  waar waarom wanneer want waren was wat we week weer weg wel welk welke werd werk werken werkt wie wij wil willen winter woensdag wordt worden zaterdag ze zeer zeg zegt zei zelf zelfs zich ziek zij zijn zit zo zoals zomer zonder zondag zou zult april mei augustus september oktober december
  liantis acerta partena mensura idewe attentia xerius eduplus whatsapp tiktok teams vlaanderen vlaio antwerpen brugge leuven hasselt kortrijk oostende mechelen genk aalst roeselare inspectie verzekering verzekeraar ziekenfonds vakbond gemeente politie covid corona ramadan pasen kerst syrier afghaan bulgaar turkije marokko syrie jongere puber kind ploegbaas werknemer werkgever baas zaakvoerder chef jobstudent loon geld niemand zulke zulk hetzelfde dezelfde
  blessure arbeidsongeval ongeval kettingzaag bosmaaier stihl husqvarna toolbox ggmmi wide dmfa alt stu oth stg dwd jullie mvg alvast bedankt vriendelijke met merci super top allen iedereen allemaal team collega collegas dames heren mevrouw meneer dokter mama papa tja wow amai daarom vermits indien hallo hoi hey bot robot
  alternerend alternerende bosbouw tuinbouw landbouw roundup glyfosaat limosa nederlands engels duits checklist helm ladder hoogwerker graafmachine hakselaar bladblazer grasmaaier snoeischaar premie volgens conform fiscaal wettelijk vakantie`.split(
    /\s+/,
  ),
);

/** Compounds of the trade and of school; no name ends like this. */
const COMPOUND =
  /(?:^|\p{L}{2})(?:aanleg|onderhoud|bouw|kunde|beheer|techniek|techniekers?|opleiding|contract|overeenkomst|werken|werker|school|instituut|verzorging|leren|vergoeding|begeleiding|plan|staat|stelling|lijst|nummer|voorziening)$|\p{L}{4}(?:ing|heid|atie)$/u;

export function isCommonWord(word: string): boolean {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return COMMON.has(plain) || COMPOUND.test(plain);
}

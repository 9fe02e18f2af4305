/**
 * Dutch stemmer after Snowball, with what it misses here: doubled and final consonants, diminutives,
 * participles ("getekend" ~ tekenen) and agent nouns ("begeleider" ~ begeleiden).
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return IRREGULAR.get(word) ?? word;
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  const bare = diminutive(word);
  const present = participle(bare);
  return IRREGULAR.get(present) ?? prefixed(present) ?? finish(suffixes(present));
}

/** Strong verbs and odd plurals of our vocabulary -> one stem. Grouped by stem. */
const STRONG: Readonly<Record<string, string>> = {
  zijn: 'ben bent is was waren geweest zij',
  heb: 'heeft hebben had hadden gehad hebt',
  kan: 'kunnen kon konden kun gekund kunt',
  mag: 'mogen mocht mochten moogt',
  moet: 'moeten moest moesten',
  wil: 'willen wou wilde wilden wouden',
  zal: 'zullen zou zouden zult zul',
  word: 'wordt worden werd werden geworden',
  ga: 'gaat gaan ging gingen gegaan',
  sta: 'staat staan stond stonden gestaan',
  doe: 'doet doen deed deden gedaan',
  zie: 'ziet zien zag gezien',
  kom: 'komt komen kwam kwamen gekomen',
  geef: 'geeft geven gaf gaven gegeven',
  neem: 'neemt nemen nam namen genomen',
  zit: 'zitten zat zaten gezeten',
  lig: 'ligt liggen lag lagen gelegen',
  krijg: 'krijgt krijgen kreeg kregen gekregen',
  blijf: 'blijft blijven bleef bleven gebleven',
  schrijf: 'schrijft schrijven schreef schreven geschreven',
  rijd: 'rijdt rijden reed gereden rij rijdend',
  snijd: 'snijdt snijden sneed sneden gesneden',
  val: 'valt vallen viel vielen gevallen',
  loop: 'loopt lopen liep liepen gelopen',
  vraag: 'vraagt vragen vroeg vroegen gevraagd',
  zoek: 'zoekt zoeken zocht zochten gezocht',
  breng: 'brengt brengen bracht brachten gebracht',
  denk: 'denkt denken dacht dachten gedacht',
  koop: 'koopt kopen kocht kochten gekocht',
  help: 'helpt helpen hielp hielpen geholpen',
  spreek: 'spreekt spreken sprak spraken gesproken',
  breek: 'breekt breken brak braken gebroken',
  weet: 'weten wist wisten geweten',
  eet: 'eten at aten gegeten',
  drink: 'drinkt drinken dronk dronken gedronken',
  vind: 'vindt vinden vond vonden gevonden',
  begin: 'begint beginnen begon begonnen',
  til: 'tilt tillen tilde getild',
  draag: 'draagt dragen droeg droegen gedragen',
  bied: 'biedt bieden bood boden geboden',
  verlies: 'verliest verliezen verloor verloren',
  lees: 'leest lezen las lazen gelezen',
  leg: 'legt leggen legde gelegd',
  zeg: 'zegt zeggen zei zeiden gezegd',
  stop: 'stopt stoppen stopte gestopt',
  werk: 'werkt werken werkte werkten gewerkt',
  betaal: 'betaalt betalen betaalde betaald betaalden',
  teken: 'tekent tekenen tekende getekend tekenden tekend',
  reken: 'rekent rekenen rekende gerekend',
  regel: 'regelt regelen geregeld regels',
  oefen: 'oefent oefenen geoefend oefening oefeningen',
  stuur: 'stuurt sturen stuurde gestuurd',
  sluit: 'sluiten sloot sloten gesloten',
  schiet: 'schieten schoot geschoten',
  slaap: 'slaapt slapen sliep geslapen',
  laat: 'laten liet lieten gelaten',
  houd: 'houdt houden hield hielden gehouden hou',
  zwijg: 'zwijgt zwijgen zweeg gezwegen',
  kijk: 'kijkt kijken keek keken gekeken',
  begrijp: 'begrijpt begrijpen begreep begrepen',
  trek: 'trekt trekken trok trokken getrokken',
  spring: 'springt springen sprong gesprongen',
  roep: 'roept roepen riep geroepen',
  sla: 'slaat slaan sloeg sloegen geslagen',
  steel: 'steelt stelen gestolen',
  steek: 'steekt steken stak staken gestoken',
  bijt: 'bijten beet beten gebeten',
  klim: 'klimt klimmen klom klommen geklommen',
  hang: 'hangt hangen hing hingen gehangen',
  vecht: 'vechten vocht gevochten',
  sterf: 'sterft sterven stierf gestorven',
  win: 'wint winnen gewonnen',
  kruip: 'kruipt kruipen kroop gekropen',
  ruik: 'ruikt ruiken geroken',
  schuif: 'schuift schuiven schoof geschoven',
  vertrek: 'vertrekt vertrekken vertrok vertrokken',
  vergeet: 'vergeten vergat vergaten',
  ontsla: 'ontslaat ontslaan ontsloeg ontslagen ontslag',
  overlijd: 'overlijdt overlijden overleed overleden',
  wond: 'gewond gewonde gewonden wonde wonden verwond verwonding',
  meld: 'melden meldt meldde gemeld melding',
  mis: 'mist missen gemist',
  pas: 'past passen gepast',
  los: 'lost lossen gelost',
  kwets: 'kwetst kwetsen gekwetst kwetsuur',
  schors: 'schorst schorsen geschorst schorsing',
  dag: 'dagen daags',
  waarde: 'waarden',
  opleider: 'opleiders',
  houding: 'houdingen',
  dak: 'daken',
  blad: 'bladen bladeren',
  gat: 'gaten',
  vat: 'vaten',
  pad: 'paden',
  glas: 'glazen',
  slag: 'slagen',
  plant: 'planten plantje plantjes geplant',
  aandacht: 'aandachtig',
  overheid: 'overheden',
  geweld: 'gewelddadig gewelddadige',
  vasten: 'vastenmaand',
  wanten: 'wantjes',
  kind: 'kinderen kids',
  lid: 'leden',
  jong: 'jonge jongen jongens jongere jongeren',
  oud: 'oude',
  ouder: 'ouders ouderlijk',
  uur: 'uren',
  week: 'weken',
  jaar: 'jaren',
  les: 'lessen',
  gek: 'gekke',
  eis: 'eisen',
  ongeval: 'ongevallen ongeluk ongelukken',
  huis: 'huizen',
  vries: 'vriest vriezen vroor gevroren',
  bloed: 'bloedt bloeden gebloed',
  erken: 'erkent erkennen erkend erkenning erkenningen',
  begeleid: 'begeleidt begeleiden begeleidde begeleider begeleiders begeleiding begeleidster',
  contract: 'contracten kontrakt kontrakten contrackt contrakt',
  verleng: 'verlengt verlengen verlengd verlenging',
  verzeker: 'verzekert verzekeren verzekerd verzekering verzekeringen verzekeraar verzekeraars',
  evalueer: 'evalueert evalueren geevalueerd evaluatie evaluaties',
  motiveer: 'motiveert motiveren gemotiveerd motivatie',
  registreer: 'registreert registreren geregistreerd registratie',
};
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries(STRONG).flatMap(([base, forms]) => [base, ...forms.split(' ')].map((form) => [form, base] as const)),
);

const VOWEL = /[aeiouy]/;
const LONG = '(?:aa|ee|oo|uu|ie|oe|eu|ij|ei|ui)';

/** "briefje", "briefke", "kasteeltje", "machientje", "weegske" -> the word itself. */
function diminutive(word: string): string {
  const bare = word.replace(/s$/, '');
  const cut = /^(.*[aeiouy].*?)(?:etje|eke|tje|pje|kje|je|ske|ke)$/.exec(bare);
  const head = cut?.[1];
  if (head === undefined || head.length < 3 || /(?:lij|mij|zij|bij|rij)$/.test(head)) return word;
  if (bare.endsWith('ke') && !/(?:je|ske)$/.test(bare) && /(?:elij|tij|schij|[aeiou])ke$/.test(bare)) return word;
  // "bangske", "weegske": the k belongs to the word; "werke", "sterke" end on -rke and are no diminutives.
  if (
    /(?:er|r|l|n|a|o)ke$/.test(bare) &&
    /^(?:sterke|werke|merke|denke|zwakke|elke|welke|zulke|drinke|volke|merke)$/.test(bare)
  )
    return word;
  return head;
}

function suffixes(word: string): string {
  let w = word;
  if (/(?:heden|heid)$/.test(w)) w = w.replace(/(?:heden|heid)$/, '');
  else if (/(?:ingen|inge|ing)s?$/.test(w) && w.length > 6) w = w.replace(/(?:ingen|inge|ing)s?$/, '');
  else if (/(?:aties|atie)$/.test(w) && w.length > 7) w = w.replace(/(?:aties|atie)$/, 'eer');
  else if (/(?:st|d|t)ers?$/.test(w) && w.length > 7) w = w.replace(/ers?$/, '');
  else if (/(?:lijke|lijk)$/.test(w) && w.length > 7) w = w.replace(/(?:lijke|lijk)$/, '');
  else if (PAST.test(w)) w = w.replace(/[dt]en?$/, '');
  else if (/(?:tenden|enden)$/.test(w)) w = w.replace(/(?:en)$/, '');
  else if (/(?:eerde|eerden)$/.test(w)) w = w.replace(/(?:den|de)$/, '');
  else if (/(?:tten|dden)$/.test(w)) w = w.replace(/en$/, '');
  else if (/[^aeiouy]en$/.test(w) || /[aeiouy][ij]en$/.test(w)) w = w.replace(/en$/, '');
  else if (/[^aeiouy]e$/.test(w)) w = w.replace(/e$/, '');
  else if (/[^aeiouy]es$/.test(w) && w.length > 5) w = w.replace(/es$/, '');
  else if (/(?:ie|[^a]a|[^o]o)s$/.test(w) && w.length > 4) w = w.slice(0, -1);
  else if (/[^aeiouyjs]s$/.test(w) && w.length > 4) w = w.replace(/s$/, '');
  if (/(?:ering|eren|eert|eerd)$/.test(w)) w = w.replace(/(?:ering|eren|eert|eerd)$/, 'eer');
  return ending(lengthen(w, word));
}

/** "werkte", "maakten", "voelde": the past of weak verbs, where the vowel or the consonants leave no doubt. */
const PAST = new RegExp(`(?:[kpf]ten?|^.{3,}${LONG}[lmnrgvz]den|${LONG}[lmnrgvz]de)$`);
/** "verdiend", "betaald", "verzorgd", "snoeid": a d that the verb itself does not have. */
const CLOSING_D = new RegExp(`(?:${LONG}[lmnr]|[bgfvzmw]|oei|aai|ooi)d$`);

/** The t of "werkt" and the d of "verdiend". */
function ending(word: string): string {
  if (word.length <= 4) return word;
  if (word.length > 5 && CLOSING_D.test(word)) return word.slice(0, -1);
  return /[^aeiouy]t$/.test(word) && !/(?:st|cht)$/.test(word)
    ? word.slice(0, -1)
    : word.replace(/(oei|aai|ooi)t$/, '$1');
}

/** "taken" -> taak, but "takken" -> tak: one consonant between two vowels makes the first one long. */
function lengthen(bare: string, word: string): string {
  const open = /^([^aeiouy]*)([aeou])([bdfgklmnprstvz])$/.exec(bare);
  return open !== null && word.startsWith(`${bare}e`)
    ? `${open[1] ?? ''}${open[2] ?? ''}${open[2] ?? ''}${open[3] ?? ''}`
    : bare;
}

const APART = 'aan|af|door|in|mee|na|om|op|over|terug|toe|uit|voor|weg|binnen|thuis|samen|bij|achter';
const PREFIXED = new RegExp(`^(${APART}|onder|be|ver|ont|her)([a-z]{4,})$`);
const SEPARATED = new RegExp(`^(${APART})ge([a-z]{3,}[td])$`);

/** "uitbetaald" -> uit + betaal, "bezoeken" -> be + zoek: what stands before a verb we know by heart. */
function prefixed(word: string): string | undefined {
  const [, before, verb = ''] = PREFIXED.exec(word) ?? [];
  const known = IRREGULAR.get(verb);
  return before === undefined || known === undefined ? undefined : finish(before + known);
}

const INSEPARABLE =
  /^(?:gebruik|gebeur|gevaar|gezond|geduld|gevoel|gesprek|getuig|geval|gezag|geluk|gezin|geheim|gewoon|gelijk|geld|gemeen|gewicht|gehoor|geloof|genoeg|geraak|gerief|gewaar|gebied|gezicht|gerecht|geweest|gewest|geacht|gebit|geest|gedacht)/;

/** "gewerkt" -> werkt, "uitgelegd" -> uitlegd, "opgestart" -> opstart: its verb in the present. */
function participle(word: string): string {
  const [, before, verb] = SEPARATED.exec(word) ?? [];
  if (before !== undefined && verb !== undefined) return before + verb.replace(/([^aeiouy])d$/, '$1');
  if (!/^ge[a-z]{3,}[td]$/.test(word) || INSEPARABLE.test(word)) return word;
  const rest = word.slice(2);
  return VOWEL.test(rest) ? rest.replace(/([lmnrgbvz])d$/, '$1').replace(/([kpf])t$/, '$1') : word;
}

/** One spelling per stem: "lopp" becomes lop, "betaal" betal (a short word keeps its length), v/z become f/s. */
function finish(word: string): string {
  return word
    .replace(/([bdfgklmnprstz])\1$/, '$1')
    .replace(
      /([aeiouy].*[^aeiouy])(aa|ee|oo|uu)([^aeiouy])$/,
      (_all, a: string, v: string, c: string) => a + (v[0] ?? '') + c,
    )
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/dt$/, 'd');
}

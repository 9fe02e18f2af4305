/**
 * Dutch stemmer after Snowball, with what it misses here: doubled and final consonants, diminutives,
 * participles ("getekend" ~ tekenen) and agent nouns ("begeleider" ~ begeleiden).
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return IRREGULAR.get(word) ?? word;
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  return finish(participle(suffixes(diminutive(word))));
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
  zie: 'ziet zien zag zagen gezien',
  kom: 'komt komen kwam kwamen gekomen',
  geef: 'geeft geven gaf gaven gegeven',
  neem: 'neemt nemen nam namen genomen',
  zit: 'zitten zat zaten gezeten',
  lig: 'ligt liggen lag lagen gelegen',
  krijg: 'krijgt krijgen kreeg kregen gekregen',
  blijf: 'blijft blijven bleef bleven gebleven',
  schrijf: 'schrijft schrijven schreef schreven geschreven',
  rijd: 'rijdt rijden reed reden gereden rij rijdend',
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
  teken: 'tekent tekenen tekende getekend tekenden',
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
  dag: 'dagen daags',
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
  else if (/(?:tenden|enden)$/.test(w)) w = w.replace(/(?:en)$/, '');
  else if (/(?:eerde|eerden)$/.test(w)) w = w.replace(/(?:den|de)$/, '');
  else if (/(?:tten|dden)$/.test(w)) w = w.replace(/en$/, '');
  else if (/[^aeiouy]en$/.test(w) || /[aeiouy][ij]en$/.test(w)) w = w.replace(/en$/, '');
  else if (/[^aeiouy]e$/.test(w)) w = w.replace(/e$/, '');
  else if (/[^aeiouy]es$/.test(w) && w.length > 5) w = w.replace(/es$/, '');
  else if (/[^aeiouyjs]s$/.test(w) && w.length > 4) w = w.replace(/s$/, '');
  if (/(?:ering|eren|eert|eerd)$/.test(w)) w = w.replace(/(?:ering|eren|eert|eerd)$/, 'eer');
  else if (/[^aeiouy]t$/.test(w) && w.length > 4 && !/(?:st|cht)$/.test(w)) w = w.replace(/t$/, '');
  return w;
}

const INSEPARABLE =
  /^(?:gebruik|gebeur|gevaar|gezond|geduld|gevoel|gesprek|getuig|geval|gezag|geluk|gezin|geheim|gewoon|gelijk|geld|gemeen|gewicht|gehoor|geloof|genoeg|geraak|gerief|gewaar)/;

/** "gewerkt" -> werk, "uitgelegd" -> uitleg, "opgestart" -> opstart. */
function participle(word: string): string {
  const apart =
    /^(aan|af|door|in|mee|na|om|op|over|terug|toe|uit|voor|weg|binnen|thuis|samen|bij|achter)ge([a-z]{3,})$/.exec(word);
  if (apart?.[1] !== undefined && apart[2] !== undefined) return apart[1] + apart[2].replace(/([^aeiouy])[td]$/, '$1');
  if (/^ge[a-z]{4,}$/.test(word) && !INSEPARABLE.test(word) && /[td]$/.test(word)) {
    const rest = word.slice(2).replace(/([^aeiouy])[td]$/, '$1');
    return VOWEL.test(rest) && rest.length >= 3 ? rest : word;
  }
  return word;
}

/** One spelling per stem: "betalen" and "betaalt" share "betal", "lopp" becomes "lop", v/z become f/s at the end. */
function finish(word: string): string {
  return word
    .replace(/([bdfgklmnprstz])\1$/, '$1')
    .replace(/([^aeiouy])(aa|ee|oo|uu)([^aeiouy])$/, (_all, a: string, v: string, c: string) => a + (v[0] ?? '') + c)
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/dt$/, 'd');
}

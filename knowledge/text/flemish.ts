/** Spoken and typed forms -> the standard word(s) they stand for. One written word in, one or more out. */
const FORMS: Readonly<Record<string, string>> = {
  // pronouns and articles
  ge: 'je', gij: 'je', gy: 'je', u: 'je', jij: 'je', gulle: 'jullie', golle: 'jullie', gullie: 'jullie',
  uw: 'je', jouw: 'je', jou: 'je', uwe: 'je', ulder: 'jullie', em: 'hem', m: 'hem', um: 'hem', k: 'ik', ikke: 'ik',
  nen: 'een', ne: 'een', n: 'een', den: 'de', dn: 'de', dieje: 'die', dienen: 'die', diene: 'die', dien: 'die',
  dees: 'deze', dezen: 'deze', da: 'dat', t: 'het', et: 'het', tis: 'het is', twas: 'het was',
  mijne: 'mijn', mijnen: 'mijn', mn: 'mijn', zijne: 'zijn', zijnen: 'zijn', zn: 'zijn', hare: 'haar', haren: 'haar',
  onze: 'ons', onzen: 'ons', hunne: 'hun', hunnen: 'hun', ij: 'hij', ie: 'hij',
  // question words and little words
  wa: 'wat', wadde: 'wat', waddist: 'wat is het', hvl: 'hoeveel', wr: 'waar', wnr: 'wanneer',
  ni: 'niet', nie: 'niet', nt: 'niet', niemeer: 'niet meer', nimeer: 'niet meer', nimmer: 'niet meer', nimmeer: 'niet meer',
  niks: 'niets', nikske: 'niets', gene: 'geen', genen: 'geen', geene: 'geen', gin: 'geen', ginne: 'geen',
  oek: 'ook', mor: 'maar', maja: 'maar ja', moar: 'maar', mss: 'misschien', mischien: 'misschien',
  efkes: 'even', effe: 'even', effen: 'even', evekes: 'even', seffens: 'straks', subiet: 'straks', direct: 'meteen', derect: 'meteen', sebiet: 'straks',
  altij: 'altijd', allez: 'allee', alst: 'als het', ast: 'als het', asn: 'als een', as: 'als', aste: 'als je', asge: 'als je',
  alsk: 'als ik', ask: 'als ik', dak: 'dat ik', dage: 'dat je', dagge: 'dat je', datge: 'dat je', dadde: 'dat je', dasn: 'dat is een', das: 'dat is',
  dasie: 'dat hij', dattem: 'dat hij', dattie: 'dat hij', astem: 'als hij', alsem: 'als hij', alstem: 'als hij', asem: 'als hij', wak: 'wat ik', wage: 'wat je', wast: 'wat is het',
  hoest: 'hoe is het', hoezit: 'hoe zit', wrm: 'waarom', wrom: 'waarom', vr: 'voor', vo: 'voor', veur: 'voor', veu: 'voor', vn: 'van', va: 'van', vant: 'van het',
  int: 'in het', opt: 'op het', vort: 'voor het', mt: 'met', bijt: 'bij het',
  ofda: 'of', ofdat: 'of', omda: 'omdat', zoiet: 'zoiets', iet: 'iets',
  nuja: 'nu', noch: 'nog', eig: 'eigenlijk', eigelijk: 'eigenlijk', egt: 'echt', eht: 'echt',
  // verbs with a pronoun glued on, and Flemish forms
  zijt: 'zijn', zijde: 'zijn je', zijdegij: 'zijn je', bende: 'ben je', zedde: 'ben je', zede: 'ben je', ist: 'is het', istem: 'is hij', isem: 'is hij', isda: 'is dat',
  hebt: 'heb', hebde: 'heb je', hedde: 'heb je', ebt: 'heb', heeftem: 'heeft hij', heetem: 'heeft hij', eeft: 'heeft', eje: 'heb je', hek: 'heb ik', hebk: 'heb ik',
  moete: 'moet je', moette: 'moet je', moeter: 'moet er', moetem: 'moet hij', moetn: 'moeten', moetk: 'moet ik', moek: 'moet ik', moej: 'moet je', mut: 'moet', mot: 'moet', motte: 'moet je', mottek: 'moet ik',
  kunde: 'kun je', kunne: 'kunnen', kunt: 'kan', kunje: 'kun je', kanek: 'kan ik', kank: 'kan ik', kanem: 'kan hij', kannem: 'kan hij', konde: 'kon je',
  magem: 'mag hij', maggem: 'mag hij', magge: 'mag je', mage: 'mag je', moogt: 'mag', moogde: 'mag je', mugde: 'mag je', meugen: 'mogen', mogek: 'mag ik', magek: 'mag ik', magk: 'mag ik', mach: 'mag', maggek: 'mag ik',
  wilde: 'wil je', wiltem: 'wil hij', wilem: 'wil hij', wilt: 'wil', wilk: 'wil ik', zoude: 'zou je', zouk: 'zou ik', zalk: 'zal ik', zulde: 'zul je', zult: 'zal',
  doede: 'doe je', doek: 'doe ik', doenk: 'doe ik', doetem: 'doet hij', gade: 'ga je', gadde: 'ga je', gaatem: 'gaat hij', goan: 'gaan', goat: 'gaat', gaak: 'ga ik', gank: 'ga ik',
  komtem: 'komt hij', krijgtem: 'krijgt hij', krijgdem: 'krijgt hij', krijgde: 'krijg je', krijgk: 'krijg ik', weete: 'weet je', wete: 'weet je', weettem: 'weet hij', weetek: 'weet ik', ziede: 'zie je',
  werktem: 'werkt hij', blijftem: 'blijft hij', staatem: 'staat hij', zitem: 'zit hij', zittem: 'zit hij', betaaltem: 'betaalt hij', hoortem: 'hoort hij',
  // heavy dialect, West and East
  noois: 'nooit', nooist: 'nooit', altied: 'altijd', altoos: 'altijd', oltied: 'altijd', ier: 'hier', doar: 'daar', doa: 'daar', daor: 'daar', woar: 'waar', waor: 'waar', oe: 'hoe', hoeist: 'hoe is het', oeveel: 'hoeveel', oevele: 'hoeveel', hoevele: 'hoeveel', woarom: 'waarom', wadis: 'wat is', wadisda: 'wat is dat', wuk: 'wat', wukke: 'wat', wien: 'wie', wiens: 'wie', tie: 'hij', nij: 'hij', gie: 'je', gaai: 'je', gaa: 'je', gou: 'je', joe: 'je', jen: 'je', mien: 'mijn', zijnder: 'zij', ulle: 'jullie', hulder: 'hun', wulder: 'wij', wijle: 'wij', wulle: 'wij', olle: 'alle', nor: 'naar', noar: 'naar', naor: 'naar', bie: 'bij', bai: 'bij', uut: 'uit', oit: 'uit', uis: 'huis', uus: 'huis', thuus: 'thuis', tuus: 'thuis', dedie: 'die', dienne: 'die', ginder: 'daar', gulder: 'jullie', gijle: 'jullie', hebdegij: 'heb je', hebbek: 'heb ik', hebbik: 'heb ik', ebbek: 'heb ik', ebek: 'heb ik', ebben: 'hebben', hee: 'heeft', es: 'is', zin: 'zijn', zain: 'zijn', zen: 'zijn', zun: 'zijn', moen: 'moeten', moeje: 'moet je', moejet: 'moet je het', moenk: 'moet ik', kannek: 'kan ik', kunk: 'kan ik', willek: 'wil ik', gaon: 'gaan', goane: 'gaan', gaank: 'ga ik', stoat: 'staat', stoan: 'staan', loat: 'laat', loaten: 'laten', loate: 'laten', moaken: 'maken', moake: 'maken', sloan: 'slaan', betoalen: 'betalen', betoale: 'betalen', betoalt: 'betaalt', droagen: 'dragen', vroagen: 'vragen', vroage: 'vragen', noe: 'nu', naa: 'nu', azo: 'zo', zuk: 'zulk', zukke: 'zulke', beetsje: 'beetje', bekke: 'beetje', bitje: 'beetje', klapt: 'praat', klappen: 'praten', klapte: 'praatte', babbelen: 'praten', kozen: 'praten', smete: 'smeet', smijten: 'gooien', smijt: 'gooit', peizen: 'denken', peis: 'denk', peinzen: 'denken', bleiten: 'huilen', bleit: 'huilt', schreemen: 'huilen', schremen: 'huilen', kuisen: 'schoonmaken', rap: 'snel', rapper: 'sneller', tjolen: 'sukkelen', tenden: 'einde', tons: 'dan', tan: 'dan', vanachter: 'achteraan', vaneigens: 'natuurlijk', vaneige: 'natuurlijk', tegare: 'samen', tegoare: 'samen', tope: 'samen', tegaar: 'samen', alletwee: 'allebei', altwee: 'allebei', percies: 'precies', presies: 'precies', krek: 'precies', schole: 'school', skole: 'school', schoole: 'school', skool: 'school', wirk: 'werk', wirken: 'werken', werke: 'werken', wark: 'werk', warken: 'werken', joar: 'jaar', jaor: 'jaar', eure: 'uren', ure: 'uur', doagen: 'dagen', peird: 'paard', getten: 'gat', kinders: 'kinderen', bomma: 'oma', bompa: 'opa', leirling: 'leerling', leirlink: 'leerling', leerlink: 'leerling', leerlienk: 'leerling', jonkheid: 'jeugd', joenk: 'jong', joengere: 'jongere', jonge: 'jongen', ventse: 'ventje', mansje: 'mannetje', boas: 'baas', bazeke: 'baas', voarman: 'voorman', vaar: 'vader', moedere: 'moeder', voader: 'vader',
  // people and things said differently
  gasten: 'gast', gastje: 'gast', kerel: 'gast', snotneus: 'gast', manneke: 'jongen', mannekes: 'jongens', ventje: 'jongen', joengen: 'jongen', jungen: 'jongen',
  moakt: 'maakt', goe: 'goed', goei: 'goed', goeie: 'goed', grote: 'groot', gans: 'heel', ganse: 'heel', gansen: 'heel', hele: 'heel', helen: 'heel', hiel: 'heel',
  teveel: 'te veel', tevroeg: 'te vroeg', telaat: 'te laat', tezwaar: 'te zwaar', pertang: 'nochtans', vandeweek: 'van de week', mrgn: 'morgen', morgn: 'morgen', gistre: 'gisteren', gister: 'gisteren',
  tuis: 'thuis', weeral: 'weer', were: 'weer', aleen: 'alleen', allene: 'alleen', allenig: 'alleen', alleenig: 'alleen', tegoei: 'goed', degoei: 'goed', wreed: 'heel', kwa: 'kwaad',
  goeste: 'goesting', kweet: 'ik weet', kheb: 'ik heb', khem: 'ik heb', kben: 'ik ben', kzit: 'ik zit', kga: 'ik ga', kwil: 'ik wil', kmoet: 'ik moet', kzou: 'ik zou', kvind: 'ik vind', khad: 'ik had',
  // abbreviations
  tb: 'trajectbegeleider', ss: 'sociaal secretariaat', socsec: 'sociaal secretariaat', sosec: 'sociaal secretariaat', soc: 'sociaal', secr: 'secretariaat', wg: 'werkgever', wn: 'werknemer', ll: 'leerling', lln: 'leerling', lkr: 'leerkracht', lk: 'leerkracht',
  ao: 'arbeidsongeval', gwl: 'gewaarborgd loon', opl: 'opleiding', ovk: 'overeenkomst', contr: 'contract', max: 'maximum', bv: 'bijvoorbeeld', bvb: 'bijvoorbeeld', vb: 'voorbeeld', ivm: 'over', mbt: 'over', tov: 'tegenover', agv: 'door', evt: 'eventueel', incl: 'inclusief', gsmke: 'gsm', adm: 'administratie', verz: 'verzekering', verl: 'verlof', wk: 'week', wkn: 'weken', dgn: 'dagen', mnd: 'maand', uurkes: 'uren', uurtjes: 'uren',
};

/** Written words -> standard words: dialect, chat spellings and abbreviations replaced, the rest untouched. */
export function standardise(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const form = Object.hasOwn(FORMS, word) ? FORMS[word] : undefined;
    if (form === undefined) out.push(word);
    else if (form.includes(' ')) out.push(...form.split(' '));
    else out.push(form);
  }
  return out;
}

/** Whether a word is written in a spoken or chat form (a hint for the language guess). */
export function isFlemishForm(word: string): boolean {
  return Object.hasOwn(FORMS, word) && FORMS[word] !== word;
}

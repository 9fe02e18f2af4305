/** Every sentence the bot says of its own. Plain Dutch (B1), "je", short. Markdown where a line is shown as such. */

export const TEXTS = {
  welcome:
    'Dag! Ik ben **Mentorlijn**, een bot voor mentors in duaal leren.\n\n' +
    'Typ je vraag in je eigen woorden. Weet ik het niet, dan kan je vraag naar een coach, een echt mens.\n\n' +
    'Ik bewaar je vraag om je te helpen. Zet er geen namen of medische gegevens van je leerling in.',
  inPublic:
    'Let op: iedereen in dit kanaal leest mee. Gaat het over je leerling? Stel je vraag dan in een privéchat met mij.',
  menu: 'Waarover gaat je vraag? Kies een thema of typ gewoon je vraag.',
  themeEmpty: 'Typ je vraag over dit thema in je eigen woorden.',
  chooseIntro: 'Bedoel je een van deze vragen?',
  standingList: 'Je kunt nog altijd een van deze vragen kiezen:',
  standingOne: 'Je kunt deze vraag nog altijd kiezen:',
  askedToo: 'Je vroeg ook dit. Tik erop voor het antwoord:',
  chooseOne: 'Bedoel je deze vraag?',
  chooseOther: 'Of zeg het eens anders.',
  notSure: 'Dat weet ik niet zeker. Ik geef liever geen fout antwoord.',
  offerCoach: 'Zal ik je vraag aan een coach geven? Eén tik is genoeg.',
  outOfScope: 'Daar kan ik je niet mee helpen. Ik ken alleen vragen van mentors over duaal leren.',
  askAgain: 'Zeg het eens in andere woorden, of vraag het aan een coach.',
  helped: 'Fijn dat het helpt. Nog een vraag? Typ ze gerust.',
  notHelped: 'Jammer. Zit je vraag hierbij? Of wil je dat een coach meekijkt?',
  notHelpedAlone: 'Jammer. Wil je dat een coach meekijkt?',
  noMore: 'Meer dan dit weet ik er niet over. Wil je dat een coach meekijkt?',
  nothingToSend:
    'Typ je vraag in één bericht, of stuur een foto of spraakbericht. Ik geef het dan meteen door aan een coach.',
  meanwhile: 'Misschien helpt dit intussen al:',
  stopped: 'Oké, ik stuur je niets meer uit mezelf. Typ een vraag als je me weer nodig hebt.',
  resumed: 'Ik ben er weer. Typ je vraag.',
  noQuestions: 'Je hebt nog geen vragen aan een coach gesteld.',
  empty: 'Ik zie geen tekst. Typ je vraag in een paar woorden.',
  onlySymbols: 'Dat kan ik niet lezen. Typ je vraag in een paar woorden.',
  attachment: 'Ik kan foto’s en bestanden niet bekijken. Typ je vraag, dan help ik je meteen.',
  attachmentVoice: 'Ik kan spraak niet beluisteren. Typ je vraag, dan help ik je meteen.',
  attachmentKept: 'Een coach kan dat wel. Tik op **Vraag de coach**, dan stuur ik het zo door.',
  attachmentToo: 'Ook dit houd ik klaar voor de coach.',
  askedBefore: (question: string) => `Vlak ervoor gevraagd: ${question}`,
  nod: 'Graag gedaan! Nog een vraag? Typ ze gerust.',
  tooLong: 'Dat is een lang bericht. Ik lees alleen het begin. Een coach leest alles.',
  unknownButton: 'Die knop ken ik niet meer. Typ je vraag opnieuw.',
  buttonOld: 'Die knop hoort bij een ouder bericht. Typ je vraag opnieuw.',
  greeting: 'Dag! Waarmee kan ik je helpen? Typ je vraag in een paar woorden.',
  thanks: 'Graag gedaan!',
  goodbye: 'Tot de volgende keer!',
  whoAreYou:
    'Ik ben Mentorlijn, een bot. Ik verzin niets: ik geef vaste antwoorden met hun bron en de datum van nazicht. Weet ik het niet, dan kan je vraag naar een coach.',
  howAreYou: 'Met mij gaat het goed, ik ben een bot. En jij? Waarmee kan ik je helpen?',
  okay: 'Oké. Nog een vraag? Typ ze gerust.',
  testing: 'Ik ben er. Typ je vraag in een paar woorden.',
  insult: 'Sorry dat het niet lukt. Wil je liever een mens? Tik op de knop, dan kijkt een coach mee.',
  verdict:
    'Over één persoon oordeel of beslis ik niet. Dat doe je met je trajectbegeleider of een coach: zij horen beide kanten.',
  verdictRule: 'Wat in het algemeen geldt, lees je hier:',
  noPersons: 'Over mensen weet ik niets: geen nummers, punten of wat iemand doet. Vraag het hemzelf of de school.',
  manipulation: 'Ik volg alleen mijn eigen spelregels. Heb je een vraag als mentor? Typ ze gerust.',
  evasion:
    'Een regel omzeilen of iets anders voorstellen dan het was: daar help ik niet bij. Dat kan jou en je leerling zuur opbreken. Zit je ergens mee? Zeg het eerlijk aan je sociaal secretariaat, of vraag de coach.',
  noteFrench: 'Mentorlijn parle néerlandais. Je peux transmettre votre question à un coach.',
  noteEnglish: 'Mentorlijn speaks Dutch. I can pass your question on to a coach.',
  noteOther: 'Ik begrijp alleen Nederlands. Ik kan je vraag aan een coach geven.',
  maybeThisFrench: 'Peut-être ceci vous aide (en néerlandais):',
  maybeThisEnglish: 'Maybe this helps (in Dutch):',
  callbackWhen: 'Wanneer mag de coach bellen?',
  callbackPhone: 'Op welk nummer mag de coach je bellen? Typ alleen het nummer.',
  callbackSaved: 'Genoteerd. De coach belt je',
  phoneUnclear: 'Dat lijkt geen telefoonnummer. Typ het nog eens, of typ **stop** om niet gebeld te worden.',
  coachNumber:
    'Een nummer van de coach geef ik niet door. De coach antwoordt hier, of belt jou als je dat liever hebt.',
  noOpenQuestion: 'Er loopt nu geen vraag van jou bij de coach.',
  sorry: 'Sorry, dat hielp je niet. Zeg het eens in andere woorden, of laat een coach meekijken. Dat is een echt mens.',
  canAsk: 'Natuurlijk. Typ je vraag in een paar woorden.',
  falseAlarm:
    'Goed dat er geen nood is. De coach ziet dat het vals alarm was en kijkt het nog even na. Typ gerust je vraag.',
  noAlarm: 'Er staat geen noodbericht van je open. Typ gerust je vraag.',
  nobodyNow: 'Er is nu geen coach aan het werk. Wacht daar niet op: doe nu wat hierboven staat.',
  addedToAlarm: 'Ik zet dit bij je melding voor de coach. Wat je nu doet, staat hierboven.',
  perhapsDanger: 'Is er nu iemand gewond of in gevaar? Bel **112**.',
  toldCoach: 'Ik heb het doorgegeven aan de coach.',
  threadHint: 'Wil je iets anders vragen? Typ **nieuwe vraag**.',
  threadLeft: 'Oké. Je vraag bij de coach blijft lopen. Typ je nieuwe vraag.',
  resolved: 'Fijn. Ik sluit je vraag. Nog iets nodig? Typ gerust.',
  openQuestion: (question: string) =>
    `Een coach zoekt dit al uit voor een andere mentor: “${question}” Wil je dat antwoord ook?`,
  alsoMine: 'Je krijgt hetzelfde antwoord zodra de coach het geeft.',
  profileEmpty: 'Ik heb nog niets over je situatie onthouden.',
  erased: 'Alles wat ik over je bewaarde, is gewist.',
  eraseConfirm: 'Wil je alles wissen wat ik over je bewaar? Ook je open vragen bij de coach verdwijnen dan.',
  sameForAll: 'Voor mijn antwoord maakt dat geen verschil.',
  sameAnswer: 'Dit is alles wat ik daarover weet:',
  bothWays: 'Geen probleem. Dit is het antwoord voor elk geval:',
  nowAsk: 'Wat is je vraag?',
  newsOf: (title: string) => `Ik lees dat samen met je vorige vraag: **${title}**`,
  newsPerhaps:
    'Wat je dan best doet, weet ik niet zeker. Misschien helpt dit. Of geef het aan een coach: die krijgt je vorige vraag erbij.',
  newsCoach:
    'Wat je dan best doet, weet ik niet zeker. Zal ik het aan een coach geven, met je vorige vraag erbij? Eén tik is genoeg.',
  broken: 'Er liep iets mis bij mij. Ik heb je vraag aan een coach gegeven.',
  parked:
    'Er liep iets mis bij mij: ik kan dit bericht niet verwerken. Het staat klaar voor een coach, maar ik kan je geen tijd beloven. Is het dringend? Bel dan de trajectbegeleider van de school.',
  storeAway: 'Ik kan nu even niets doorgeven aan een coach. Probeer het straks opnieuw.',
  perhapsTwice: 'Misschien las je dit al: het ging even mis terwijl ik het stuurde.',
  expired: 'Let op: dit antwoord is aan nazicht toe. Vraag het zeker na bij een coach.',
} as const;

/** What somebody sent, one and more. */
export const FILE_WORDS = {
  image: ['foto', 'foto’s'],
  audio: ['spraakbericht', 'spraakberichten'],
  video: ['filmpje', 'filmpjes'],
  document: ['document', 'documenten'],
  location: ['plaats', 'plaatsen'],
  contact: ['contact', 'contacten'],
  sticker: ['sticker', 'stickers'],
  other: ['bestand', 'bestanden'],
} as const;

/** Where to find a fact the asker does not know by heart. */
export const SLOT_HINTS = {
  contract: 'Kijk op je overeenkomst: bovenaan staat SAO of OAO. Of vraag het aan de trajectbegeleider van de school.',
  level: 'Vraag het aan de trajectbegeleider van de school.',
  age: 'Kijk op je overeenkomst: daar staat de geboortedatum.',
} as const;

export const LABELS = {
  helped: 'Geholpen',
  notHelped: 'Niet echt',
  more: 'Meer uitleg',
  coach: 'Vraag de coach',
  none: 'Geen van deze',
  menu: 'Menu',
  myQuestions: 'Mijn vragen',
  callback: 'Bel me liever',
  newQuestion: 'Nieuwe vraag',
  alsoMine: 'Ook mijn vraag',
  resolved: 'Opgelost',
  unknown: 'Weet ik niet',
  yesErase: 'Ja, wis alles',
  cancel: 'Nee',
  falseAlarm: 'Geen nood',
} as const;

/** How the bot asks for a slot, the buttons, and how it later says for whom an answer is meant. */
export const SLOT_TEXTS = {
  contract: {
    ask: 'Heeft je leerling een SAO of een OAO?',
    values: { SAO: ['SAO', 'bij een SAO'], OAO: ['OAO', 'bij een OAO'] },
  },
  level: {
    ask: 'Komt je leerling uit BUSO of uit het 7de jaar BSO?',
    values: { BUSO: ['BUSO', 'voor BUSO'], BSO7: ['7de jaar BSO', 'voor het 7de jaar BSO'] },
  },
  age: {
    ask: 'Is je leerling al 18?',
    values: {
      minderjarig: ['Nog geen 18', 'voor een minderjarige'],
      meerderjarig: ['18 of ouder', 'voor een meerderjarige'],
    },
  },
  crew: {
    ask: 'Werk je alleen of met een ploeg?',
    values: { alleen: ['Alleen', 'als je alleen werkt'], ploeg: ['Met een ploeg', 'als je een ploeg hebt'] },
  },
  position: {
    ask: 'Ben je zelf de werkgever?',
    values: {
      werkgever: ['Ik ben werkgever', 'voor een werkgever'],
      werknemer: ['Ik ben werknemer', 'voor een mentor-werknemer'],
    },
  },
  first_employee: {
    ask: 'Is je leerling je eerste personeelslid ooit?',
    values: { ja: ['Ja, de eerste', 'als je nog nooit personeel had'], nee: ['Nee', 'als je al personeel had'] },
  },
  experience: {
    ask: 'Is dit je eerste leerling?',
    values: {
      eerste: ['Mijn eerste', 'voor je eerste leerling'],
      ervaren: ['Al meer gehad', 'als je al leerlingen had'],
    },
  },
} as const;

export const CALLBACK_TEXTS = {
  ochtend: ['’s Ochtends', 'in de ochtend'],
  middag: ['’s Middags', 'in de middag'],
  'na-het-werk': ['Na het werk', 'na het werk'],
  altijd: ['Maakt niet uit', 'om het even wanneer'],
} as const;

/** What was noted of a call, so that a wrong number or part of the day is seen at once. */
export function sayCallNoted(when: keyof typeof CALLBACK_TEXTS, phone: string | null): string {
  const slot = when === 'altijd' ? '' : ` ${CALLBACK_TEXTS[when][1]}`;
  return `${TEXTS.callbackSaved}${slot}${phone === null ? '' : ` op ${phone}`}.`;
}

/** His situation as he just told it, said back. */
export function sayRemembered(situation: string): string {
  return `Oké, ik onthoud: ${situation}.`;
}

/** His situation as we know it, when he asks. */
export function sayKnown(situation: string): string {
  return situation === '' ? TEXTS.profileEmpty : `Dit onthoud ik over jouw situatie: ${situation}.`;
}

/** How a question to the coach stands, behind its number. */
export const QUESTION_STATES = {
  promised: (moment: string) => `antwoord ten laatste ${moment}`,
  talking: 'de coach wacht op jou of zoekt verder',
  answered: 'beantwoord',
  closed: 'afgesloten',
} as const;

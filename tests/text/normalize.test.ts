import { expect, test } from '@jest/globals';
import { toWords } from '../../knowledge/text/analyse.js';

test.each([
  ['accents, capitals and odd spaces go', 'Één  LEERLING\u00a0ziek', 'een leerling ziek'],
  [
    'clitics come loose',
    "'k heb zo'n gast die z'n werk da's goed doet",
    'ik heb zo een gast die zijn werk dat is goed doet',
  ],
  ['curly apostrophes are apostrophes', '’t is m’n baas', 'het is mijn baas'],
  ['a glued subject comes loose', "moet'k da doen", 'moet ik dat doen'],
  ['the genitive s belongs to its word', "foto's van de leerling", 'fotos van de leerling'],
  ['Flemish forms become standard', 'moete gij da ni doen voor nen sao', 'moet je je dat niet doen voor een sao'],
  ['a verb with its subject is taken apart', 'hebde kunde zijde isem gaatem', 'heb je kun je zijn je is hij gaat hij'],
  ['abbreviations are written out', 'tb en ss', 'trajectbegeleider en sociaal secretariaat'],
  [
    'numbers stay, with their unit',
    '38u per week, 17j, 1.250,00 € en 50%',
    '38 uur per week 17 jaar 1250 euro en 50 procent',
  ],
  ['a subject glued in front comes loose', 'kzie da tregent, kpeis magda', 'ik zie dat het regent ik denk mag dat'],
  ['a denial glued behind comes loose', 'kannie en magnie', 'kan niet en mag niet'],
  ['a leer to stand on is a ladder', 'op de leer, van zijn leerke', 'op de ladder van zijn ladder'],
  ['a leer to learn in stays', 'in de leer bij mij', 'in de leer bij mij'],
  ['den bestel is a van, a verb stays', 'met den bestel, ik bestel stenen', 'met de bestelwagen ik bestel stenen'],
  ['me before a thing is with', 'me de velo, hij zei me iets', 'met de fiets hij zei me iets'],
  [
    'mee before a dialect article is with',
    'mee den bus, hij gaat mee de baan op',
    'met de bus hij gaat mee de baan op',
  ],
  ['no asem is no breath', 'krijgt ginnen asem, asem komt', 'krijgt geen adem als hij komt'],
  ['a mot given is a blow', 'gaf em een mot, mot da', 'gaf hem een klap moet dat'],
  ['negation stays', 'hij mag ni en krijgt niks', 'hij mag niet en krijgt niets'],
  ['invisible characters go', 'dimo\u200bna\u00ad', 'dimona'],
  ['a backtick is an apostrophe, and a line ends a word', 'Hij`s  ziek\n\nMag\ndat ', 'hijs ziek mag dat'],
  ['nothing stays nothing', ' \n\t ', ''],
])('%s', (_name, text, words) => {
  expect(toWords(text).join(' ')).toBe(words);
});

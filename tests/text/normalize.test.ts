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
  ['negation stays', 'hij mag ni en krijgt niks', 'hij mag niet en krijgt niets'],
  ['invisible characters go', 'dimo\u200bna\u00ad', 'dimona'],
  ['nothing stays nothing', ' \n\t ', ''],
])('%s', (_name, text, words) => {
  expect(toWords(text).join(' ')).toBe(words);
});

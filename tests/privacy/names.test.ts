import { describe, expect, test } from '@jest/globals';
import { mask } from '../../handlers/privacy/mask.js';

const cases = (table: readonly (readonly [text: string, masked: string])[]): void => {
  test.each(table.map(([text, masked]) => ({ text, masked })))('$text', ({ text, masked }) => {
    expect(mask(text)).toBe(masked);
  });
};

describe('a name beside a role', () => {
  cases([
    ['mijn leerling Jef komt niet', 'mijn leerling [naam] komt niet'],
    ['mijn leerling jef komt niet', 'mijn leerling [naam] komt niet'],
    ['mijn leerling Jef Van den Bossche komt niet', 'mijn leerling [naam] komt niet'],
    ['MIJN LEERLING JEF KOMT NIET', 'MIJN LEERLING [naam] KOMT NIET'],
    ['mijn leerling Djibril is te laat', 'mijn leerling [naam] is te laat'],
    ['mijn leerling roos is ziek', 'mijn leerling [naam] is ziek'],
    ['de mama van yassin belt de hele tijd', 'de mama van [naam] belt de hele tijd'],
    ['de ouders van Oumou zijn boos', 'de ouders van [naam] zijn boos'],
    ['het attest van kevin is kwijt', 'het attest van [naam] is kwijt'],
    ['ne gast, Kevin, die nooit luistert', 'ne gast, [naam], die nooit luistert'],
    ['trajectbegeleidster an peeters antwoordt niet', 'trajectbegeleidster [naam] antwoordt niet'],
    ['trajectbegeleider mevrouw Claes zegt', 'trajectbegeleider mevrouw [naam] zegt'],
    ['mevrouw claes van de school', 'mevrouw [naam] van de school'],
    ['juf Sofie belde', 'juf [naam] belde'],
    ['Djibril, mijn leerling, is ziek', '[naam], mijn leerling, is ziek'],
    ['mijn ploegbaas Gunther zegt nee', 'mijn ploegbaas [naam] zegt nee'],
    ['mijn leerling is Bram De Vos', 'mijn leerling is [naam]'],
    ['stagiaire fatima wil stoppen', 'stagiaire [naam] wil stoppen'],
    ['onze duale jongen mateusz', 'onze duale jongen [naam]'],
  ]);
});

describe('a name that is introduced', () => {
  cases([
    ['ik ben Karel De Smet en', 'ik ben [naam] en'],
    ['hij heet jonas', 'hij heet [naam]'],
    ['hij heet djibril en djibril komt te laat', 'hij heet [naam] en [naam] komt te laat'],
    ['ze heet roos', 'ze heet [naam]'],
    ['mijn naam is Wil Maes', 'mijn naam is [naam]'],
    ['naam: Vermeulen', 'naam: [naam]'],
    ['we noemen hem Jefke', 'we noemen hem [naam]'],
    ['hoe moet dat nu? groeten, Bart', 'hoe moet dat nu? groeten, [naam]'],
    ['mag dat? mvg bart', 'mag dat? mvg [naam]'],
    ['mag dat?\nMet vriendelijke groeten\nAn Peeters', 'mag dat?\nMet vriendelijke groeten\n[naam]'],
    ['grtjs sofie', 'grtjs [naam]'],
    ['alvast bedankt, Djamel', 'alvast bedankt, [naam]'],
    ['Dag Evelien, mag hij overuren doen?', 'Dag [naam], mag hij overuren doen?'],
  ]);
});

describe('a common first name alone', () => {
  cases([
    ['kevin komt altijd te laat', '[naam] komt altijd te laat'],
    ['gisteren is Yassine gevallen', 'gisteren is [naam] gevallen'],
    ["kevin's attest", '[naam] attest'],
    ['Chloë wil niet meer', '[naam] wil niet meer'],
    ['Sam Peeters was er niet', '[naam] was er niet'],
    ['gij en mohamed en szymon', 'gij en [naam] en [naam]'],
  ]);
});

describe('words that are names too stay words', () => {
  test.each([
    'mijn leerling wil niet komen',
    'mijn leerling mag max 8 uur',
    'er staat een roos en een linde in de tuin',
    'storm op komst, mag hij werken',
    'elke dag te laat',
    'hoe toon ik dat aan',
    'mijn job als mentor',
    'de leerling ben ik kwijt',
    'hij leert frans op school',
    'bel de trajectbegeleider. Bel de ouders',
    'de peter of meter van een mentor',
    'mijn leerling Moet hij dimona',
    'leerling SAO of OAO',
    'is mijn leerling Belg of Pool',
    'school Sint-Lucas',
    'een machine van John Deere',
    'zwarte piet op de werf',
    'hij noemt twee risico’s',
    'hoe heet dat papier',
    'groeten en tot later',
    'dag mentorlijn',
    'bedankt voor het antwoord',
    'ik ben ploegbaas',
    'Ik ben Zelfstandige in bijberoep',
    'mijn gast doet zijn best',
    'tien mei tot juni',
    'mijn leerling an de lijn',
  ])('%s', (text) => {
    expect(mask(text)).toBe(text);
  });
});

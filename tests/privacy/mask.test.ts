import { describe, expect, test } from '@jest/globals';
import { mask } from '../../handlers/privacy/mask.js';

describe('personal data are masked', () => {
  test.each([
    ['bel mij op 0470 12 34 56', 'bel mij op [telefoonnummer]'],
    ['nr 0470123456 aub', 'nr [telefoonnummer] aub'],
    ['0470/12.34.56', '[telefoonnummer]'],
    ['+32 470 12 34 56 is zijn nummer', '[telefoonnummer] is zijn nummer'],
    ['zijn moeder: 050 33 44 55', 'zijn moeder: [telefoonnummer]'],
    ['tel 0031612345678', 'tel [telefoonnummer]'],
    ['mail naar jan.peeters@example.be', 'mail naar [e-mailadres]'],
    ['jan punt peeters at gmail punt com', '[e-mailadres]'],
    ['rijksregister 85.07.30-033.28', 'rijksregister [rijksregisternummer]'],
    ['85073003328', '[rijksregisternummer]'],
    ['85 07 30 033 99 klopt niet eens', '[rijksregisternummer] klopt niet eens'],
    ['rekening BE68 5390 0754 7034', 'rekening [rekeningnummer]'],
    ['be68539007547034', '[rekeningnummer]'],
    ['hij woont Dorpsstraat 12, 8000 Brugge', 'hij woont [adres]'],
    ['mijn leerling Jef komt niet', 'mijn leerling [naam] komt niet'],
    ['mijn leerling Jef Van den Bossche komt niet', 'mijn leerling [naam] komt niet'],
    ['ik ben Karel De Smet en', 'ik ben [naam] en'],
    ['trajectbegeleider mevrouw Claes zegt', 'trajectbegeleider mevrouw [naam] zegt'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

describe('what is nobody’s stays', () => {
  test.each([
    'bel 112 of 1813',
    'antigif is 070 245 245',
    'TWW 02 235 53 00',
    'mag hij 38 uur werken in 2026',
    'leervergoeding 600,50 euro per maand',
    'van 8.00 tot 16.30 uur',
    'mijn leerling SAO of OAO',
    'de leerling Dimona ALT',
    'PC 145.04 en artikel 26',
    'op 21/11/2026 begint hij',
  ])('%s', (text) => {
    expect(mask(text)).toBe(text);
  });
});

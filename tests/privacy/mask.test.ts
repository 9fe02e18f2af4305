import { describe, expect, test } from '@jest/globals';
import { mask } from '../../handlers/privacy/mask.js';

const cases = (table: readonly (readonly [text: string, masked: string])[]): void => {
  test.each(table.map(([text, masked]) => ({ text, masked })))('$text', ({ text, masked }) => {
    expect(mask(text)).toBe(masked);
  });
};

describe('telephone numbers', () => {
  cases([
    ['bel mij op 0470 12 34 56', 'bel mij op [telefoonnummer]'],
    ['nr 0470123456 aub', 'nr [telefoonnummer] aub'],
    ['0470/12.34.56', '[telefoonnummer]'],
    ['1121121121120478 12 34 56', '[telefoonnummer]'],
    ['0478 12 34 56, '.repeat(40), '[telefoonnummer], '.repeat(40)],
    ['0478 12 34 56👷-'.repeat(40), '[telefoonnummer]👷-'.repeat(40)],
    ['0478 12 34 56👷-'.repeat(400), '[telefoonnummer]👷-'.repeat(400)],
    ['0478 12 34 56/'.repeat(400), '[telefoonnummer]/'.repeat(400)],
    ['0470-12-34-56', '[telefoonnummer]'],
    ['0470 123 456', '[telefoonnummer]'],
    ['0470/123456', '[telefoonnummer]'],
    ['+32 470 12 34 56 is zijn nummer', '[telefoonnummer] is zijn nummer'],
    ['0032 470 12 34 56', '[telefoonnummer]'],
    ['zijn moeder: 050 33 44 55', 'zijn moeder: [telefoonnummer]'],
    ['02 555 12 12', '[telefoonnummer]'],
    ['tel 0031612345678', 'tel [telefoonnummer]'],
    ['06 12 34 56 78 (NL)', '[telefoonnummer] (NL)'],
    ['+31 6 12345678', '[telefoonnummer]'],
    ['+33 6 12 34 56 78', '[telefoonnummer]'],
    ['+49 170 1234567', '[telefoonnummer]'],
    ['+352 621 123 456', '[telefoonnummer]'],
    ['app naar 0470123456 of 0471 98 76 54', 'app naar [telefoonnummer] of [telefoonnummer]'],
    ['Dimona 0470 12 34 56', 'Dimona [telefoonnummer]'],
    ['bel over de dimona: 0470/12.34.56', 'bel over de dimona: [telefoonnummer]'],
    ['dimona 0032470123456 aub', 'dimona [telefoonnummer] aub'],
    ['dimonanummer +32 470 12 34 56', 'dimonanummer [telefoonnummer]'],
    ['Dimona 123456789012', 'Dimona 123456789012'],
  ]);
});

describe('e-mail addresses', () => {
  cases([
    ['mail naar jan.peeters@example.be', 'mail naar [e-mailadres]'],
    ['jan punt peeters at gmail punt com', '[e-mailadres]'],
    ['jan.peeters at gmail punt com', '[e-mailadres]'],
    ['jan.peeters (at) gmail.com', '[e-mailadres]'],
    ['jan.peeters @ gmail . com', '[e-mailadres]'],
    ['jef apenstaartje telenet punt be', '[e-mailadres]'],
    ['jef_99[at]hotmail[dot]com', '[e-mailadres]'],
    ['stuur op info@tuinen-peeters.vlaanderen aub', 'stuur op [e-mailadres] aub'],
    ['JAN@EXAMPLE.BE', '[e-mailadres]'],
    ['zijn mail is kevin@school', 'zijn mail is [e-mailadres]'],
  ]);
});

describe('national numbers, accounts, dates of birth, plates', () => {
  cases([
    ['rijksregister 85.07.30-033.28', 'rijksregister [rijksregisternummer]'],
    ['85073003328', '[rijksregisternummer]'],
    ['85 07 30 033 99 klopt niet eens', '[rijksregisternummer] klopt niet eens'],
    ['85.07.30 / 033-28', '[rijksregisternummer]'],
    ['850730-03328', '[rijksregisternummer]'],
    ['85-07-30 033 28 staat op zijn kaart', '[rijksregisternummer] staat op zijn kaart'],
    ['bis 85.27.30-033.28', 'bis [rijksregisternummer]'],
    ['rijksregisternummer is 123 456 789 01', 'rijksregisternummer is [rijksregisternummer]'],
    ['insz: 9912345678', 'insz: [rijksregisternummer]'],
    ['rekening BE68 5390 0754 7034', 'rekening [rekeningnummer]'],
    ['be68539007547034', '[rekeningnummer]'],
    ['BE 68 5390 0754 7034', '[rekeningnummer]'],
    ['be68-5390-0754-7034', '[rekeningnummer]'],
    ['NL91 ABNA 0417 1643 00', '[rekeningnummer]'],
    ['FR76 3000 6000 0112 3456 7890 189', '[rekeningnummer]'],
    ['oud nummer 001-1234567-89', 'oud nummer [rekeningnummer]'],
    ['hij is geboren op 12/05/2008', 'hij is geboren op [geboortedatum]'],
    ['geboren 12 mei 2008', 'geboren [geboortedatum]'],
    ['geboortedatum: 3-4-09', 'geboortedatum: [geboortedatum]'],
    ['geboren op 2008-05-12', 'geboren op [geboortedatum]'],
    ['de camionette 1-ABC-123', 'de camionette [nummerplaat]'],
    ['plaat 1 XYZ 987 stond er', 'plaat [nummerplaat] stond er'],
    ['1-abc-123', '[nummerplaat]'],
  ]);
});

describe('street addresses', () => {
  cases([
    ['hij woont Dorpsstraat 12, 8000 Brugge', 'hij woont [adres]'],
    ['in de kerkstraat 12', 'in de [adres]'],
    ['Grote Steenweg 104 bus 3', '[adres]'],
    ['Lange Leemstraat 12b', '[adres]'],
    ['brugsesteenweg nr 45 in gent', '[adres] in gent'],
    ['Leopold II-laan 5', '[adres]'],
    ['Molenberg 3, 9300 Aalst', '[adres]'],
  ]);
});

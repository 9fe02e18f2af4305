import { describe, expect, test } from '@jest/globals';
import { mask } from '../../handlers/privacy/mask.js';

describe('what is nobody’s stays', () => {
  test.each([
    'bel 112 of 1813',
    'antigif is 070 245 245',
    'TWW 02 235 53 00',
    'mag hij 38 uur werken in 2026',
    'leervergoeding 600,50 euro per maand',
    'een premie van 1.000 of 1.500 euro',
    'van 8.00 tot 16.30 uur',
    'van 08:00-12:00 en 13:00-17:00',
    'mijn leerling SAO of OAO',
    'de leerling Dimona ALT',
    'PC 145.04 en artikel 26',
    'op 21/11/2026 begint hij',
    'van 01-09-2026 tot 30-06-2027',
    'schooljaar 2026-2027',
    'decreet van 10 juni 2016, artikel 3',
    'KB van 3 mei 1999',
    'de wet van 3 juli 1978',
    '85,88 % van dag 8 tot 14',
    'dag 1 tot 7, dag 8 tot 14, dag 15 tot 30',
    '1 tot 3 dagen per week',
    'code 04 05 06 op de prestatiestaat',
    'onderweg 20 minuten',
    'een grasveld 400 m2 maaien',
    'de autosnelweg 40',
    'zijn loopbaan 45 jaar',
    'halfweg 3 uur',
    'student@work 650 uren',
    'hij weegt 65 kg en tilt 25 kg',
    '10 bomen, 20 planten en 30 stenen',
    'C4 en C3.2A',
  ])('%s', (text) => {
    expect(mask(text)).toBe(text);
  });
});

test('a long message is masked to its end', () => {
  const long = 'mijn leerling kevin van 17 belt 0470 12 34 56 om 8 uur '.repeat(70);
  expect(mask(long)).not.toMatch(/kevin|0470/);
});

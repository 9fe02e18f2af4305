import { describe, expect, test } from '@jest/globals';
import { findNumbers } from '../../web/mentor/safe/phone-numbers.js';

const called = (text: string, where: 'urgent' | 'ordinary'): readonly string[] =>
  findNumbers(text, where)
    .filter((piece) => typeof piece !== 'string')
    .map(({ tel }) => tel);

describe('telephone numbers in a text', () => {
  test.each([
    ['Bel nu 112.', ['tel:112']],
    ['het Antigifcentrum 070 245 245. Hou', ['tel:070245245']],
    ['TWW (buiten de kantooruren 02 235 53 00).', ['tel:022355300']],
    ['Zelfmoordlijn 1813, Awel 102 of Tele-Onthaal 106', ['tel:1813', 'tel:102', 'tel:106']],
    ['Child Focus: 116 000', ['tel:116000']],
    ['112 of 101', ['tel:112', 'tel:101']],
  ])('in an emergency every official number can be pressed: %s', (text, expected) => {
    expect(called(text, 'urgent')).toEqual(expected);
  });

  test.each([
    ['Hij krijgt 102 euro.', []],
    ['na 106 dagen', []],
    ['€ 112 per maand', []],
    ['tot 1.112 euro', []],
    ['112,50 is het', []],
    ['op 1712-2026', []],
    ['bel 102', ['tel:102']],
    ['112 bellen', ['tel:112']],
    ['artikel 101 van de wet', []],
  ])('elsewhere a number must be clear: %s', (text, expected) => {
    expect(called(text, 'ordinary')).toEqual(expected);
  });

  test('no letter gets lost', () => {
    const text = 'Bel 112, of 070 245 245 bij gif.';
    expect(
      findNumbers(text, 'urgent')
        .map((piece) => (typeof piece === 'string' ? piece : piece.shown))
        .join(''),
    ).toBe(text);
  });
});

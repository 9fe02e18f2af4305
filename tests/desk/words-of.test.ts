import { expect, test } from '@jest/globals';
import { wordsOf } from '../../handlers/desk/words-of.js';
import { stem } from '../../knowledge/text/stem.js';

const ours = 'Wat doe ik als mijn leerling een arbeidsongeval heeft?';

test.each([
  ['as typed', ['leerling'], 'mijn LEERLING is ziek', ['leerling']],
  ['an inflection', ['leerlingen'], 'twee leerlingen te laat', ['leerlingen']],
  ['typed with a mistake: as we write it', ['leerling'], 'mijn leerlng is ziek', ['leerling']],
  ['part of a compound', ['ongeval'], 'een werkongeval op de werf', ['werkongeval']],
  ['twice the same word', ['leerling', 'leerlingen'], 'de leerling', ['leerling']],
  ['nowhere: what is compared', ['snoeischaar'], 'de hij', [stem('snoeischaar')]],
])('%s', (_name, terms, typed, expected) => {
  expect(wordsOf(terms.map(stem), typed, ours)).toEqual(expected);
});

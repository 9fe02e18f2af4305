import { expect, test } from '@jest/globals';
import { wordsOf } from '../../handlers/desk/words-of.js';
import { stem } from '../../knowledge/text/stem.js';

const ours = 'Welke verzekering betaalt een arbeidsongeval?';

test.each([
  ['as typed', ['verzekering'], 'mijn VERZEKERING betaalt niet', ['verzekering']],
  ['an inflection', ['handschoenen'], 'twee handschoenen kwijt', ['handschoenen']],
  ['typed with a mistake: as we write it', ['verzekering'], 'mijn verzekerng betaalt niet', ['verzekering']],
  ['part of a compound', ['ongeval'], 'een werkongeval op de werf', ['werkongeval']],
  ['twice the same word', ['verzekering', 'verzekeringen'], 'de verzekering', ['verzekering']],
  ['words of every question', ['als', 'leerling'], 'als de leerling valt', []],
  ['nowhere: what is compared', ['snoeischaar'], 'de hij', [stem('snoeischaar')]],
])('%s', (_name, terms, typed, expected) => {
  expect(wordsOf(terms.map(stem), typed, ours)).toEqual(expected);
});

import { expect, test } from '@jest/globals';
import { beginningOf, endOf } from '../../handlers/turn/excerpt.js';

test.each([
  ['kort', 20, 'kort', 'kort'],
  ['een\n twee  drie', 20, 'een twee drie', 'een twee drie'],
  ['een vraag\n\n1 foto zonder tekst.', 40, 'een vraag · 1 foto zonder tekst.', 'een vraag · 1 foto zonder tekst.'],
  ['hij zegt dat hij morgen niet komt', 20, 'hij zegt dat hij…', '…morgen niet komt'],
  ['x'.repeat(60), 50, `${'x'.repeat(49)}…`, `…${'x'.repeat(49)}`],
  ['🌳'.repeat(30), 20, `${'🌳'.repeat(9)}…`, `…${'🌳'.repeat(9)}`],
])('%j within %i characters: between words, at its beginning or its end', (text, max, beginning, end) => {
  expect([beginningOf(text, max), endOf(text, max)]).toEqual([beginning, end]);
});

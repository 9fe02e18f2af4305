import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFormIndex } from '../../knowledge/text/form-index.js';
import { createLexicon, withoutOneLetter } from '../../knowledge/text/lexicon.js';

const formsOf = (word: string): string[] => [word, ...withoutOneLetter(word)];

describe('the index of forms', () => {
  test('gives the words a form may have come from, in their order', () => {
    const index = createFormIndex(['dimona', 'snoeien', 'dimoan'], formsOf);
    expect(index.find('dimoa')).toEqual(['dimona', 'dimoan']);
    expect(index.find('snoeien')).toEqual(['snoeien']);
    expect(index.find('iets')).toEqual([]);
  });

  test('knows exactly what a table of all forms knows', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-c]{1,5}$/)),
        fc.stringMatching(/^[a-c]{0,5}$/),
        (words, form) => {
          const expected = words.filter((word) => formsOf(word).includes(form));
          expect(createFormIndex(words, formsOf).find(form)).toEqual(expected);
        },
      ),
    );
  });
});

describe('the lexicon', () => {
  const word = fc.stringMatching(/^[a-c]{4,7}$/);

  test('finds by a form with one letter left out exactly the words that have it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (words, form) => {
        const lexicon = createLexicon(
          words.join(' '),
          words.map(() => 2),
        );
        for (const asked of [form, ...withoutOneLetter(form)])
          expect(lexicon.byDeletion(asked)).toEqual(words.filter((one) => formsOf(one).includes(asked)));
      }),
    );
  });
});

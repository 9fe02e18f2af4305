import { expect, test } from '@jest/globals';
import { askedText } from '../../handlers/turn/asked-text.js';

test.each([
  ['nothing masked: the text itself', 'hij is ziek', 'hij is ziek', 'hij is ziek'],
  ['a name is left out', 'Jan Peeters is ziek', '[naam] is ziek', 'is ziek'],
  ['only a number: the text itself', '0475 12 34 56', '[telefoonnummer]', '0475 12 34 56'],
])('%s', (_name, text, masked, asked) => {
  expect(askedText({ text, masked })).toBe(asked);
});

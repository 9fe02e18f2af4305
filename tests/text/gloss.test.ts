import { expect, test } from '@jest/globals';
import { createGloss } from '../../knowledge/text/gloss.js';

const gloss = createGloss();

test.each([
  ['fr', 'mon apprenti est malade, qui paie ?', 'leerling ziek wie betalen'],
  ['fr', 'accident de travail sur le chantier', 'arbeidsongeval werf'],
  ['fr', 'peut-il conduire la camionnette ?', 'mag kan rijden besturen bestelwagen'],
  ['en', 'my apprentice did not show up today', 'leerling komt niet opdagen today'],
  ['en', 'is he allowed to use the chainsaw?', 'mag toegelaten use kettingzaag'],
] as const)('%s: "%s"', (language, text, dutch) => {
  expect(gloss(text, language)).toBe(dutch);
});

test('Dutch and unknown languages are left as they are', () => {
  expect(gloss('de man is malade', 'nl')).toBe('de man is malade');
  expect(gloss('wer zahlt', 'other')).toBe('wer zahlt');
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyse, createTextLayer, toWords } from '../../knowledge/text/analyse.js';
import { joinCompound, splitCompound } from '../../knowledge/text/compounds.js';
import { createConceptFinder, isFindable } from '../../knowledge/text/concepts.js';
import { fromDialect } from '../../knowledge/text/dialect.js';
import { createLexicon } from '../../knowledge/text/lexicon.js';
import { withoutSlips } from '../../knowledge/text/slips.js';
import { LONGEST_TEXT, splitSentences } from '../../knowledge/text/sentences.js';
import { soundKey } from '../../knowledge/text/sounds.js';
import { stem } from '../../knowledge/text/stem.js';
import { correct, editDistance } from '../../knowledge/text/spelling.js';

const words =
  'kettingzaag ketting zaag attest prestatiestaat prestatie staat dimona overeenkomst contract leerling veiligheid schoenen veiligheidsschoenen school betalen brengen maken hier huis moeten verzekering uren werk';
const lexicon = createLexicon(
  words,
  words.split(' ').map(() => 5),
);
const layer = createTextLayer({
  lexicon,
  concepts: createConceptFinder({
    leerling: ['leerling', 'gast'],
    gewaarborgd_loon: ['gewaarborgd loon'],
    werkkledij: ['veiligheidsschoenen'],
  }),
});

test.each([
  ['contrackt', 'contract'],
  ['presatiestaat', 'prestatiestaat'],
  ['dimnoa', 'dimona'],
  ['overeenkomts', 'overeenkomst'],
  ['leering', 'leerling'],
])('the slip %s becomes %s', (typed, meant) => {
  expect(correct(typed, lexicon)).toBe(meant);
});

test.each(['school', 'weer', 'xyzzyplugh', 'brood'])('%s is left as it is', (word) => {
  expect(correct(word, lexicon)).toBeUndefined();
});

test.each([
  ['kettingzaagattest', ['kettingzaag', 'attest']],
  ['veiligheidsschoenen', ['veiligheid', 'schoenen']],
  ['lucifer', []],
])('the compound %s splits on our words', (word, parts) => {
  expect(splitCompound(word, lexicon)).toEqual(parts);
});

test('two halves of a compound we know are joined', () => {
  expect(joinCompound('ketting', 'zaag', lexicon)).toBe('kettingzaag');
  expect(joinCompound('veiligheid', 'schoenen', lexicon)).toBe('veiligheidsschoenen');
  expect(joinCompound('rode', 'zaag', lexicon)).toBeUndefined();
});

test.each([
  ['ier', ['hier']],
  ['uus', ['huis']],
  ['brengek', ['brengen', 'ik']],
])('dialect %s is read as %j', (typed, meant) => {
  expect(fromDialect(typed, lexicon)).toEqual(meant);
});

test('what sounds alike has one key', () => {
  expect(soundKey('prestasie')).toBe(soundKey('prestatie'));
  expect(soundKey('nivo')).toBe(soundKey('niveau'));
  expect(soundKey('kontrakt')).toBe(soundKey('contract'));
});

test('a swapped pair of letters is one slip', () => {
  expect(editDistance('dimnoa', 'dimona')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
});

test('concepts are found in words and word groups, each once', () => {
  expect(analyse('de gast en de leerling krijgen gewaarborgd loon', layer).concepts).toEqual([
    'leerling',
    'gewaarborgd_loon',
  ]);
});

test('words nobody here writes are reported as unknown', () => {
  expect(analyse('zxcvbn qwrtps dimona', layer).unknown).toEqual(['zxcvbn', 'qwrtps']);
});

test('a long message keeps its first and its last sentences', () => {
  const text = `Begin. ${'Dit is een zin over niets. '.repeat(400)}Mag dat?`;
  const sentences = splitSentences(text);
  expect(sentences[0]).toBe('Begin.');
  expect(sentences.at(-1)).toBe('Mag dat?');
  expect(sentences.length).toBeLessThanOrEqual(24);
  expect(sentences.join(' ').length).toBeLessThanOrEqual(LONGEST_TEXT + 40);
});

test('any text at all is read without failing, and bounded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const analysis = analyse(text, layer);
      expect(analysis.words.length).toBe(analysis.stems.length);
      expect(toWords(text)).toEqual(toWords(text));
    }),
    { numRuns: 200 },
  );
});

test('what looks mistyped beside a word we often see is no word of ours; a rare word is', () => {
  const often = [
    'werken',
    'materiaal',
    'attitude',
    'schoen',
    'school',
    'betalen',
    'handtekening',
    'begeleider',
    'plannen',
  ];
  const counts = new Map([
    ...often.map((word) => [word, 60] as const),
    ...['matreiaal', 'atitude', 'handteknening', 'paraplu', 'schoon', 'betaler', 'dolomiet'].map(
      (word) => [word, 1] as const,
    ),
  ]);
  const kept = withoutSlips(counts);
  expect([...counts.keys()].filter((word) => !kept.has(word))).toEqual(['matreiaal', 'atitude', 'handteknening']);
});

test.each([
  ['hoe word ik een betere mentor', true],
  ['een groep van woorden die veel te lang is', false],
  ['…', false],
])('the group "%s" can be found: %s', (phrase, findable) => {
  expect(isFindable(phrase)).toBe(findable);
});

test('a long group of words that means a concept is found in a message', () => {
  const finder = createConceptFinder({ reden_gestopt: ['van de ene dag op de andere'] });
  expect(finder.find(toWords('hij is van de ene dag op de andere weg').map(stem))).toEqual(['reden_gestopt']);
});

test('a word is repaired the same each time, and past so many unknown words none is corrected any more', () => {
  const strange = Array.from(
    { length: 40 },
    (_unused, at) => `xq${'abcdefghij'.charAt(at % 10)}z${'klmn'.charAt(at % 4)}v`,
  );
  const once = analyse('contrackt', layer);
  expect(analyse('contrackt', layer)).toEqual(once);
  expect(once).toMatchObject({ words: ['contract'], unknown: [] });
  const after = analyse(`${strange.join(' ')} contrackt contract`, layer);
  expect(after.words.slice(-2)).toEqual(['contrackt', 'contract']);
  expect(after.unknown).toEqual([...strange, 'contrackt']);
});

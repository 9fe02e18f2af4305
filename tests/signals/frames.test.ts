import { describe, expect, it } from '@jest/globals';
import { useClassifier, type Features } from '../../knowledge/signal-classifier.js';
import { noteFrames } from '../../knowledge/signal-frames.js';
import { FeatureNumbers } from '../../knowledge/signal-numbers.js';
import { keyOf, nameOf, toSign } from '../../knowledge/signal-signs.js';
import { toRows, trainBorders, trainLightBorder } from '../../knowledge/signal-svm.js';

function framesOf(text: string, asks: boolean, lists: readonly string[]): readonly string[] {
  const names: string[] = [];
  noteFrames({ words: text.split(' '), asks, shouts: false }, lists.map(toSign), toSign, (...seen) => {
    names.push(nameOf(...seen));
  });
  return names;
}

describe('the frame a danger is told in', () => {
  it.each([
    ['vorig jaar viel hij van de ladder', false, ['k:past']],
    ['hij ligt nu op de grond', false, ['k:now']],
    ['zijn hand is genezen', false, ['k:settled']],
    ['stel dat hij valt', false, ['k:supposed']],
    ['welk formulier voor de verzekering', true, ['k:paper', 'k:asks', 'k:paper asks']],
    ['hij ademt niet', false, ['k:not']],
    ['mag hij dat', true, ['k:question', 'k:question asks']],
  ] as const)('"%s" (asks: %s) -> %j', (text, asks, expected) => {
    const found = framesOf(text, asks, []);
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });

  it('stands beside each word list of the passage', () => {
    const found = framesOf('vorig jaar gevallen', false, ['val']);
    expect(found).toContain('m:past val');
    expect(found).not.toContain('m:now val');
  });
});

describe('a light border', () => {
  const seen = (...words: readonly string[]): Features => ({
    keys: Int32Array.from(words, (word) => keyOf('w', toSign(word))),
    sorts: new Uint8Array(words.length).fill('w'.charCodeAt(0)),
  });
  const numbers = new FeatureNumbers();
  const samples = [
    seen('bloedt', 'hij', 'bloedt'),
    seen('bloedt', 'bos'),
    seen('uren', 'hij'),
    seen('uren', 'bos'),
  ].map((features) => numbers.of(features));
  const rows = toRows(samples, numbers, 1);
  const yes = [true, true, false, false];
  const training = { rounds: 20, cost: 1, yesWeight: 1 };

  it('keeps what weighs most and leaves out what tells nothing', () => {
    const { table, border } = trainLightBorder(rows, yes, training, 2);
    expect(table.sizes.reduce((sum, size) => sum + size)).toBe(2);
    const classifier = useClassifier(table, [border]);
    expect(classifier.margins(seen('bloedt', 'hij'))[0]).toBeGreaterThan(0);
    expect(classifier.margins(seen('uren', 'bos'))[0]).toBeLessThan(0);
    expect(classifier.strongest(seen('bos', 'bloedt', 'hij', 'uren'), 4)).toEqual([1]);
  });

  it('is the whole border when there is room for all', () => {
    const { table, border } = trainLightBorder(rows, yes, training, 10);
    expect({ table, borders: [border] }).toEqual(trainBorders(rows, [yes], training));
  });

  it('hears a word that is said twice once', () => {
    const { table, border } = trainLightBorder(rows, yes, training, 10);
    const classifier = useClassifier(table, [border]);
    expect(classifier.margins(seen('bloedt', 'bos', 'bloedt'))).toEqual(classifier.margins(seen('bloedt', 'bos')));
  });
});

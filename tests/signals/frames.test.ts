import { describe, expect, it } from '@jest/globals';
import { framesOf } from '../../knowledge/signal-frames.js';
import { toRows, trainBorder, trainLightBorder } from '../../knowledge/signal-svm.js';
import { useClassifier } from '../../knowledge/signal-classifier.js';

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
    const found = framesOf({ words: text.split(' '), asks, shouts: false }, []);
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });

  it('stands beside each word list of the passage', () => {
    const found = framesOf({ words: ['vorig', 'jaar', 'gevallen'], asks: false, shouts: false }, ['val']);
    expect(found).toContain('m:past val');
    expect(found).not.toContain('m:now val');
  });
});

describe('a light border', () => {
  const names = ['w:bloedt', 'w:uren', 'w:hij', 'w:bos'];
  const samples = [
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
  ].map((features) => Int32Array.from(features));
  const rows = toRows(samples, names, 1);
  const yes = [true, true, false, false];
  const training = { rounds: 20, cost: 1, yesWeight: 1 };

  it('keeps what weighs most and leaves out what tells nothing', () => {
    const { table, border } = trainLightBorder(rows, yes, training, 2);
    expect(table.names.split('\n').sort()).toEqual(['w:bloedt', 'w:uren']);
    const classifier = useClassifier(table, [border]);
    expect(classifier.margins(['w:bloedt', 'w:hij'])[0]).toBeGreaterThan(0);
    expect(classifier.margins(['w:uren', 'w:bos'])[0]).toBeLessThan(0);
  });

  it('is the whole border when there is room for all', () => {
    const light = trainLightBorder(rows, yes, training, 10);
    expect(light.table).toEqual(rows.table);
    expect(light.border).toEqual(trainBorder(rows, yes, training));
  });
});

import { expect, test } from '@jest/globals';
import { createMatcher } from '../../knowledge/match/create-matcher.js';
import { packSteps, unpackInt8 } from '../../knowledge/match/pack.js';
import { reduceModel } from '../../knowledge/match/reduce.js';
import { train } from '../../knowledge/match/train.js';
import { SMALL } from './small-library.js';

test('a reduced model is smaller and still finds the entry', () => {
  const model = train(SMALL, { concepts: {} });
  const reduced = reduceModel(model, { leastTexts: 2, leastTextsWithin: 2, step: 24 });
  expect(JSON.stringify(reduced).length).toBeLessThan(JSON.stringify(model).length);
  const matcher = createMatcher({ model: reduced, concepts: {}, items: SMALL });
  expect(matcher.match('moet ik dimona doen voor mijn leerling').candidates[0]?.id).toBe('dimona-doen');
  expect(matcher.match('mag hij met de tractor rijden').candidates[0]?.id).toBe('rijden-tractor');
});

test('weights in steps come back as they were rounded', () => {
  expect([...unpackInt8(packSteps(Int8Array.from([-120, -24, 0, 24, 120]), 24))]).toEqual([-120, -24, 0, 24, 120]);
});

import { expect, test } from '@jest/globals';
import { sayReplay } from '../../web/desk/src/knowledge/replay-words.js';

test.each([
  [{ worse: 0, better: 0, worseHere: 0 }, 'success', 'niets slechter', null],
  [{ worse: 0, better: 12, worseHere: 0 }, 'success', 'niets slechter', '12 beter dan nu.'],
  [
    { worse: 129, better: 140, worseHere: 0 },
    'warning',
    'niets slechter bij deze ingang',
    /129 slechter, 140 beter.* altijd/,
  ],
  [{ worse: 5, better: 9, worseHere: 3 }, 'danger', '3 slechter bij deze ingang', /2 slechter, 9 beter/],
  [{ worse: 129, better: 4, worseHere: 0 }, 'danger', 'niets slechter bij deze ingang', /kijk het na/],
  // Rehearsed by a release that did not tell them apart.
  [{ worse: 4 }, 'danger', '4 slechter bij deze ingang', null],
] as const)('%j is said as %s', (replay, color, badge, elsewhere) => {
  const said = sayReplay(replay);
  expect([said.color, said.badge]).toEqual([color, badge]);
  if (elsewhere instanceof RegExp) expect(said.elsewhere).toMatch(elsewhere);
  else expect(said.elsewhere).toBe(elsewhere);
});

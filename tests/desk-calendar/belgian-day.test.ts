import { expect, test } from '@jest/globals';
import { belgianDay } from '../../handlers/belgian-day.js';

test.each([
  ['2026-11-21T12:00:00Z', '2026-11-21', 'at noon'],
  ['2026-11-21T22:59:59Z', '2026-11-21', 'the last second before midnight in winter'],
  ['2026-11-21T23:00:00Z', '2026-11-22', 'midnight in winter'],
  ['2026-07-01T21:59:59Z', '2026-07-01', 'the last second before midnight in summer'],
  ['2026-07-01T22:00:00Z', '2026-07-02', 'midnight in summer'],
  ['2026-12-31T23:30:00Z', '2027-01-01', 'New Year'],
])('%s is on %s in Belgium: %s', (moment, day) => {
  expect(belgianDay(new Date(moment))).toBe(day);
});

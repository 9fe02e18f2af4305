import { describe, expect, test } from '@jest/globals';
import { readPeriod, schoolYearOf } from '../../handlers/insights/period.js';
import { monthsFrom } from '../../handlers/insights/event-index.js';

const NOW = new Date('2026-11-21T09:00:00+01:00');

describe('a period and the one before', () => {
  test.each([
    ['week', undefined, '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-14'],
    ['week', '2026-01-01', '2025-12-29', '2026-01-04', '2025-12-22', '2025-12-28'],
    ['month', undefined, '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-21'],
    ['month', '2026-03-31', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['school-year', undefined, '2026-09-01', '2027-08-31', '2025-09-01', '2025-11-21'],
    ['school-year', '2026-08-31', '2025-09-01', '2026-08-31', '2024-09-01', '2025-08-31'],
  ] as const)('%s around %s is %s to %s, beside %s to %s', (kind, day, from, to, before, until) => {
    const { period, previous } = readPeriod({ kind, day }, NOW);
    expect([period.from, period.to, previous.from, previous.to]).toEqual([from, to, before, until]);
  });

  test('a free period is compared with as many days before it', () => {
    const { previous } = readPeriod({ kind: 'free', from: '2026-09-01', to: '2026-09-10' }, NOW);
    expect([previous.from, previous.to]).toEqual(['2026-08-22', '2026-08-31']);
  });

  test('a running period says up to when it is compared', () => {
    expect(readPeriod({ kind: 'month' }, NOW).previous.label).toBe('oktober 2026, tot en met 21 oktober');
    expect(readPeriod({ kind: 'school-year' }, NOW).period.label).toBe('schooljaar 2026-2027');
  });

  test.each([
    [{ kind: 'free', from: '2026-09-10', to: '2026-09-01' }],
    [{ kind: 'free', from: '2016-09-10', to: '2026-09-01' }],
    [{ kind: 'free' }],
    [{ kind: 'week', day: '2026-13-01' }],
  ] as const)('refuses %j', (asked) => {
    expect(() => readPeriod(asked, NOW)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  test.each([
    ['2026-08-31', '2025-2026'],
    ['2026-09-01', '2026-2027'],
    ['2027-01-15', '2026-2027'],
  ])('%s belongs to %s', (day, year) => {
    expect(schoolYearOf(day)).toBe(year);
  });

  test('logs of a month before and after are read too, since they go by universal time', () => {
    expect(monthsFrom('2026-09-01', NOW)).toEqual(['2026-08', '2026-09', '2026-10', '2026-11', '2026-12']);
  });
});

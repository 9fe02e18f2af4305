import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { belgianDay, dayFrom } from '../../handlers/belgian-day.js';
import { sayWhen } from '../../web/desk/src/base/moment.js';

test.each([
  ['2026-11-21T12:00:00Z', '2026-11-21', 'at noon'],
  ['2026-11-21T22:59:59Z', '2026-11-21', 'the last second before midnight in winter'],
  ['2026-11-21T23:00:00Z', '2026-11-22', 'midnight in winter'],
  ['2026-07-01T21:59:59Z', '2026-07-01', 'the last second before midnight in summer'],
  ['2026-07-01T22:00:00Z', '2026-07-02', 'midnight in summer'],
  ['2026-12-31T23:30:00Z', '2027-01-01', 'New Year'],
  ['2026-03-28T23:00:00Z', '2026-03-29', 'the night the clock goes forward begins in winter time'],
  ['2026-03-29T21:59:59Z', '2026-03-29', 'and its day ends in summer time'],
  ['2026-10-24T22:00:00Z', '2026-10-25', 'the night the clock goes back begins in summer time'],
  ['2026-10-25T22:59:59Z', '2026-10-25', 'and its day ends in winter time'],
])('%s is on %s in Belgium: %s', (moment, day) => {
  expect(belgianDay(new Date(moment))).toBe(day);
});

test.each([
  ['2026-11-21', 1, '2026-11-22'],
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-03-30', -1, '2026-03-29'],
  ['2026-10-25', 1, '2026-10-26'],
  ['2026-10-26', -1, '2026-10-25'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-09-01', 60, '2026-10-31'],
])('%s and %i days is %s', (from, days, to) => {
  expect(dayFrom(from, days)).toBe(to);
});

describe('"vandaag" and "gisteren" at the desk', () => {
  test.each([
    ['2026-11-21T22:30:00Z', '2026-11-21T23:30:00Z', 'gisteren 23:30'],
    ['2026-11-21T23:05:00Z', '2026-11-21T23:30:00Z', 'vandaag 00:05'],
    ['2026-03-29T10:00:00Z', '2026-03-29T22:30:00Z', 'gisteren 12:00'],
    ['2026-03-28T22:30:00Z', '2026-03-29T22:30:00Z', 'za 28 mrt 23:30'],
    ['2026-10-24T22:30:00Z', '2026-10-25T23:30:00Z', 'gisteren 00:30'],
  ])('%s, read at %s, is "%s"', (at, now, said) => {
    expect(sayWhen(at, new Date(now))).toBe(said);
  });
});

test('no day is taken from universal time', () => {
  const root = join(import.meta.dirname, '../..');
  const files = ['handlers', 'web'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  );
  const taken = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .filter((file) =>
      /toISOString\(\)\.slice\(0, 10\)|createdAt\.slice\(0, 10\)/.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(taken).toEqual(['handlers/belgian-day.ts']);
});

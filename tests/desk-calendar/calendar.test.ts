import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { belgianHolidays } from '../../bot/public-holidays.js';
import { parseOpeningHours, type OpeningHours } from '../../handlers/desk/opening-hours.js';
import { isOpenAt, promisedBy, sayDate, sayMoment, TIME_ZONE, type PromiseRules } from '../../handlers/desk/promise.js';
import { SCHOOL_HOLIDAYS, schoolHolidayOn } from '../../handlers/desk/school-holidays.js';

function hours(text: string): OpeningHours {
  const parsed = parseOpeningHours(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.hours;
}

const rules: PromiseRules = {
  hours: hours('ma-vr 08:00-12:00,13:00-17:00'),
  holidayHours: hours('ma-vr 09:00-12:00'),
  promiseHours: 4,
  urgentHours: 0.5,
  isPublicHoliday: belgianHolidays(),
};
const local = (text: string): Date => DateTime.fromISO(text, { zone: TIME_ZONE }).toJSDate();
const promise = (now: string, urgent = false): string => sayMoment(promisedBy(local(now), rules, urgent), local(now));

describe('the promise counts opening hours', () => {
  test.each([
    ['a Saturday waits for Monday', '2026-11-21T09:00', 'maandag 23 november om 12 uur'],
    ['over the lunch break', '2026-11-23T10:00', 'vandaag om 15 uur'],
    ['over the night', '2026-11-23T16:00', 'morgen (dinsdag 24 november) om 11 uur'],
    ['before opening', '2026-11-23T06:30', 'vandaag om 12 uur'],
    ['half hours', '2026-11-23T08:30', 'vandaag om 13.30 uur'],
    ['Armistice Day is no working day', '2026-11-10T16:00', 'donderdag 12 november om 11 uur'],
    ['Christmas holidays have their own hours, Christmas none', '2026-12-24T11:00', 'maandag 28 december om 12 uur'],
    [
      'the clock changes on Sunday, Easter Monday is free, the desk opens at nine by the clock',
      '2027-03-27T12:00',
      'woensdag 31 maart om 10 uur',
    ],
  ])('%s', (_name, now, said) => {
    expect(promise(now)).toBe(said);
  });

  test('an urgent question is promised sooner', () => {
    expect(promise('2026-11-23T10:00', true)).toBe('vandaag om 10.30 uur');
  });

  test('hours that never open are refused, not waited for', () => {
    expect(() => promisedBy(local('2026-11-23T10:00'), { ...rules, isPublicHoliday: () => true })).toThrow(RangeError);
  });

  test('open now or not', () => {
    expect(isOpenAt(local('2026-11-23T12:30'), rules)).toBe(false);
    expect(isOpenAt(local('2026-11-23T13:00'), rules)).toBe(true);
  });
});

describe('opening hours in plain text', () => {
  test.each([
    ['', 'geen enkel uur'],
    ['maandag 8-12', 'begin met dagen'],
    ['vr-ma 08:00-12:00', 'begin met dagen'],
    ['ma 8u-12u', 'uren zijn zoals'],
    ['ma 12:00-08:00', 'uren zijn zoals'],
    ['ma 08:00-12:00,11:00-13:00', 'overlappen'],
    ['ma 08:00-24:30', 'uren zijn zoals'],
  ])('"%s" is refused: %s', (text, problem) => {
    const parsed = parseOpeningHours(text);
    expect('problem' in parsed && parsed.problem).toContain(problem);
  });
});

/** The rules of the decision of 17 April 1991, worked out from Easter. */
function holidaysOf(startYear: number, easterOf: (year: number) => DateTime): Record<string, [string, string]> {
  const day = (iso: string): DateTime => DateTime.fromISO(iso, { zone: TIME_ZONE });
  const monday = (date: DateTime): DateTime => date.startOf('week');
  const nov1 = day(`${String(startYear)}-11-01`);
  const autumn = nov1.weekday === 7 ? nov1.plus({ days: 1 }) : monday(nov1);
  const christmas = day(`${String(startYear)}-12-25`);
  const winter = christmas.weekday >= 6 ? monday(christmas).plus({ weeks: 1 }) : monday(christmas);
  const easter = easterOf(startYear + 1);
  const spring =
    easter.month === 3
      ? easter.plus({ days: 1 })
      : easter > day(`${String(startYear + 1)}-04-15`)
        ? monday(easter).minus({ weeks: 1 })
        : firstMonday(startYear + 1);
  const carnival = monday(easter).minus({ weeks: 6 });
  const span = (from: DateTime, weeks: number): [string, string] => [
    from.toISODate() ?? '',
    from.plus({ days: weeks * 7 - 1 }).toISODate() ?? '',
  ];
  return {
    herfstvakantie: span(autumn, 1),
    kerstvakantie: span(winter, 2),
    krokusvakantie: span(carnival, 1),
    paasvakantie: span(spring, 2),
    zomervakantie: [`${String(startYear + 1)}-07-01`, `${String(startYear + 1)}-08-31`],
  };
}

function firstMonday(year: number): DateTime {
  const april = DateTime.fromISO(`${String(year)}-04-01`, { zone: TIME_ZONE });
  return april.plus({ days: (8 - april.weekday) % 7 });
}

describe('school holidays of the Flemish Community', () => {
  const easters: Record<number, string> = { 2027: '2027-03-28', 2028: '2028-04-16' };
  test.each([2026, 2027])('school year %i follows the rules', (year) => {
    const expected = holidaysOf(year, (at) => DateTime.fromISO(easters[at] ?? '', { zone: TIME_ZONE }));
    const given = SCHOOL_HOLIDAYS.slice((year - 2026) * 5, (year - 2026) * 5 + 5);
    expect(Object.fromEntries(given.map(({ name, from, to }) => [name, [from, to]]))).toEqual(expected);
  });

  test('first and last day are in it, the day after is not', () => {
    expect(schoolHolidayOn('2026-11-02')?.name).toBe('herfstvakantie');
    expect(schoolHolidayOn('2026-11-08')?.name).toBe('herfstvakantie');
    expect(schoolHolidayOn('2026-11-09')).toBeNull();
  });
});

test('a date in words', () => {
  expect(sayDate('2026-11-21')).toBe('21 november 2026');
});

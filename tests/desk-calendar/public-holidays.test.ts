import { expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { belgianHolidays } from '../../bot/public-holidays.js';

test('the public holidays are those of date-holidays, every day of forty years', () => {
  const isHoliday = belgianHolidays();
  const known = new Holidays('BE');
  for (let year = 2020; year < 2060; year += 1) {
    const expected = known.getHolidays(year).filter(({ type }) => type === 'public');
    const ours: string[] = [];
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      if (isHoliday(day)) ours.push(day);
    }
    expect(ours).toEqual([...new Set(expected.map(({ date }) => date.slice(0, 10)))].sort());
  }
});

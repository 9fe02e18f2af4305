import Holidays from 'date-holidays';

/** Belgian public holidays, from the kept list of date-holidays. The answer holds for an ISO date in Brussels. */
export function belgianHolidays(): (day: string) => boolean {
  const holidays = new Holidays('BE');
  const known = new Map<number, ReadonlySet<string>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    const days =
      known.get(year) ??
      new Set(
        holidays
          .getHolidays(year)
          .filter(({ type }) => type === 'public')
          .map(({ date }) => date.slice(0, 10)),
      );
    known.set(year, days);
    return days.has(day);
  };
}

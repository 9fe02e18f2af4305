const DAY_MS = 86_400_000;
/** The ten legal holidays (Royal Decree of 18 April 1974): seven on a fixed day, three that follow Easter. */
const FIXED = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'] as const;
const AFTER_EASTER = [1, 39, 50] as const;

/**
 * Belgian public holidays; the answer holds for an ISO date in Brussels. date-holidays gives the same days (a test holds
 * them side by side), but brings the calendars of the whole world into memory.
 */
export function belgianHolidays(): (day: string) => boolean {
  const known = new Map<number, ReadonlySet<string>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    const days = known.get(year) ?? holidaysOf(year);
    known.set(year, days);
    return days.has(day);
  };
}

function holidaysOf(year: number): ReadonlySet<string> {
  const start = String(year).padStart(4, '0');
  const easter = easterOf(year);
  return new Set([
    ...FIXED.map((day) => `${start}-${day}`),
    ...AFTER_EASTER.map((days) => new Date(easter + days * DAY_MS).toISOString().slice(0, 10)),
  ]);
}

/** Easter Sunday in the Gregorian calendar, as a moment in UTC (the anonymous algorithm of 1876). */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leaps = century - Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + leaps - correction + 15) % 30;
  const rest = year % 100;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * shift + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

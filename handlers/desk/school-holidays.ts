/**
 * School holidays of the Flemish Community, first and last day. Source: the holiday rules of the Flemish Government
 * (decision of 17 April 1991) as published on onderwijs.vlaanderen.be; `tests/desk/calendar.test.ts` checks every
 * period against those rules. Add a year before its September.
 */
export interface SchoolHoliday {
  readonly name: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
}

export const SCHOOL_HOLIDAYS: readonly SchoolHoliday[] = [
  { name: 'herfstvakantie', from: '2026-11-02', to: '2026-11-08' },
  { name: 'kerstvakantie', from: '2026-12-21', to: '2027-01-03' },
  { name: 'krokusvakantie', from: '2027-02-08', to: '2027-02-14' },
  { name: 'paasvakantie', from: '2027-03-29', to: '2027-04-11' },
  { name: 'zomervakantie', from: '2027-07-01', to: '2027-08-31' },
  { name: 'herfstvakantie', from: '2027-11-01', to: '2027-11-07' },
  { name: 'kerstvakantie', from: '2027-12-27', to: '2028-01-09' },
  { name: 'krokusvakantie', from: '2028-02-28', to: '2028-03-05' },
  { name: 'paasvakantie', from: '2028-04-03', to: '2028-04-16' },
  { name: 'zomervakantie', from: '2028-07-01', to: '2028-08-31' },
];

/** The school holiday a day falls in; null on school days. `day` is an ISO date. */
export function schoolHolidayOn(
  day: string,
  holidays: readonly SchoolHoliday[] = SCHOOL_HOLIDAYS,
): SchoolHoliday | null {
  return holidays.find(({ from, to }) => day >= from && day <= to) ?? null;
}

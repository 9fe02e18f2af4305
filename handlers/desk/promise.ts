import { DateTime } from 'luxon';
import type { Block, OpeningHours } from './opening-hours.js';
import { keepLast } from '../../knowledge/keep-last.js';
import { schoolHolidayOn } from './school-holidays.js';

export const TIME_ZONE = 'Europe/Brussels';

export interface PromiseRules {
  readonly hours: OpeningHours;
  /** Hours that hold in school holidays, when fewer coaches are there. */
  readonly holidayHours: OpeningHours;
  /** Opening hours (not clock hours) within which a coach answers. */
  readonly promiseHours: number;
  readonly urgentHours: number;
  /** True on a Belgian public holiday. `day` is an ISO date. */
  readonly isPublicHoliday: (day: string) => boolean;
}

/** Furthest we look for opening hours: a year without any is a mistake in the configuration. */
const MAX_DAYS = 400;

/** The moment by which a coach answers: so many opening hours from now. */
export function promisedBy(now: Date, rules: PromiseRules, urgent = false): Date {
  let minutes = Math.round((urgent ? rules.urgentHours : rules.promiseHours) * 60);
  let at = DateTime.fromJSDate(now, { zone: TIME_ZONE });
  for (let day = 0; day < MAX_DAYS; day += 1) {
    for (const block of blocksOn(at.startOf('day'), rules)) {
      const from = Math.max(block.fromMinute, day === 0 ? at.hour * 60 + at.minute : 0);
      const open = block.toMinute - from;
      if (open <= 0) continue;
      if (minutes <= open) return atMinute(at, from + minutes);
      minutes -= open;
    }
    at = at.plus({ days: 1 }).startOf('day');
  }
  throw new RangeError('no opening hours in the next year');
}

/** Whether a coach is expected to be there now. */
export function isOpenAt(now: Date, rules: PromiseRules): boolean {
  const at = DateTime.fromJSDate(now, { zone: TIME_ZONE });
  const minute = at.hour * 60 + at.minute;
  return blocksOn(at, rules).some((block) => minute >= block.fromMinute && minute < block.toMinute);
}

function blocksOn(day: DateTime, rules: PromiseRules): readonly Block[] {
  const date = day.toISODate() ?? '';
  if (rules.isPublicHoliday(date)) return [];
  const hours = schoolHolidayOn(date) ? rules.holidayHours : rules.hours;
  return hours[day.weekday] ?? [];
}

// By wall clock, not by adding minutes: on the day the clock changes the desk still opens at eight.
function atMinute(day: DateTime, minute: number): Date {
  return day
    .startOf('day')
    .set({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toJSDate();
}

/** "maandag 23 november om 12 uur", "vandaag om 16.30 uur", "morgen om 9 uur". */
export function sayMoment(moment: Date, now: Date): string {
  const at = DateTime.fromJSDate(moment, { zone: TIME_ZONE }).setLocale('nl-BE');
  const days = Math.round(
    at.startOf('day').diff(DateTime.fromJSDate(now, { zone: TIME_ZONE }).startOf('day'), 'days').days,
  );
  const hour = at.minute === 0 ? String(at.hour) : `${String(at.hour)}.${String(at.minute).padStart(2, '0')}`;
  const day =
    days === 0 ? 'vandaag' : days === 1 ? `morgen (${at.toFormat('cccc d LLLL')})` : at.toFormat('cccc d LLLL');
  return `${day} om ${hour} uur`;
}

/** "21 november 2026" for an ISO date. */
export const sayDate = keepLast(200, (isoDate: string): string =>
  DateTime.fromISO(isoDate, { zone: TIME_ZONE }).setLocale('nl-BE').toFormat('d LLLL yyyy'),
);

import type { PromiseRules } from '../handlers/desk/promise.js';
import type { Config } from './config.js';
import { belgianHolidays } from './public-holidays.js';

/** The configuration's opening hours and promise, with Belgium's public holidays. */
export function promiseRules({ hours, holidayHours, promiseHours, urgentHours }: Config): PromiseRules {
  return { hours, holidayHours, promiseHours, urgentHours, isPublicHoliday: belgianHolidays() };
}

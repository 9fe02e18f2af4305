import { DateTime } from 'luxon';
import { belgianDay } from '../belgian-day.js';
import { MentorlijnError } from '../errors.js';
import { PERIOD_TEXTS } from './texts.js';
import type { Period, PeriodKind } from './views.js';

/** The longest free period, so that one request never reads a decade. */
const MAX_DAYS = 1_100;
/** A school year starts on the first of September. */
const SCHOOL_START = 9;

export interface PeriodAsked {
  readonly kind: PeriodKind;
  /** A day in the period; today when left out. ISO date. */
  readonly day?: string | undefined;
  /** First and last day of a free period. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What was asked -> the period and the one before it, as long as what has passed of this one. */
export function readPeriod(asked: PeriodAsked, now: Date): { readonly period: Period; readonly previous: Period } {
  const today = belgianDay(now);
  if (asked.kind === 'free') return freePeriod(asked, today);
  const day = readDay(asked.day ?? today);
  const start = startOf(day, asked.kind);
  const period = make(asked.kind, start, endOf(start, asked.kind), today);
  const before = startOf(start.minus({ days: 1 }), asked.kind);
  const wholeBefore = endOf(before, asked.kind);
  const passed = period.running ? readDay(today).diff(start, 'days').days : Infinity;
  const to = Number.isFinite(passed) ? DateTime.min(before.plus({ days: passed }), wholeBefore) : wholeBefore;
  const previous = make(asked.kind, before, to, today);
  return {
    period,
    previous: to < wholeBefore ? { ...previous, label: PERIOD_TEXTS.upTo(previous.label, to) } : previous,
  };
}

/** The school year a day belongs to: "2026-2027". */
export function schoolYearOf(day: string): string {
  const at = readDay(day);
  const first = at.month >= SCHOOL_START ? at.year : at.year - 1;
  return `${String(first)}-${String(first + 1)}`;
}

function freePeriod(asked: PeriodAsked, today: string): { readonly period: Period; readonly previous: Period } {
  const from = readDay(asked.from ?? '');
  const to = readDay(asked.to ?? '');
  if (to < from) throw new MentorlijnError('bad-request', PERIOD_TEXTS.wrongOrder);
  const days = to.diff(from, 'days').days + 1;
  if (days > MAX_DAYS) throw new MentorlijnError('bad-request', PERIOD_TEXTS.tooLong);
  return {
    period: make('free', from, to, today),
    previous: make('free', from.minus({ days }), from.minus({ days: 1 }), today),
  };
}

function readDay(text: string): DateTime {
  const day = DateTime.fromISO(text, { zone: 'utc' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !day.isValid) throw new MentorlijnError('bad-request', PERIOD_TEXTS.noDay);
  return day;
}

function startOf(day: DateTime, kind: Exclude<PeriodKind, 'free'>): DateTime {
  if (kind !== 'school-year') return day.startOf(kind);
  return DateTime.utc(day.month >= SCHOOL_START ? day.year : day.year - 1, SCHOOL_START, 1);
}

function endOf(start: DateTime, kind: Exclude<PeriodKind, 'free'>): DateTime {
  const length = kind === 'week' ? { weeks: 1 } : kind === 'month' ? { months: 1 } : { years: 1 };
  return start.plus(length).minus({ days: 1 });
}

function make(kind: PeriodKind, from: DateTime, to: DateTime, today: string): Period {
  const days = { from: from.toISODate() ?? '', to: to.toISODate() ?? '' };
  return { kind, ...days, label: PERIOD_TEXTS.label(kind, from, to), running: days.from <= today && today < days.to };
}

import { DateTime } from 'luxon';
import type { Slot } from '../../knowledge/entry.js';
import type { Library } from '../../knowledge/library.js';
import type { Tip } from '../../knowledge/tips.js';
import type { Conversation, Profile, TipWish } from '../conversation.js';
import { TIME_ZONE } from '../desk/promise.js';
import { belgianDay } from '../belgian-day.js';

const MOST_A_MONTH = 2;
/** Between two tips: never two in one week, whatever the calendar says. */
const GAP_DAYS = 12;
/** He is talking with us, or has just been: a tip would stand in between. */
const QUIET_MINUTES = 30;

/** The tip whose moment it is for this person; null when he had enough, has other things on his mind, or none fits. */
export function dueTip(conversation: Conversation, library: Library, now: Date): Tip | null {
  const { tips: wish, stopped, openTicket, profile } = conversation;
  if (wish?.wants !== true || stopped || openTicket !== null || isBusy(conversation, now) || hadEnough(wish, now))
    return null;
  const today = DateTime.fromJSDate(now, { zone: TIME_ZONE });
  const had = new Set(wish.sent.filter(({ at }) => schoolYear(new Date(at)) === schoolYear(now)).map(({ id }) => id));
  const fitting = library.tips.filter(
    (tip) => tip.months.includes(today.month) && !had.has(tip.id) && fits(tip, profile) && isChecked(tip, library, now),
  );
  // What belongs to few months is said first: what belongs to many can wait.
  return [...fitting].sort((one, other) => one.months.length - other.months.length)[0] ?? null;
}

function isBusy({ updatedAt }: Conversation, now: Date): boolean {
  return now.getTime() - Date.parse(updatedAt) < QUIET_MINUTES * 60_000;
}

function hadEnough({ sent }: TipWish, now: Date): boolean {
  const month = monthOf(now);
  const last = sent.at(-1);
  return (
    sent.filter(({ at }) => monthOf(new Date(at)) === month).length >= MOST_A_MONTH ||
    (last !== undefined && now.getTime() - Date.parse(last.at) < GAP_DAYS * 86_400_000)
  );
}

/** A tip for another kind of agreement, or for a learner of another age, is noise. */
function fits({ for: wanted }: Tip, profile: Profile): boolean {
  return Object.entries(wanted).every(([slot, value]) => {
    const known = profile[slot as Slot];
    return value === undefined || known === undefined || known === value;
  });
}

/** Only what was looked at in time is said unasked. */
function isChecked({ entry }: Tip, { items }: Library, now: Date): boolean {
  const item = items.get(entry);
  return item !== undefined && item.reviewBy >= belgianDay(now);
}

function monthOf(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: TIME_ZONE }).toFormat('yyyy-MM');
}

/** "2026" from September 2026 to August 2027. */
export function schoolYear(moment: Date): string {
  const at = DateTime.fromJSDate(moment, { zone: TIME_ZONE });
  return String(at.month >= 9 ? at.year : at.year - 1);
}

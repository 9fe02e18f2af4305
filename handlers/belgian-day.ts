/** Swedes write dates as ISO does. */
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** ISO date in Belgium of a moment: what people, reviews and figures call a day. */
export function belgianDay(moment: Date): string {
  return ISO_DAY.format(moment);
}

/** The day so many days after an ISO date, or before it. A day is a day, also when the clock goes forward or back. */
export function dayFrom(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

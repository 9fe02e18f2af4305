/** Swedes write dates as ISO does. */
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** ISO date in Belgium of a moment: what people, reviews and figures call a day. */
export function belgianDay(moment: Date): string {
  return ISO_DAY.format(moment);
}

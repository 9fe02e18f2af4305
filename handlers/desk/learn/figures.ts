import type { EventIndex } from '../../insights/event-index.js';
import { itemFigures, sumUp } from '../../insights/figures.js';
import { belgianDay } from '../../belgian-day.js';
import type { Clock } from '../../ports.js';
import type { EntryFigures } from './views.js';

/** How far back the figures of an entry and the real questions go. */
const MONTHS = 12;
const MAX_RECENT = 500;

export interface FigureDeps {
  readonly events: EventIndex;
  readonly clock: Clock;
}

/** What became of each entry in the last year, by the same count as Inzichten. */
export async function entryFigures({ events, clock }: FigureDeps): Promise<ReadonlyMap<string, EntryFigures>> {
  const period = lastYear(clock.now());
  const counted = await events.since(period.from, clock.now());
  return new Map(itemFigures(sumUp(counted, period)).map(({ item, ...figures }) => [item, figures]));
}

/** The newest real questions, masked, newest first. */
export async function recentQuestions({ events, clock }: FigureDeps): Promise<readonly string[]> {
  const { asked } = await events.since(lastYear(clock.now()).from, clock.now());
  return asked.slice(-MAX_RECENT).reverse();
}

function lastYear(now: Date): { readonly from: string; readonly to: string } {
  const from = new Date(now);
  from.setUTCMonth(from.getUTCMonth() - MONTHS);
  return { from: belgianDay(from), to: belgianDay(now) };
}

import type { Library } from '../../knowledge/library.js';
import type { Matcher } from '../../knowledge/match/match.js';
import { isOverdue, type DeskTicket } from '../desk/desk-ticket.js';
import type { Clock, Knowledge, Store } from '../ports.js';
import type { EventIndex } from './event-index.js';
import { itemFigures, share, sumUp, toFigures, type Summed } from './figures.js';
import { belgianDay } from '../belgian-day.js';
import { readPeriod, type PeriodAsked } from './period.js';
import { allTables } from './tables.js';
import { unansweredGroups } from './unanswered.js';
import type { Insights, Standing, WeakItem } from './views.js';

export interface InsightDeps {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly events: EventIndex;
}

/** Everything Inzichten shows of a period, beside the one before. */
export async function readInsights(deps: InsightDeps, asked: PeriodAsked): Promise<Insights> {
  const today = deps.clock.now();
  const { period, previous } = readPeriod(asked, today);
  const { library, matcher } = deps.knowledge.current();
  const counted = await deps.events.since(previous.from, today);
  const [now, before] = [sumUp(counted, period), sumUp(counted, previous)];
  const [figures, figuresBefore] = [toFigures(now), toFigures(before)];
  const standing = await readStanding(deps, library, today);
  const unanswered = unansweredGroups(now.unanswered, (text) => themeOf(text, matcher, library));
  return {
    period,
    previous,
    figures,
    before: figuresBefore,
    standing,
    tables: allTables({ now, before, figures, figuresBefore, standing, unanswered, library, today: belgianDay(today) }),
    unanswered,
    weak: weakItems(now, library),
  };
}

async function readStanding({ store }: InsightDeps, library: Library, now: Date): Promise<Standing> {
  const open = (await store.query<DeskTicket>({ kind: 'ticket', index: 'open' })).map(({ body }) => body);
  const today = belgianDay(now);
  return {
    open: open.length,
    overdue: open.filter((ticket) => isOverdue(ticket, now)).length,
    urgentOpen: open.filter(({ urgency }) => urgency !== null).length,
    reviewsOverdue: [...library.items.values()].filter(({ reviewBy }) => reviewBy < today).length,
  };
}

/** Where the question would most likely belong; a guess for the list, never an answer. */
function themeOf(text: string, matcher: Matcher, library: Library) {
  const best = matcher.match(text).candidates[0];
  const item = best ? library.items.get(best.id) : undefined;
  return item && item.kind !== 'term' ? item.theme : null;
}

/** From so many mentors on, their judgement is more than chance. */
const ENOUGH_SAID = 3;
const ENOUGH_SHOWN = 5;
const POOR_HELP = 0.6;
const MANY_TO_COACH = 0.3;

/** Entries that are read and do not help: mentors say so, or ask the coach after all. Worst first. */
function weakItems(summed: Summed, library: Library): readonly WeakItem[] {
  return itemFigures(summed)
    .filter(({ shown, helped, notHelped, toCoach }) => {
      const said = helped + notHelped;
      const poor = said >= ENOUGH_SAID && (share(helped, said) ?? 1) < POOR_HELP;
      return poor || (shown >= ENOUGH_SHOWN && toCoach / shown >= MANY_TO_COACH);
    })
    .sort((a, b) => b.notHelped + b.toCoach - (a.notHelped + a.toCoach))
    .flatMap((figures) => {
      const item = library.items.get(figures.item);
      return item ? [{ ...figures, title: item.title }] : [];
    });
}

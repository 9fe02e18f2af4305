import { dayFrom } from '../../../../handlers/belgian-day.js';
import {
  PERIOD_KINDS,
  type Insights,
  type Period,
  type PeriodKind,
  type Table,
  type TableName,
} from '../../../../handlers/insights/views.js';
import { usePlace } from '../base/place.js';
import { useLoad, type Loaded } from '../base/use-load.js';

export interface InsightsHere extends Loaded<Insights> {
  /** The period as the address has it: `kind=month&day=2026-11-21`. */
  readonly search: string;
  readonly kind: PeriodKind;
  readonly choose: (period: { kind: PeriodKind; day?: string; from?: string; to?: string }) => void;
}

/** The figures of the period in the address, so that a link to a period can be shared. */
export function useInsights(): InsightsHere {
  const { query, path, go } = usePlace();
  const kind = PERIOD_KINDS.find((name) => name === query.get('kind')) ?? 'month';
  const kept = ['day', 'from', 'to'].flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  const search = new URLSearchParams([['kind', kind], ...kept] as string[][]).toString();
  const loaded = useLoad<Insights>(`/insights?${search}`);
  return {
    ...loaded,
    search,
    kind,
    choose: (period) => {
      go(`${path}?${new URLSearchParams(Object.entries(period)).toString()}`);
    },
  };
}

/** The address of the period before or after. */
export function neighbour(period: Period, step: 'earlier' | 'later') {
  if (period.kind !== 'free')
    return { kind: period.kind, day: step === 'earlier' ? dayFrom(period.from, -1) : dayFrom(period.to, 1) };
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
  const shift = step === 'earlier' ? -days : days;
  return { kind: period.kind, from: dayFrom(period.from, shift), to: dayFrom(period.to, shift) };
}

export function tableNamed(insights: Insights, name: TableName): Table {
  const found = insights.tables.find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

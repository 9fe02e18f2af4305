import { CERTAINTIES, THEMES } from './entry.js';
import type { Library } from './library.js';

/** Counts over the library; the shape of `knowledge -- stats --json`. */
export interface KnowledgeStats {
  readonly entries: number;
  readonly terms: number;
  readonly checklists: number;
  readonly signals: number;
  readonly organisations: number;
  readonly concepts: number;
  readonly phrasings: { readonly total: number; readonly fewest: number; readonly median: number };
  readonly themes: Readonly<Record<string, number>>;
  readonly certainty: Readonly<Record<string, number>>;
  /** Ids past their review date. */
  readonly overdue: readonly string[];
}

/** `today` is an ISO date. */
export function statsOf(library: Library, today: string): KnowledgeStats {
  const counts = library.entries.map(({ phrasings }) => phrasings.length).sort((a, b) => a - b);
  const items = [...library.items.values()];
  return {
    entries: library.entries.length,
    terms: library.terms.length,
    checklists: library.checklists.length,
    signals: library.signals.length,
    organisations: library.organisations.size,
    concepts: library.concepts.size,
    phrasings: {
      total: counts.reduce((sum, count) => sum + count, 0),
      fewest: counts[0] ?? 0,
      median: counts[Math.floor(counts.length / 2)] ?? 0,
    },
    themes: Object.fromEntries(
      THEMES.map((theme) => [theme, library.entries.filter((entry) => entry.theme === theme).length]),
    ),
    certainty: Object.fromEntries(
      CERTAINTIES.map((certainty) => [certainty, items.filter((item) => item.certainty === certainty).length]),
    ),
    overdue: items.filter(({ reviewBy }) => reviewBy < today).map(({ id }) => id),
  };
}

/** The same as a table for people. */
export function formatStats(stats: KnowledgeStats): string {
  const row = (name: string, value: unknown): string => `${name.padEnd(28)} ${String(value)}`;
  return [
    row('ingangen', stats.entries),
    row('begrippen', stats.terms),
    row('checklists', stats.checklists),
    row('noodsignalen', stats.signals),
    row('organisaties', stats.organisations),
    row('concepten', stats.concepts),
    row(
      'vraagvormen',
      `${String(stats.phrasings.total)} (minst ${String(stats.phrasings.fewest)}, mediaan ${String(stats.phrasings.median)})`,
    ),
    row('over datum', stats.overdue.length),
    ...Object.entries(stats.certainty).map(([name, count]) => row(`zekerheid ${name}`, count)),
    ...Object.entries(stats.themes).map(([name, count]) => row(`thema ${name}`, count)),
  ].join('\n');
}

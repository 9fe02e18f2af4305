import type { Certainty, Factor, Phase, SourceRef, Theme } from './entry.js';
import { yamlValue } from './front-matter.js';

/** What an entry is written from. */
export interface NewEntry {
  readonly question: string;
  readonly theme: Theme;
  readonly phase: readonly Phase[];
  readonly factors: readonly Factor[];
  readonly phrasings: readonly string[];
  readonly keywords: readonly string[];
  readonly helpers: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly certainty: Certainty;
  /** ISO dates. */
  readonly checked: string;
  readonly reviewBy: string;
  readonly related: readonly string[];
  /** Markdown: the short answer, then what follows under `##` headings. */
  readonly body: string;
}

/** An entry as the Markdown file a person would have written. */
export function writeEntry(entry: NewEntry): string {
  const list = (values: readonly string[]): string => `[${values.map(yamlValue).join(', ')}]`;
  const source = ({ doc, ref, url }: SourceRef): string =>
    `  - { doc: ${doc}, ref: ${yamlValue(ref)}${url === undefined ? '' : `, url: ${JSON.stringify(url)}`} }`;
  return [
    '---',
    `question: ${yamlValue(entry.question)}`,
    `theme: ${entry.theme}`,
    `phase: ${list(entry.phase)}`,
    `factors: ${list(entry.factors)}`,
    ...(entry.phrasings.length === 0
      ? ['phrasings: []']
      : ['phrasings:', ...entry.phrasings.map((text) => `  - ${yamlValue(text)}`)]),
    `keywords: ${list(entry.keywords)}`,
    `helpers: ${list(entry.helpers)}`,
    'sources:',
    ...entry.sources.map(source),
    `certainty: ${entry.certainty}`,
    `checked: ${entry.checked}`,
    `review_by: ${entry.reviewBy}`,
    `related: ${list(entry.related)}`,
    '---',
    '',
    entry.body.trim(),
    '',
  ].join('\n');
}

/** The same file with new dates of review; nothing else moves. */
export function withReviewDates(text: string, checked: string, reviewBy: string): string {
  const end = text.indexOf('\n---', 3);
  const head = text.slice(0, end).replace(/^checked:.*$/m, `checked: ${checked}`);
  return `${head.replace(/^review_by:.*$/m, `review_by: ${reviewBy}`)}${text.slice(end)}`;
}

const LONGEST_ID = 60;

/** "Mag mijn leerling zijn hond meebrengen?" -> an id nobody has yet: `hond-meebrengen`. */
export function idFor(question: string, taken: (id: string) => boolean): string {
  const words = question
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const telling = (words ?? []).filter((word) => !SMALL_WORDS.has(word));
  const chosen = telling.length > 0 ? telling : (words ?? ['ingang']);
  const base = chosen.slice(0, 6).join('-').slice(0, LONGEST_ID).replace(/-+$/, '');
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    if (!taken(id)) return id;
  }
}

const SMALL_WORDS = new Set(
  'de het een en of ik je mijn onze zijn haar hij ze mag moet kan wat wie hoe als dan is er in op van voor met naar bij aan te om dat die leerling'.split(
    ' ',
  ),
);

const REVIEW_MONTH_DAY = '-09-01';
/** What is uncertain, or may change with the year's amounts, is looked at again when the year turns. */
const EARLY_MONTH_DAY = '-01-31';
const LEAST_DAYS = { certain: 90, uncertain: 30 } as const;

/** The next date of review: before the school year starts, or end of January for what is not certain. `today` is an ISO date. */
export function nextReview(today: string, entry: { readonly certainty: Certainty }): string {
  const uncertain = entry.certainty === 'te-controleren';
  const least = uncertain ? LEAST_DAYS.uncertain : LEAST_DAYS.certain;
  const from = new Date(Date.parse(`${today}T00:00:00Z`) + least * 86_400_000).toISOString().slice(0, 10);
  const year = Number(from.slice(0, 4));
  const dates = [year, year + 1].flatMap((each) => [
    ...(uncertain ? [`${String(each)}${EARLY_MONTH_DAY}`] : []),
    `${String(each)}${REVIEW_MONTH_DAY}`,
  ]);
  return dates.find((date) => date >= from) ?? `${String(year + 1)}${REVIEW_MONTH_DAY}`;
}

import type { Entry, Factor } from '../../../knowledge/entry.js';
import { FACTORS, PHASES } from '../../../knowledge/entry.js';
import type { Library } from '../../../knowledge/library.js';
import { idFor, nextReview, writeEntry } from '../../../knowledge/write-entry.js';
import { mask } from '../../privacy/mask.js';
import { withoutCourtesies } from '../courtesies.js';
import type { TicketTags } from '../../ticket.js';
import { oneLine, withoutMarks, type Change } from './change.js';
import type { DraftFields } from './views.js';

const LONGEST_QUESTION = 120;

/** Where a draft starts: the masked question and answer, and the theme of what comes closest. */
export function draftFrom(
  source: { readonly question: string; readonly answer: string; readonly tags: TicketTags | null },
  nearest: Entry | null,
): DraftFields {
  const question = withoutMarks(mask(source.question));
  return {
    question: asQuestion(question),
    theme: source.tags?.theme ?? nearest?.theme ?? 'begeleiding',
    phase: nearest?.phase ?? ['tijdens'],
    answer: mask(withoutCourtesies(source.answer)),
    phrasings: [oneLine(question).slice(0, 400)].filter((text) => text !== ''),
  };
}

/** The first sentence that asks, as a heading: a capital first, a question mark last. */
function asQuestion(text: string): string {
  const sentences = oneLine(text).split(/(?<=[.!?])\s+/);
  const asked = sentences.find((sentence) => sentence.endsWith('?')) ?? sentences[0] ?? '';
  const bare = asked.replace(/[\s.!?…]+$/, '').slice(0, LONGEST_QUESTION - 1);
  return bare === '' ? '' : `${bare.charAt(0).toUpperCase()}${bare.slice(1)}?`;
}

/** What the form leaves open follows from the closest entry. */
export function draftChange(
  fields: DraftFields,
  more: {
    readonly library: Library;
    readonly nearest: Entry | null;
    readonly tags: TicketTags | null;
    readonly ticketNumber: number | null;
    readonly today: string;
  },
): Extract<Change, { do: 'write' }> {
  const { library, nearest, today } = more;
  const certainty = 'algemeen-bekend' as const;
  const id = idFor(fields.question, (taken) => library.items.has(taken as Entry['id']));
  const text = writeEntry({
    question: asQuestion(fields.question),
    theme: fields.theme,
    phase: orDefault(
      PHASES.filter((phase) => fields.phase.includes(phase)),
      'tijdens',
    ),
    factors: orDefault(factorsOf(more.tags, nearest), 'intern-organisatie'),
    phrasings: fields.phrasings.map((line) => oneLine(withoutMarks(mask(line)))).filter((line) => line !== ''),
    keywords: keywordsOf(fields.question),
    helpers: helpersOf(library, nearest),
    sources: [
      { doc: 'coach', ref: more.ticketNumber === null ? `desk-${today}` : `vraag-${String(more.ticketNumber)}` },
    ],
    certainty,
    checked: today,
    reviewBy: nextReview(today, { certainty }),
    related: nearest === null ? [] : [nearest.id],
    body: withHeading(mask(fields.answer)),
  });
  return { do: 'write', path: `entries/${fields.theme}/${id}.md`, text, before: null };
}

function orDefault<T>(values: readonly T[], fallback: NoInfer<T>): readonly T[] {
  return values.length > 0 ? values : [fallback];
}

function factorsOf(tags: TicketTags | null, nearest: Entry | null): readonly Factor[] {
  const wanted = tags !== null && tags.factors.length > 0 ? tags.factors : (nearest?.factors ?? []);
  return FACTORS.filter((factor) => wanted.includes(factor));
}

/** Who helps with the closest entry; else the first service the library knows. */
function helpersOf(library: Library, nearest: Entry | null): readonly string[] {
  if (nearest !== null && nearest.helpers.length > 0) return nearest.helpers;
  const known = [...library.organisations.keys()];
  return [known.includes('trajectbegeleider') ? 'trajectbegeleider' : (known[0] ?? 'trajectbegeleider')];
}

const MAX_KEYWORDS = 5;
const LEAST_KEYWORD = 6;

function keywordsOf(question: string): readonly string[] {
  const words = question.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= LEAST_KEYWORD))].slice(0, MAX_KEYWORDS);
}

/** The first paragraph is the short answer; what follows needs a heading of its own. */
function withHeading(answer: string): string {
  const [short = '', ...rest] = answer.trim().split(/\n\s*\n/);
  if (rest.length === 0 || rest[0]?.startsWith('## ') === true) return answer.trim();
  return `${short}\n\n## Meer uitleg\n\n${rest.join('\n\n')}`;
}

import { z } from 'zod';
import { CERTAINTIES, FACTORS, PHASES, SLOTS, SOURCE_DOCS, THEMES } from './entry.js';
import { SIGNAL_KINDS } from './signals.js';
import { isFindable, LONGEST_PHRASE } from './text/concepts.js';

/** The permitted front matter per kind of file. Unknown keys are errors, so that a typo never goes unnoticed. */

const text = z.string({ error: 'moet tekst zijn' }).trim().min(1, 'mag niet leeg zijn');
const list = <T extends z.ZodType>(item: T) => z.array(item, { error: 'moet een lijst zijn, zoals [a, b]' });
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: (issue) => `kan niet "${String(issue.input)}" zijn; kies uit ${values.join(', ')}` });
const date = z.iso.date({ error: 'moet een bestaande datum zijn, zoals 2026-11-21' });
const id = z
  .string({ error: 'moet tekst zijn' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is geen id (kleine letters, cijfers, koppeltekens)');

const source = z.strictObject({
  doc: oneOf(SOURCE_DOCS),
  ref: text,
  url: z.url({ error: 'is geen webadres' }).optional(),
});

const common = {
  phrasings: list(text).default([]),
  keywords: list(text).default([]),
  sources: list(source).min(1, 'een bewering zonder bron mag niet: noem minstens één bron'),
  certainty: oneOf(CERTAINTIES),
  checked: date,
  review_by: date,
  owner: text.optional(),
  related: list(id).default([]),
};

export const entryFields = z.strictObject({
  ...common,
  question: text.max(120, 'is langer dan 120 tekens').regex(/\?$/, 'moet eindigen op een vraagteken'),
  theme: oneOf(THEMES),
  phase: list(oneOf(PHASES)).min(1, 'noem minstens één fase'),
  months: list(
    z.int({ error: 'moet een maand zijn (1-12)' }).min(1, 'moet 1-12 zijn').max(12, 'moet 1-12 zijn'),
  ).default([]),
  factors: list(oneOf(FACTORS)).min(1, 'noem minstens één factor'),
  depends_on: list(oneOf(SLOTS)).default([]),
  helpers: list(id).min(1, 'noem wie helpt'),
  offer_coach: z.boolean({ error: 'moet true of false zijn' }).default(false),
});

export const termFields = z.strictObject({
  ...common,
  term: text.max(80, 'is langer dan 80 tekens'),
  aka: list(text).default([]),
});

export const checklistFields = z.strictObject({
  ...common,
  title: text.max(100, 'is langer dan 100 tekens'),
  theme: oneOf(THEMES),
  phase: list(oneOf(PHASES)).min(1, 'noem minstens één fase'),
  helpers: list(id).default([]),
});

const organisationFields = z.strictObject({
  name: text,
  does: text,
  website: text.optional(),
  phone: text.optional(),
  certainty: oneOf(CERTAINTIES),
});
export const organisationsFields = z.record(id, organisationFields);

export const sourcesFields = z.strictObject({
  docs: z.record(z.string(), text),
  topics: z.record(z.string(), text),
  facts: z.record(
    z.string(),
    z.strictObject({
      where: list(text),
      valid: text,
      certainty: oneOf(CERTAINTIES),
      partly: oneOf(CERTAINTIES).optional(),
    }),
  ),
});
export type SourceList = z.infer<typeof sourcesFields>;

/**
 * A rule holds when every group has a pattern in one passage, at most `near` words apart, and no pattern of `not` stands there.
 * A pattern is a word or phrase; `*` at its end stands for any ending, `*` alone for at most three words, `<name>` for a list of `words`.
 */
const rule = z.strictObject({
  all: list(list(text).min(1, 'een groep is leeg')).min(1, 'noem minstens één groep'),
  not: list(text).default([]),
  near: z.int({ error: 'moet een geheel getal zijn' }).min(1, 'moet minstens 1 zijn').default(12),
});

export const signalFields = z.strictObject({
  kind: oneOf(SIGNAL_KINDS),
  title: text,
  words: z.record(id, list(text).min(1, 'een lijst is leeg')).default({}),
  rules: list(rule).min(1, 'noem minstens één regel'),
  examples: list(text).min(1, 'noem voorbeelden'),
  look_alikes: list(text).min(1, 'noem dubbelgangers'),
  next: id.optional(),
  coach: text,
  sources: common.sources,
  certainty: common.certainty,
  checked: date,
  review_by: date,
});

/** A longer group is never looked for: it would stand there in vain. */
const conceptPhrase = text.refine(isFindable, `telt geen woorden, of meer dan ${String(LONGEST_PHRASE)}`);
export const conceptsFields = z.record(z.string(), list(conceptPhrase));

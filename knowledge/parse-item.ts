import type { z } from 'zod';
import { parseBody, parseChecklist, type Body } from './body.js';
import type { Checklist, Entry, Item, ItemId, ItemKind, SourceRef, Term } from './entry.js';
import { checklistFields, entryFields, signalFields, termFields } from './fields.js';
import { readFrontMatter, type FrontMatter, type YamlText } from './front-matter.js';
import type { Problem } from './problem.js';
import type { Signal } from './signals.js';

/** One knowledge file as read from disk. */
export interface KnowledgeFile {
  /** Path relative to the knowledge folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** The lines of the `.vragen.txt` file beside it. */
  readonly extraPhrasings: readonly string[];
  /** The lines of the `.nood.txt` file beside a signal. */
  readonly extraExamples?: readonly string[];
}

/** Where a field of an item stands, for problems found later (a dead relation). */
export type LineOf = (path: readonly (string | number)[]) => number;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly lineOf: LineOf }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Parses one entry, term or checklist; all problems of the file at once. */
export function parseItem(kind: ItemKind, source: KnowledgeFile): Parsed<Item> {
  switch (kind) {
    case 'entry':
      return parseWith(entryFields, source, (fields, body) => toEntry(source, fields, body));
    case 'term':
      return parseWith(termFields, source, (fields, body) => toTerm(source, fields, body));
    case 'checklist':
      return parseWith(checklistFields, source, (fields, body) => toChecklist(source, fields, body));
  }
}

/** Parses one urgent signal. */
export function parseSignal(source: KnowledgeFile): Parsed<Signal> {
  return parseWith(signalFields, source, (fields, body) => ({
    kind: fields.kind,
    title: fields.title,
    words: fields.words,
    rules: fields.rules,
    examples: [...new Set([...fields.examples, ...(source.extraExamples ?? [])])],
    lookAlikes: [...new Set([...fields.look_alikes, ...source.extraPhrasings])],
    next: (fields.next ?? null) as ItemId | null,
    coach: fields.coach,
    text: [body.short, body.details].filter(Boolean).join('\n\n'),
    sources: toSources(fields.sources),
    certainty: fields.certainty,
    checked: fields.checked,
    reviewBy: fields.review_by,
    file: source.file,
  }));
}

/** What was parsed in an earlier start, as if it were parsed now: lines are looked up when somebody asks. */
export function parsedBefore<T>(value: T, text: string): Parsed<T> {
  return { ok: true, value, lineOf: (path) => readFrontMatter(text)?.fields.lineOf(path) ?? 1 };
}

function parseWith<S extends z.ZodType, T>(
  schema: S,
  source: KnowledgeFile,
  build: (fields: z.output<S>, body: Body) => T,
): Parsed<T> {
  const problem = (line: number, message: string): Problem => ({ file: source.file, line, message, severity: 'error' });
  const matter = readFrontMatter(source.text);
  if (!matter) return { ok: false, problems: [problem(1, 'begint niet met een blok velden tussen --- en ---')] };
  const { fields } = matter;
  if (fields.errors.length > 0) {
    return { ok: false, problems: fields.errors.map((error) => problem(error.line, `YAML: ${error.message}`)) };
  }
  const parsed = schema.safeParse(fields.data, { reportInput: true });
  const body = parseBody(matter.body);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => fieldProblems(issue, fields, problem))),
    ...body.problems.map((found) => problem(found.line + matter.bodyLine - 1, found.message)),
    ...bodyProblems(matter, body.body, problem),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: build(parsed.data, body.body), lineOf: (path) => fields.lineOf(path) };
}

type MakeProblem = (line: number, message: string) => Problem;

function fieldProblems(issue: z.core.$ZodIssue, fields: YamlText, problem: MakeProblem): Problem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem(fields.lineOf([...path, key]), `onbekend veld "${key}"`));
  }
  const missing = issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  const name = path.join('.') || 'velden';
  return [problem(fields.lineOf(path), missing ? `${name} ontbreekt` : `${name} ${issue.message}`)];
}

function bodyProblems(matter: FrontMatter, body: Body, problem: MakeProblem): Problem[] {
  return body.short === '' ? [problem(matter.bodyLine, 'het korte antwoord ontbreekt')] : [];
}

function base(
  source: KnowledgeFile,
  fields: z.output<typeof termFields> | z.output<typeof entryFields> | z.output<typeof checklistFields>,
) {
  return {
    id: idOf(source.file),
    phrasings: [...new Set([...fields.phrasings, ...source.extraPhrasings])],
    keywords: fields.keywords,
    sources: toSources(fields.sources),
    certainty: fields.certainty,
    checked: fields.checked,
    reviewBy: fields.review_by,
    ...(fields.owner === undefined ? {} : { owner: fields.owner }),
    related: fields.related as ItemId[],
    file: source.file,
  };
}

/** `entries/ziekte/x.md` -> `x`. */
export function idOf(file: string): ItemId {
  return (file.split('/').at(-1) ?? file).replace(/\.md$/, '') as ItemId;
}

function toSources(sources: z.output<typeof entryFields>['sources']): readonly SourceRef[] {
  return sources.map(({ doc, ref, url }) => ({ doc, ref, ...(url === undefined ? {} : { url }) }));
}

function toEntry(source: KnowledgeFile, fields: z.output<typeof entryFields>, body: Body): Entry {
  return {
    kind: 'entry',
    ...base(source, fields),
    title: fields.question,
    theme: fields.theme,
    phase: fields.phase,
    months: fields.months,
    factors: fields.factors,
    dependsOn: fields.depends_on,
    helpers: fields.helpers,
    offerCoach: fields.offer_coach,
    short: body.short,
    details: body.details,
    variants: body.variants,
  };
}

function toTerm(source: KnowledgeFile, fields: z.output<typeof termFields>, body: Body): Term {
  return {
    kind: 'term',
    ...base(source, fields),
    title: fields.term,
    aka: fields.aka,
    short: body.short,
    details: body.details,
  };
}

function toChecklist(source: KnowledgeFile, fields: z.output<typeof checklistFields>, body: Body): Checklist {
  const firstItem = /^\s*[-*]\s+\[[ xX]\]/m.exec(body.short);
  const intro = firstItem ? body.short.slice(0, firstItem.index).trim() : body.short;
  const rest = firstItem ? `${body.short.slice(firstItem.index)}\n\n${body.details}` : body.details;
  return {
    kind: 'checklist',
    ...base(source, fields),
    title: fields.title,
    theme: fields.theme,
    phase: fields.phase,
    helpers: fields.helpers,
    short: intro,
    details: rest.trim(),
    sections: parseChecklist(rest),
  };
}

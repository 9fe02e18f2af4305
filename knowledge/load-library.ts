import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { checkLibrary } from './check-library.js';
import type { Checklist, Entry, Item, ItemId, ItemKind, Organisation, Term } from './entry.js';
import { conceptsFields, organisationsFields, sourcesFields, type SourceList } from './fields.js';
import { readYaml } from './front-matter.js';
import type { Library } from './library.js';
import { parsedBefore, parseItem, parseSignal, type KnowledgeFile, type LineOf, type Parsed } from './parse-item.js';
import type { Problem } from './problem.js';
import { anew, memory, type Remember } from './remember.js';
import type { Signal } from './signals.js';
import { TIPS_FILE, tipProblems, tipsFields, type Tip } from './tips.js';

export interface LoadResult {
  /** Null when there is an error among the problems. */
  readonly library: Library | null;
  readonly problems: readonly Problem[];
}

const FOLDERS = { entries: 'entry', terms: 'term', checklists: 'checklist' } as const satisfies Record<
  string,
  ItemKind
>;

/** Reads and checks a whole knowledge folder. Problems are values; only an unreadable folder throws. */
export async function loadLibrary(folder: string): Promise<LoadResult> {
  return buildLibrary(await readFolder(folder));
}

/**
 * Every knowledge file of a folder: path relative to it -> text. File by file, with a breath in between: a thousand
 * promises for the thread pool take five times the work.
 */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter(
      (file) => file.isFile() && /\.(md|vragen\.txt|nood\.txt|yaml)$/.test(file.name) && file.name !== 'README.md',
    )
    .map((file) => join(file.parentPath, file.name))
    .sort();
  const texts = new Map<string, string>();
  for (const path of paths) {
    texts.set(relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
    if (texts.size % AT_ONCE === 0) await new Promise((go) => setImmediate(go));
  }
  return texts;
}

/** Files read in one go: a few milliseconds. */
const AT_ONCE = 100;

/** Builds the library from file texts; used for the folder on disk and for a preview of an edit. */
export function buildLibrary(texts: ReadonlyMap<string, string>): LoadResult {
  return buildWith(texts, anew);
}

/** A builder that remembers each file's parse: the change of one file takes milliseconds instead of half a second. */
export interface LibraryBuilder {
  readonly build: (texts: ReadonlyMap<string, string>) => LoadResult;
  /** Takes over what was made of these texts before, so that the first change is as quick as the next. */
  seed(texts: ReadonlyMap<string, string>, library: Library): void;
  /** Reads what is still unread of these texts, a file at a time. */
  warm(texts: ReadonlyMap<string, string>): Promise<void>;
}

export function createLibraryBuilder(): LibraryBuilder {
  const remember = memory();
  return {
    build: (texts) => buildWith(texts, remember),
    seed: (texts, library) => {
      const made = new Map([...library.items.values(), ...library.signals].map((value) => [value.file, value]));
      for (const { file, text, phrasings, examples } of knowledgeFiles(texts)) {
        const value = made.get(file);
        if (value) remember(file, [text, phrasings, examples], () => parsedBefore(value, text));
      }
    },
    warm: async (texts) => {
      for (const file of knowledgeFiles(texts)) {
        parseKept(file, remember);
        await new Promise((done) => setImmediate(done));
      }
    },
  };
}

function parseFile(source: KnowledgeFile): Parsed<Item | Signal> {
  const folder = source.file.split('/')[0] ?? '';
  return folder === 'signals' ? parseSignal(source) : parseItem(FOLDERS[folder as keyof typeof FOLDERS], source);
}

function buildWith(texts: ReadonlyMap<string, string>, remember: Remember): LoadResult {
  const problems: Problem[] = [];
  const items = new Map<ItemId, Item>();
  const signals: Signal[] = [];
  const lines = new Map<string, LineOf>();
  for (const found of knowledgeFiles(texts)) {
    const parsed = parseKept(found, remember);
    if (!parsed.ok) {
      problems.push(...parsed.problems);
    } else if ('rules' in parsed.value) {
      signals.push(parsed.value);
    } else {
      const twin = items.get(parsed.value.id);
      if (twin) problems.push(error(found.file, 1, `id "${twin.id}" bestaat al: ${twin.file}`));
      items.set(parsed.value.id, parsed.value);
      lines.set(found.file, parsed.lineOf);
    }
  }
  const library = assembleLibrary({
    items: [...items.values()],
    signals,
    organisations: toOrganisations(
      readPart(texts, 'organisations.yaml', organisationsFields, problems, remember) ?? {},
    ),
    sources: readPart(texts, 'sources.yaml', sourcesFields, problems, remember) ?? { docs: {}, topics: {}, facts: {} },
    concepts: Object.entries(readPart(texts, 'concepts.yaml', conceptsFields, problems, remember) ?? {}),
    tips: texts.has(TIPS_FILE) ? (readPart(texts, TIPS_FILE, tipsFields, problems, remember) ?? []) : [],
    version: hash(texts),
  });
  problems.push(...tipProblems(library));
  problems.push(...checkLibrary(library, (file, path) => lines.get(file)?.(path) ?? 1));
  const failed = problems.some((problem) => problem.severity === 'error');
  return { library: failed ? null : library, problems: problems.sort(byPlace) };
}

/** An item's file with the files beside it. */
interface FileTexts {
  readonly file: string;
  readonly text: string;
  readonly phrasings: string;
  readonly examples: string;
}

function* knowledgeFiles(texts: ReadonlyMap<string, string>): Generator<FileTexts> {
  for (const [file, text] of texts) {
    if (!file.endsWith('.md') || !/^(entries|terms|checklists|signals)\//.test(file)) continue;
    const stem = file.replace(/\.md$/, '');
    const [phrasings, examples] = [texts.get(`${stem}.vragen.txt`) ?? '', texts.get(`${stem}.nood.txt`) ?? ''];
    yield { file, text, phrasings, examples };
  }
}

function parseKept({ file, text, phrasings, examples }: FileTexts, remember: Remember): Parsed<Item | Signal> {
  return remember(file, [text, phrasings, examples], () =>
    parseFile({ file, text, extraPhrasings: readLines(phrasings), extraExamples: readLines(examples) }),
  );
}

function readLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** A library as plain data. */
export interface LibraryContent {
  readonly items: readonly Item[];
  readonly signals: readonly Signal[];
  readonly organisations: readonly (readonly [string, Organisation])[];
  readonly sources: SourceList;
  readonly concepts: readonly (readonly [string, readonly string[]])[];
  readonly tips: readonly Tip[];
  readonly version: string;
}

/** Plain data -> the library everything works with. */
export function assembleLibrary(content: LibraryContent): Library {
  const { items, signals, sources, version } = content;
  return {
    items: new Map(items.map((item) => [item.id, item])),
    entries: items.filter((item): item is Entry => item.kind === 'entry'),
    terms: items.filter((item): item is Term => item.kind === 'term'),
    checklists: items.filter((item): item is Checklist => item.kind === 'checklist'),
    signals,
    organisations: new Map(content.organisations),
    sources,
    concepts: new Map(content.concepts),
    tips: content.tips,
    version,
  };
}

function toOrganisations(fields: z.output<typeof organisationsFields>): LibraryContent['organisations'] {
  return Object.entries(fields).map(([id, { website, phone, ...known }]) => [
    id,
    { id, ...known, ...(website === undefined ? {} : { website }), ...(phone === undefined ? {} : { phone }) },
  ]);
}

function readPart<S extends z.ZodType>(
  texts: ReadonlyMap<string, string>,
  file: string,
  schema: S,
  problems: Problem[],
  remember: Remember,
): z.output<S> | null {
  const text = texts.get(file);
  if (text === undefined) {
    problems.push(error(file, 1, 'dit bestand ontbreekt'));
    return null;
  }
  const part = remember(file, [text], () => parsePart(file, text, schema));
  problems.push(...part.problems);
  return part.data;
}

function parsePart<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { readonly data: z.output<S> | null; readonly problems: readonly Problem[] } {
  const yaml = readYaml(text);
  if (yaml.errors.length > 0)
    return { data: null, problems: yaml.errors.map((found) => error(file, found.line, `YAML: ${found.message}`)) };
  const parsed = schema.safeParse(yaml.data, { reportInput: true });
  if (parsed.success) return { data: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
    const said = issue.code === 'unrecognized_keys' ? `onbekend veld ${issue.keys.join(', ')}` : issue.message;
    return error(file, yaml.lineOf(path), `${path.join('.')} ${said}`);
  });
  return { data: null, problems };
}

function error(file: string, line: number, message: string): Problem {
  return { file, line, message, severity: 'error' };
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}

function hash(texts: ReadonlyMap<string, string>): string {
  const sum = createHash('sha256');
  for (const [file, text] of texts) sum.update(`${file}\0${text}\0`);
  return sum.digest('hex').slice(0, 16);
}

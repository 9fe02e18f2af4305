import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { keptModels, type KeptModels } from './kept-models.js';
import { assembleLibrary, buildLibrary, type LibraryContent, type LoadResult } from './load-library.js';
import { knowKeys, modelKeys, type ModelKeys } from './model-keys.js';
import type { Problem } from './problem.js';

interface KeptLibrary {
  readonly format: 2;
  readonly content: LibraryContent;
  /** Warnings only: a library with errors is not kept. */
  readonly problems: readonly Problem[];
  readonly keys: ModelKeys;
}

/** The library of these texts, as an earlier start parsed it: reading six hundred YAML heads takes longer than all the rest. */
export async function loadKeptLibrary(texts: ReadonlyMap<string, string>, cacheDir: string): Promise<LoadResult> {
  const libraries: KeptModels<KeptLibrary> = keptModels(cacheDir, { name: 'library', format: 2 });
  const key = keyOf(texts);
  const kept = await libraries.read(key);
  if (kept) {
    const library = assembleLibrary(kept.content);
    knowKeys(library, kept.keys);
    return { library, problems: kept.problems };
  }
  const built = buildLibrary(texts);
  if (built.library) {
    const { items, signals, organisations, sources, concepts, tips, version } = built.library;
    const content: LibraryContent = {
      items: [...items.values()],
      signals,
      organisations: [...organisations],
      sources,
      concepts: [...concepts],
      tips,
      version,
    };
    await libraries.write(key, { format: 2, content, problems: built.problems, keys: modelKeys(built.library) });
  }
  return built;
}

/** What the code that reads the texts was when this was built; a build says it, from source it is looked up. */
declare const READER_STAMP: string | undefined;

/** Texts and the code that reads them: a parser that changed reads everything again, and trained data may get another key. */
function keyOf(texts: ReadonlyMap<string, string>): string {
  const sum = createHash('sha256').update(typeof READER_STAMP === 'undefined' ? readerStamp() : READER_STAMP);
  for (const [file, text] of texts) sum.update(`${file}\0`).update(text).update('\0');
  return sum.digest('hex').slice(0, 20);
}

function readerStamp(): string {
  const sum = createHash('sha256');
  const extension = extname(import.meta.filename);
  for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).sort())
    if (extname(file) === extension) sum.update(readFileSync(join(import.meta.dirname, file)));
  return sum.digest('hex');
}

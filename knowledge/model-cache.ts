import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from './library.js';
import { createMatcher, type InsightfulMatcher } from './match/create-matcher.js';
import type { Model } from './match/model.js';
import { OFF_TOPIC } from './match/off-topic.js';
import { train } from './match/train.js';

/** Raise when training or the text layer changes: an older cached model would not fit the code. */
const TRAINER_VERSION = 5;

/** Library -> matcher: the cached model of this very content, or a fresh one (about 10 s), kept for the next start. */
export async function loadMatcher(library: Library, cacheDir: string): Promise<InsightfulMatcher> {
  const concepts = Object.fromEntries(library.concepts);
  const model = await loadModel(library, cacheDir);
  return createMatcher({ model, concepts, items: [...library.items.values()] });
}

/** The trained model of a library, from the cache when it is there and whole. */
export async function loadModel(library: Library, cacheDir: string): Promise<Model> {
  const file = join(cacheDir, `model-${modelKey(library)}.json`);
  const cached = await readModel(file);
  if (cached) return cached;
  const model = train([...library.items.values()], { concepts: Object.fromEntries(library.concepts) });
  await keep(cacheDir, file, JSON.stringify(model));
  return model;
}

function modelKey(library: Library): string {
  return createHash('sha256')
    .update(`${String(TRAINER_VERSION)}\0${library.version}\0${OFF_TOPIC.join('\n')}`)
    .digest('hex')
    .slice(0, 20);
}

async function readModel(file: string): Promise<Model | null> {
  try {
    const model = JSON.parse(await readFile(file, 'utf8')) as { readonly format: number };
    return model.format === 3 ? (model as Model) : null;
  } catch {
    // Absent or damaged: both mean "train again"; a cache is never a reason to fail.
    return null;
  }
}

/** Written beside and renamed, so that another process never reads half a model; older models make place. */
async function keep(cacheDir: string, file: string, text: string): Promise<void> {
  try {
    await mkdir(cacheDir, { recursive: true });
    const old = (await readdir(cacheDir)).filter((name) => /^model-[0-9a-f]+\.json$/.test(name));
    const draft = `${file}.${String(process.pid)}.tmp`;
    await writeFile(draft, text);
    await rename(draft, file);
    await Promise.all(
      old
        .map((name) => join(cacheDir, name))
        .filter((path) => path !== file)
        .map((path) => rm(path, { force: true })),
    );
  } catch {
    // A read-only folder costs the next start ten seconds, nothing else.
  }
}

import { access, copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { packFile, unpackFile } from './packed-file.js';

/** Trained data of one sort in the cache folder, by content key. A cache is never a reason to fail. */
export interface KeptModels<T> {
  /** Null when it is absent, damaged or of an older shape: all mean "make it again". */
  read(key: string): Promise<T | null>;
  /** Whether there is such a file; cheaper than reading it. */
  has(key: string): Promise<boolean>;
  write(key: string, model: T): Promise<void>;
  /** Takes the file over from another folder, when it is there. */
  adopt(key: string, from: string): Promise<void>;
}

export interface KeptShape {
  /** Start of the file names. */
  readonly name: string;
  /** What `format` must be in the file. */
  readonly format: number;
  /** Mostly numbers: kept as bytes. What stands in it as base64 is read back as bytes. */
  readonly packed?: true;
}

/** So many versions stay: going back to the version before takes no training. */
const MOST_KEPT = 3;

export function keptModels<T extends { readonly format: number }>(
  cacheDir: string,
  { name, format, packed }: KeptShape,
): KeptModels<T> {
  const fileOf = (key: string): string => join(cacheDir, `${name}-${key}.${packed === true ? 'bin' : 'json'}`);
  const parse = (file: Buffer): unknown => (packed === true ? unpackFile(file) : JSON.parse(file.toString('utf8')));
  return {
    async read(key) {
      try {
        const model = parse(await readFile(fileOf(key))) as { readonly format?: unknown } | null;
        return model?.format === format ? (model as T) : null;
      } catch {
        return null;
      }
    },
    has: (key) =>
      access(fileOf(key)).then(
        () => true,
        () => false,
      ),
    async write(key, model) {
      try {
        await mkdir(cacheDir, { recursive: true });
        // Written beside and renamed, so that another process never reads half a model.
        const draft = `${fileOf(key)}.${String(process.pid)}.tmp`;
        await writeFile(draft, packed === true ? packFile(model) : JSON.stringify(model));
        await rename(draft, fileOf(key));
        await makePlace(cacheDir, name);
      } catch {
        // A read-only folder costs the next start its training, nothing else.
      }
    },
    async adopt(key, from) {
      const file = fileOf(key);
      const draft = `${file}.${String(process.pid)}.tmp`;
      try {
        await mkdir(cacheDir, { recursive: true });
        await copyFile(join(from, basename(file)), draft);
        await rename(draft, file);
        await makePlace(cacheDir, name);
      } catch {
        // It is not there: then it is trained.
      }
    },
  };
}

/** A draft this much older than the newest file is of a process that was killed while it wrote. */
const STRAY_MS = 600_000;

async function makePlace(cacheDir: string, name: string): Promise<void> {
  const files = await readdir(cacheDir);
  const named = (ending: string) => files.filter((file) => new RegExp(`^${name}-[0-9a-f]+\\.${ending}$`).test(file));
  const aged = (await Promise.all(named('(?:json|bin)').map(withAge))).sort((a, b) => b.at - a.at);
  const newest = aged[0]?.at ?? 0;
  const strays = (await Promise.all(named('(?:json|bin)\\.\\d+\\.tmp').map(withAge))).filter(
    ({ at }) => at < newest - STRAY_MS,
  );
  await Promise.all([...aged.slice(MOST_KEPT), ...strays].map(({ path }) => rm(path, { force: true })));

  async function withAge(file: string): Promise<{ readonly path: string; readonly at: number }> {
    const path = join(cacheDir, file);
    return { path, at: (await stat(path)).mtimeMs };
  }
}

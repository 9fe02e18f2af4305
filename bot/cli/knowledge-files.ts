import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { overlaysIn } from '../../handlers/desk/learn/overlay-source.js';
import { bringHome, publishFiles } from '../../handlers/desk/learn/publish-files.js';
import { NO_LEARNING } from '../../handlers/desk/learn/learn-deps.js';
import type { LiveUpdates, Store } from '../../handlers/ports.js';
import { isEmptyOverlay, phrasingsPath } from '../../knowledge/overlay.js';
import { buildLayered } from '../../knowledge/layered.js';
import { createLibraryBuilder, readFolder } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';

/** Where the published knowledge and its files meet. */
export interface FilesPlace {
  readonly store: Store;
  readonly live: LiveUpdates;
  readonly knowledgeDir: string;
  readonly now: () => Date;
}

export interface Told {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

/** Writes what coaches published as the same Markdown files: into the knowledge folder, or a whole copy elsewhere. */
export async function exportKnowledge(place: FilesPlace, to: string): Promise<Told> {
  const files = await readFolder(place.knowledgeDir);
  const overlays = (await overlaysIn(place.store).read()).filter((overlay) => !isEmptyOverlay(overlay));
  const { library, texts, problems, setAside } = await buildLayered(files, overlays, createLibraryBuilder().build);
  if (!library) return { lines: problems.map(formatProblem), ok: false };
  const there = await readFolder(to).catch((): ReadonlyMap<string, string> => new Map());
  const written = [...texts].filter(([path, text]) => there.get(path) !== text);
  for (const [path, text] of written) await writeWhole(join(to, path), text);
  const retired = overlays.flatMap(({ page, path }) => (page.as === 'retired' ? [path, phrasingsPath(path)] : []));
  const removed = retired.filter((path) => there.has(path) && !texts.has(path));
  for (const path of removed) await rm(join(to, path), { force: true });
  return {
    lines: [
      ...written.map(([path]) => `geschreven: ${path}`),
      ...removed.map((path) => `verwijderd: ${path}`),
      ...setAside.map((item) => `niet geschreven, past niet meer bij de bestanden: ${item}`),
      ...problems.map(formatProblem),
      `${String(overlays.length)} gepubliceerde wijzigingen; ${String(written.length)} bestanden geschreven, ${String(removed.length)} verwijderd in ${resolve(to)}`,
    ],
    ok: setAside.length === 0,
  };
}

/** Written beside and renamed: a running helpline never reads half a file. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.nieuw`, text);
  await rename(`${path}.nieuw`, path);
}

/** Takes files back: those of the knowledge folder are at home, those of another folder are published. */
export async function importKnowledge(place: FilesPlace, from: string | null): Promise<Told> {
  const files = await readFolder(place.knowledgeDir);
  const deps = {
    store: place.store,
    live: place.live,
    clock: { now: place.now },
    learning: { ...NO_LEARNING, files: () => files, build: createLibraryBuilder().build },
  };
  const read = from === null ? null : await publishFiles(deps, await readFolder(from));
  const home = await bringHome(deps);
  return {
    lines: [
      ...(read?.items.map((item) => `gepubliceerd: ${item}`) ?? []),
      ...(read?.left.map((path) => `niet ingelezen, bewaar dit in de kennismap zelf: ${path}`) ?? []),
      ...home.items.map((item) => `staat nu in de bestanden: ${item}`),
      `${String(read?.items.length ?? 0)} ingelezen, ${String(home.items.length)} thuisgebracht`,
    ],
    ok: true,
  };
}

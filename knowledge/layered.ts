import type { ItemId } from './entry.js';
import type { Library } from './library.js';
import type { LoadResult } from './load-library.js';
import { layOver, type Overlay } from './overlay.js';
import type { Problem } from './problem.js';

/** The folder with what was published laid over it. */
export interface Layered {
  /** Null when the folder itself is not good. */
  readonly library: Library | null;
  readonly texts: ReadonlyMap<string, string>;
  /** Errors of the folder, or of what had to be set aside. */
  readonly problems: readonly Problem[];
  /** Published items that no longer fit the folder's files: left out, so that the rest stays in force. */
  readonly setAside: readonly ItemId[];
}

type Build = (texts: ReadonlyMap<string, string>) => LoadResult | Promise<LoadResult>;

/** Folder + published -> one library. A published item that breaks it is set aside; the folder is never. */
export async function buildLayered(
  files: ReadonlyMap<string, string>,
  overlays: readonly Overlay[],
  build: Build,
): Promise<Layered> {
  let kept = overlays;
  const problems: Problem[] = [];
  for (;;) {
    const texts = layOver(files, kept);
    const result = await build(texts);
    const setAside = overlays.filter((overlay) => !kept.includes(overlay)).map(({ item }) => item);
    if (result.library) return { library: result.library, texts, problems, setAside };
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    problems.push(...errors);
    if (kept.length === 0) return { library: null, texts, problems: errors, setAside };
    const wrong = new Set(errors.map(({ file }) => file));
    const fitting = kept.filter(({ path }) => !wrong.has(path));
    // The fault may show elsewhere (an entry that points to a retired one): then only the folder alone is sure.
    kept = fitting.length < kept.length ? fitting : [];
  }
}

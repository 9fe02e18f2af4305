import type { ItemId } from './entry.js';

/** What coaches published over one item of the files. Laid over the folder, it gives the knowledge in force. */
export interface Overlay {
  readonly item: ItemId;
  /** The Markdown file, relative to the knowledge folder. */
  readonly path: string;
  /** The whole file as published; `as-in-files` when only phrasings changed; `retired` when it no longer answers. */
  readonly page:
    { readonly as: 'in-files' } | { readonly as: 'written'; readonly text: string } | { readonly as: 'retired' };
  /** Lines for the `.vragen.txt` file beside it. */
  readonly added: readonly string[];
  /** Lines of that file that no longer count. */
  readonly removed: readonly string[];
}

export function emptyOverlay(item: ItemId, path: string): Overlay {
  return { item, path, page: { as: 'in-files' }, added: [], removed: [] };
}

export function isEmptyOverlay({ page, added, removed }: Overlay): boolean {
  return page.as === 'in-files' && added.length === 0 && removed.length === 0;
}

export function phrasingsPath(path: string): string {
  return path.replace(/\.md$/, '.vragen.txt');
}

/** The folder's texts with everything published laid over them; byte for byte what an export writes. */
export function layOver(texts: ReadonlyMap<string, string>, overlays: Iterable<Overlay>): ReadonlyMap<string, string> {
  const laid = new Map(texts);
  for (const overlay of overlays) {
    const beside = phrasingsPath(overlay.path);
    if (overlay.page.as === 'retired') {
      laid.delete(overlay.path);
      laid.delete(beside);
      continue;
    }
    if (overlay.page.as === 'written') laid.set(overlay.path, overlay.page.text);
    if (overlay.added.length === 0 && overlay.removed.length === 0) continue;
    const lines = withPhrasings(laid.get(beside) ?? '', overlay);
    if (lines === '') laid.delete(beside);
    else laid.set(beside, lines);
  }
  // In the order of the folder: equal content, equal version.
  return new Map([...laid].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file's own lines stay as they are, in their order; new ones come after them. */
function withPhrasings(text: string, { added, removed }: Pick<Overlay, 'added' | 'removed'>): string {
  if (text === '' && added.length === 0) return '';
  const gone = new Set(removed.map(samePhrasing));
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  const kept = gone.size === 0 ? lines : lines.filter((line) => !gone.has(samePhrasing(line)));
  const known = new Set(kept.map(samePhrasing));
  const fresh = added.filter((line) => !known.has(samePhrasing(line)));
  const all = [...kept, ...fresh];
  return all.length === 0 ? '' : `${all.join('\n')}\n`;
}

/** Two phrasings are the same when they differ only in capitals and punctuation. */
export function samePhrasing(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** True when the folder itself already holds what was published: the overlay has come home. */
export function isAtHome(texts: ReadonlyMap<string, string>, overlay: Overlay): boolean {
  const laid = layOver(texts, [overlay]);
  return [overlay.path, phrasingsPath(overlay.path)].every((path) => laid.get(path) === texts.get(path));
}

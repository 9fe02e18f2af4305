import type { ItemId } from '../../knowledge/entry.js';
import type { Library } from '../../knowledge/library.js';
import type { TriedItem } from '../conversation.js';

/** What matching found, as a coach sees it with the question: not shown yet, so of no help yet. */
export function triedItems(
  library: Library,
  found: readonly { readonly id: ItemId; readonly score: number }[],
): readonly TriedItem[] {
  return found.map(({ id, score }) => ({
    id,
    title: library.items.get(id)?.title ?? id,
    score,
    shown: false,
    helped: null,
  }));
}

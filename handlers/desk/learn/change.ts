import type { ItemId } from '../../../knowledge/entry.js';
import { emptyOverlay, samePhrasing, type Overlay } from '../../../knowledge/overlay.js';
import { idOf } from '../../../knowledge/parse-item.js';
import { withReviewDates } from '../../../knowledge/write-entry.js';
import { MentorlijnError } from '../../errors.js';

/** What a coach wants to change in the knowledge. */
export type Change =
  | { readonly do: 'add-phrasing'; readonly item: ItemId; readonly phrasing: string }
  | {
      readonly do: 'write';
      readonly path: string;
      readonly text: string;
      /** The file in force when it was written; null for a new entry. Tells that somebody else was first. */
      readonly before: string | null;
    }
  | {
      readonly do: 'phrasings';
      readonly item: ItemId;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly do: 'retire'; readonly item: ItemId; readonly reason: string }
  | { readonly do: 'reviewed'; readonly item: ItemId; readonly checked: string; readonly reviewBy: string }
  | { readonly do: 'restore'; readonly item: ItemId; readonly revision: number };

export function itemOf(change: Change): ItemId {
  return change.do === 'write' ? idOf(change.path) : change.item;
}

/** Where an item stands now. */
export interface Standing {
  /** What coaches published over it before; null when nothing. */
  readonly overlay: Overlay | null;
  /** Its Markdown file in force; null when it is new or retired. */
  readonly path: string | null;
  readonly text: string | null;
  /** What was published as a given version; null for a version that never was. Version 0 is the folder's own. */
  readonly revision: (number: number) => Overlay | null;
}

/** The item's overlay after the change. Throws when the change does not fit what is there now. */
export function applyChange(change: Change, standing: Standing): Overlay {
  const item = itemOf(change);
  if (change.do === 'write') return written(change, item, standing);
  if (change.do === 'restore') {
    const earlier = standing.revision(change.revision);
    if (!earlier) throw new MentorlijnError('not-found', 'Die versie bestaat niet (meer).');
    return earlier;
  }
  const { path, text } = standing;
  if (path === null || text === null) throw new MentorlijnError('not-found', 'Deze ingang bestaat niet (meer).');
  const overlay = standing.overlay ?? emptyOverlay(item, path);
  switch (change.do) {
    case 'add-phrasing':
      return withPhrasings(overlay, [change.phrasing], []);
    case 'phrasings':
      return withPhrasings(overlay, change.added, change.removed);
    case 'retire':
      return { ...overlay, page: { as: 'retired' } };
    case 'reviewed':
      return { ...overlay, page: { as: 'written', text: withReviewDates(text, change.checked, change.reviewBy) } };
  }
}

function written(change: Extract<Change, { do: 'write' }>, item: ItemId, standing: Standing): Overlay {
  if (change.before !== standing.text)
    throw new MentorlijnError(
      'conflict',
      standing.text === null
        ? 'Deze ingang is intussen ingetrokken.'
        : 'Deze ingang is intussen door iemand anders gewijzigd. Bekijk de nieuwe versie en pas je voorstel aan.',
    );
  const overlay = standing.overlay ?? emptyOverlay(item, change.path);
  return { ...overlay, path: change.path, page: { as: 'written', text: change.text } };
}

function withPhrasings(overlay: Overlay, added: readonly string[], removed: readonly string[]): Overlay {
  const gone = new Set(removed.map(samePhrasing));
  const fresh = new Set(added.map(samePhrasing));
  const kept = overlay.added.filter((text) => !gone.has(samePhrasing(text)) && !fresh.has(samePhrasing(text)));
  const still = overlay.removed.filter((text) => !fresh.has(samePhrasing(text)) && !gone.has(samePhrasing(text)));
  return { ...overlay, added: [...kept, ...added.map(oneLine)], removed: [...still, ...removed.map(oneLine)] };
}

/** A phrasing is one line; a line that starts with # would be a remark. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#+\s*/, '');
}

/** Masked words without the marks of what was masked: "mijn leerling [naam] is ziek" is asked as "mijn leerling is ziek". */
export function withoutMarks(masked: string): string {
  return masked.replace(/\s*(?:\(\s*\[[a-z][a-z -]{2,25}\]\s*\)|\[[a-z][a-z -]{2,25}\])/g, '').trim();
}

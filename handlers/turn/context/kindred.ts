import type { Item } from '../../../knowledge/entry.js';
import type { Turn } from '../turn.js';

/** Another side of the subject of an item: of the same theme, or named by one of the two. */
export function isKindred({ knowledge }: Pick<Turn, 'knowledge'>, item: Item, id: Item['id']): boolean {
  const other = knowledge.library.items.get(id);
  if (!other || other.kind === 'term' || item.kind === 'term') return false;
  return other.theme === item.theme || item.related.includes(id) || other.related.includes(item.id);
}

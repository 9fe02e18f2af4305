import type { ItemId } from '../../knowledge/entry.js';
import type { Button } from '../reply.js';
import type { Turn } from './turn.js';

/** Longest button label that fits every channel (WhatsApp), in characters. */
export const MAX_LABEL = 20;

/** A button per item: its title whole where there is room, cut at a word where there is not. */
export function chooseButtons(turn: Turn, ids: readonly ItemId[]): readonly Button[] {
  return ids.flatMap((id): Button[] => {
    const item = turn.knowledge.library.items.get(id);
    return item ? [{ label: shortLabel(item.title), title: item.title, action: { do: 'show', item: id } }] : [];
  });
}

/** "Moet ik een Dimona doen voor mijn leerling?" -> "Moet ik een Dimona…". */
export function shortLabel(title: string): string {
  if (title.length <= MAX_LABEL) return title;
  const cut = title.slice(0, MAX_LABEL - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 8 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

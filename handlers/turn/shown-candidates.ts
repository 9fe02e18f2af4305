import type { Item } from '../../knowledge/entry.js';
import type { OutcomeCandidate } from '../outcome.js';
import { refsOf, type Turn } from './turn.js';

/** How sure we are of an item that the asker picked himself. */
export const PICKED = 0.95;

/** Candidates of a reply that shows an item without matching anew: that item first, then what was considered before. */
export function shownCandidates(turn: Turn, item: Item, known?: number): readonly OutcomeCandidate[] {
  const { library } = turn.knowledge;
  const tried = turn.conversation.last?.tried ?? [];
  const score = known ?? tried.find(({ id }) => id === item.id)?.score ?? PICKED;
  const others = tried
    .filter(({ id }) => id !== item.id)
    .flatMap(({ id, score: other }): OutcomeCandidate[] => {
      const one = library.items.get(id);
      return one ? [{ entry: id, kind: one.kind, refs: refsOf(library, id), score: Math.min(other, score) }] : [];
    });
  return [{ entry: item.id, kind: item.kind, refs: refsOf(library, item.id), score }, ...others].slice(0, 5);
}

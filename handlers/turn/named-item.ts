import { showItem } from './show-item.js';
import { refsOf, type Turn, type TurnResult } from './turn.js';

/** A term or checklist asked for by its name: "wa is ne prestatiestaat", "checklist eerste werkdag". */
export function namedItemStep(turn: Turn): TurnResult | null {
  const named = turn.knowledge.findNamed(turn.text);
  const item = named ? turn.knowledge.library.items.get(named.id) : undefined;
  if (!named || !item) return null;
  return showItem(turn, item, {
    candidates: [
      { entry: item.id, kind: item.kind, refs: refsOf(turn.knowledge.library, item.id), score: named.score },
    ],
  });
}

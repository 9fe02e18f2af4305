import { showItem } from './show-item.js';
import { outcomeCandidates, refsOf, type Turn, type TurnResult } from './turn.js';

/** A term or checklist asked for by its name: "wa is ne prestatiestaat", "checklist eerste werkdag". */
export function namedItemStep(turn: Turn): TurnResult | null {
  const named = turn.knowledge.findNamed(turn.text);
  const item = named ? turn.knowledge.library.items.get(named.id) : undefined;
  if (!named || !item) return null;
  const { library, matcher } = turn.knowledge;
  const first = { entry: item.id, kind: item.kind, refs: refsOf(library, item.id), score: named.score };
  // What was asked for by name leads; nothing behind it may look surer.
  const others = outcomeCandidates(matcher.match(turn.text), library).map((one) => ({
    ...one,
    score: Math.min(one.score, 1 - named.score),
  }));
  return showItem(turn, item, {
    candidates: [first, ...others.filter(({ entry }) => entry !== item.id)].slice(0, 5),
  });
}

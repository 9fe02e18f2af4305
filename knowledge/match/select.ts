import type { Contender } from './combine.js';
import type { Model } from './model.js';

/** A contender chosen for the list, with the share of the running that its topics carry together. */
export interface Selected {
  readonly contender: Contender;
  readonly topicShare: number;
}

/** What an item of a topic already shown is still worth: a second entry of the same topic rarely is what was missing. */
const SAME_TOPIC = 0.25;

/** Best contender first, then those that add most: another topic before another entry of the same topic. */
export function select(contenders: readonly Contender[], model: Model, limit: number): Selected[] {
  const shares = new Map<number, number>();
  for (const { index, share } of contenders) {
    const topic = model.items[index]?.topic ?? -1;
    shares.set(topic, (shares.get(topic) ?? 0) + share);
  }
  const left = [...contenders];
  const shown = new Set<number>();
  const selected: Selected[] = [];
  while (selected.length < limit && left.length > 0) {
    let best = 0;
    let highest = -1;
    left.forEach(({ index, share }, at) => {
      const worth = share * (shown.has(model.items[index]?.topic ?? -1) ? SAME_TOPIC : 1);
      if (worth > highest) [highest, best] = [worth, at];
    });
    const [contender] = left.splice(best, 1);
    if (!contender) break;
    const refs = model.items[contender.index]?.refs ?? [];
    selected.push({ contender, topicShare: refs.reduce((sum, ref) => sum + (shares.get(ref) ?? 0), 0) });
    shown.add(model.items[contender.index]?.topic ?? -1);
  }
  return selected;
}

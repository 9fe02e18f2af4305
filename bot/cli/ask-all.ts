import { createHash } from 'node:crypto';
import { setPriority } from 'node:os';
import { setImmediate as breathe } from 'node:timers/promises';
import { verdictOf, type PlainVerdict } from '../../handlers/desk/learn/verdict.js';
import { keptModels } from '../../knowledge/kept-models.js';
import { loadKeptLibrary } from '../../knowledge/library-cache.js';
import { adoptModels } from '../../knowledge/model-cache.js';
import { knowledgeBuilder } from '../build-knowledge.js';
import { endWithParent } from '../end-with-parent.js';
import type { AskingNews, AskingOrder } from '../rehearse-apart.js';

/** Questions between two signs of life. */
const AT_ONCE = 200;

interface KeptVerdicts {
  readonly format: 1;
  readonly verdicts: Readonly<Record<string, PlainVerdict>>;
}

process.once('message', (order: AskingOrder) => {
  void askAll(order).then((verdicts) => {
    say({ verdicts }, () => process.exit(0));
  });
});
endWithParent();

/** Every question by the models of these texts; what was asked before in this run of the server is known. */
async function askAll(order: AskingOrder): Promise<readonly PlainVerdict[]> {
  setPriority(10);
  const { library } = await loadKeptLibrary(order.texts, order.keepIn);
  if (!library) throw new Error('the knowledge has problems');
  const cache = keptModels<KeptVerdicts>(order.keepIn, { name: `verdicts${String(order.part)}`, format: 1 });
  const key = createHash('sha256').update(`${order.run}\n${library.version}`).digest('hex').slice(0, 20);
  const known = new Map(Object.entries((await cache.read(key))?.verdicts ?? {}));
  const fresh = order.questions.filter((text) => !known.has(text));
  const asked = order.questions.length - fresh.length;
  say({ asked, known: asked });
  if (fresh.length > 0) {
    await adoptModels(library, order.adoptFrom, order.cacheDir);
    const now = await knowledgeBuilder(order.cacheDir).build(library);
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      const some = fresh.slice(at, at + AT_ONCE);
      for (const text of some) known.set(text, verdictOf(now, text));
      say({ asked: some.length, known: 0 });
      await breathe();
    }
    await cache.write(key, { format: 1, verdicts: Object.fromEntries(known) });
  }
  return order.questions.map((text) => known.get(text) ?? { decision: 'decline', item: null });
}

function say(news: AskingNews, then?: () => void): void {
  process.send?.(news, undefined, undefined, then);
}

import { join } from 'node:path';
import { knowledgeBuilder } from '../bot/build-knowledge.js';
import { keyRing } from '../bot/state/sealed/data-key.js';
import { sealedCodec } from '../bot/state/sealed/sealed-codec.js';
import { SqliteStore } from '../bot/state/sqlite/sqlite-store.js';
import { readFolder } from '../knowledge/load-library.js';
import { serveBot } from './serve-bot.js';

/**
 * The least that could be asked of a turn: the echo bot, which also looks for an emergency and matches once (`reads`), and
 * keeps one sealed record on disk before it answers (`keeps`). No conversation, no ticket, no outbox, no limits. What this
 * does not reach, a turn that keeps our promises cannot reach either with the same matcher.
 */
const [knowledgeDir = '', cacheDir = '', dataDir = '', level = 'keeps'] = process.argv.slice(2);
const builder = knowledgeBuilder(cacheDir);
const { library } = await builder.parse(await readFolder(knowledgeDir));
if (!library) throw new Error('the knowledge has problems: run "npm run knowledge -- check"');
const knowledge = await builder.build(library);
const store =
  level === 'keeps' ? new SqliteStore(join(dataDir, 'floor.sqlite'), sealedCodec(keyRing('k'.repeat(32)))) : null;

let turns = 0;
serveBot(async (text) => {
  const urgent = knowledge.detectSignal(text, []);
  const best = knowledge.matcher.match(text).candidates[0];
  const answer = urgent?.signal.title ?? (best ? library.items.get(best.id)?.short : undefined) ?? '';
  turns += 1;
  await store?.commit({
    puts: [{ kind: 'inbox', id: `turn-${String(turns)}`, body: { text, answer }, expect: 'absent' }],
  });
  return answer;
});

import { join } from 'node:path';
import { knowledgeBuilder } from '../../bot/build-knowledge.js';
import type { Knowledge } from '../../handlers/ports.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';

const root = join(import.meta.dirname, '../..');

/** What the bot really knows, for dialogues about how a message stands to what was answered. */
export async function realKnowledge(): Promise<Knowledge> {
  const { library, problems } = await loadLibrary(join(root, 'knowledge'));
  if (!library) throw new Error(problems.map(formatProblem).join('\n'));
  const now = await knowledgeBuilder(join(root, '.cache')).build(library);
  return { current: () => now };
}

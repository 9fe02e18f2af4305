import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { knowledgeBuilder } from '../../bot/build-knowledge.js';
import { serve, type Served } from '../support/serve.js';
import { PageTalk } from '../support/page-talk.js';
import { MANIPULATION } from './manipulation-words.js';

const SECRET = 'Zolderkamerverdriet';
const root = join(import.meta.dirname, '../..');

let served: Served;
let jan: PageTalk;
beforeAll(async () => {
  const knowledge = { KNOWLEDGE_DIR: join(root, 'knowledge'), CACHE_DIR: join(root, '.cache') };
  served = await serve(knowledge, { knowledge: knowledgeBuilder(join(root, '.cache')) });
  jan = await new PageTalk(served, 'Jan').open();
  await jan.say(`${SECRET} over de dakgoot`);
  await jan.say('coach');
});
afterAll(() => served.stop());

interface Part {
  readonly kind: string;
}
const partsOf = (activity: object): readonly Part[] =>
  (activity as { channelData?: { mentorlijn?: { parts?: readonly Part[] } } }).channelData?.mentorlijn?.parts ?? [];

/** With everything the bot really knows: none of it is taken for a question that it may answer by itself. */
test('no words out of the list get an answer from the real knowledge, or anything of another', async () => {
  const before = await jan.heard();
  for (const words of MANIPULATION) {
    const mallory = await new PageTalk(served, 'Mallory').open();
    await mallory.say(words);
    const heard = await mallory.heard();
    const answers = heard.flatMap(partsOf).filter(({ kind }) => kind === 'item' || kind === 'checklist');
    expect([words, JSON.stringify(heard).includes(SECRET), answers]).toEqual([words, false, []]);
  }
  expect(await jan.heard()).toEqual(before);
});

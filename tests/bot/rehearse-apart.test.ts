import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledgeBuilder } from '../../bot/build-knowledge.js';
import { rehearsalDir } from '../../bot/train-apart.js';
import { verdictOf } from '../../handlers/desk/learn/verdict.js';
import { isTrained } from '../../knowledge/model-cache.js';
import { buildLibrary } from '../../knowledge/load-library.js';
import { FILES as ALL } from '../support/fake-knowledge.js';

/** Without alarms: learned from so little, they would sound at anything. */
const FILES = new Map([...ALL].filter(([path]) => !path.startsWith('signals/')));

const folder = mkdtempSync(join(tmpdir(), 'mentorlijn-rehearse-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PHRASES = 'entries/ziekte/ziek-melden.vragen.txt';
const questions = ['hoe laat men weten dat men thuis blijft', 'moet ik dimona doen', 'wie betaalt', 'dimona'];

test('a rehearsal decides as the change does once it is published, and leaves nothing to train for it', async () => {
  const after = new Map(FILES).set(PHRASES, `${FILES.get(PHRASES) ?? ''}\nhoe laat men weten dat men thuis blijft\n`);
  const [now, changed] = [buildLibrary(FILES).library, buildLibrary(after).library];
  if (!now || !changed) throw new Error('the small library is broken');
  const builder = knowledgeBuilder(folder);
  const seen = await builder.rehearse({ before: FILES, after, questions, onProgress: () => undefined });
  expect(await isTrained(changed, folder)).toBe(false);
  await builder.train(after);
  const trained = readdirSync(rehearsalDir(folder)).filter((file) => file.startsWith('model-'));
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(trained));
  const [was, is] = [await builder.build(now), await builder.build(changed)];
  expect(seen.before).toEqual(questions.map((text) => verdictOf(was, text)));
  expect(seen.after).toEqual(questions.map((text) => verdictOf(is, text)));
  expect(seen.after[0]).toMatchObject({ item: 'ziek-melden' });
  expect(seen.before[0]).not.toEqual(seen.after[0]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSemantic, type SemanticDeps, type Transformers } from '../../bot/semantic-ranker.js';
import { createMatcher } from '../../knowledge/match/create-matcher.js';
import { train } from '../../knowledge/match/train.js';
import { SMALL } from '../match/small-library.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'semantic-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const lexical = createMatcher({ model: train(SMALL, { concepts: {} }), concepts: {}, items: SMALL });
const question = 'papa zijn karretje op de rijbaan';

/** A made-up model that knows one meaning: whatever speaks of driving points one way, all else another. */
function tinyModel(asked: string[] = []): Transformers {
  return {
    env: { allowRemoteModels: true, localModelPath: '' },
    pipeline: (_task, model) =>
      model === 'absent'
        ? Promise.reject(new Error('no such model'))
        : Promise.resolve((texts: readonly string[]) => {
            asked.push(...texts);
            return Promise.resolve({
              tolist: () => texts.map((text) => (/tractor|rijbaan/i.test(text) ? [1, 0] : [0.2, 0.98])),
            });
          }),
  };
}

async function open(name: string, settings: string | null, extra: Partial<SemanticDeps> = {}) {
  const modelDir = join(folder, name);
  await mkdir(modelDir, { recursive: true });
  if (settings !== null) await writeFile(join(modelDir, 'semantic.json'), settings);
  const lines: string[] = [];
  const log = {
    info: (event: string) => lines.push(event),
    warn: (event: string, fields?: object) => lines.push(`${event} ${JSON.stringify(fields)}`),
    error: (event: string) => lines.push(event),
  };
  const model = tinyModel();
  const deps = { modelDir, cacheDir: join(folder, 'cache'), log, load: () => Promise.resolve(model), ...extra };
  return { matcher: await addSemantic(lexical, SMALL, deps), lines, model };
}

test('a prepared question is ranked by its meaning too; one that was not prepared by its words alone', async () => {
  const fitted = '{"weights": {"constant": 0, "lexical": 1, "likeness": 4}}';
  const { matcher, lines, model } = await open('tiny', fitted);
  expect(matcher.match(question)).toEqual(lexical.match(question));
  await matcher.prepare?.(question);
  const [best] = matcher.match(question).candidates;
  expect(best?.id).toBe('rijden-tractor');
  expect(best?.why.rankers.semantic).toBeGreaterThan(0);
  expect(lines).toEqual(['semantic-ranker-ready']);
  expect(model.env).toEqual({ allowRemoteModels: false, localModelPath: folder });
});

test('the vectors of the entries are kept: the next start embeds only what is asked', async () => {
  const asked: string[] = [];
  const { matcher } = await open('kept', '{"query": "vraag: "}', { load: () => Promise.resolve(tinyModel(asked)) });
  expect(asked.length).toBe(SMALL.length);
  const again: string[] = [];
  const next = await open('kept', null, { load: () => Promise.resolve(tinyModel(again)) });
  await next.matcher.prepare?.('hallo');
  expect(again).toEqual(['vraag: hallo']);
  expect('prepare' in matcher).toBe(true);
});

test.each([
  ['the package is absent', 'a', null, { load: () => Promise.reject(new Error('Cannot find package')) }],
  ['the model is absent', 'absent', null, {}],
  ['semantic.json has an unknown key', 'b', '{"wieght": 1}', {}],
  ['semantic.json is no JSON', 'c', 'x', {}],
])('when %s, one clear line and the words alone', async (_name, name, settings, extra) => {
  const { matcher, lines } = await open(name, settings, extra);
  expect(matcher).toBe(lexical);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('semantic-ranker-off');
  expect(lines[0]).toContain('SEMANTIC_MODEL_DIR');
});

test('a question that cannot be embedded is matched by its words', async () => {
  const broken: Transformers = {
    ...tinyModel(),
    pipeline: () => {
      let first = true;
      return Promise.resolve((texts: readonly string[]) => {
        if (!first) return Promise.reject(new Error('out of memory'));
        first = false;
        return Promise.resolve({ tolist: () => texts.map(() => [1, 0]) });
      });
    },
  };
  const { matcher, lines } = await open('broken', null, { load: () => Promise.resolve(broken) });
  await matcher.prepare?.(question);
  expect(matcher.match(question)).toEqual(lexical.match(question));
  expect(lines).toEqual(['semantic-ranker-ready', 'semantic-ranker-failed']);
});

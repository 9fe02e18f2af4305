import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledgeBuilder } from '../../bot/build-knowledge.js';
import { keptModels } from '../../knowledge/kept-models.js';
import { isTrained, loadSignalModel, pocketModels } from '../../knowledge/model-cache.js';
import { loadKeptLibrary } from '../../knowledge/library-cache.js';
import { modelKeys } from '../../knowledge/model-keys.js';
import { buildLibrary } from '../../knowledge/load-library.js';
import { keepAllModels } from '../support/all-models.js';
import { fakeKnowledge, FILES } from '../support/fake-knowledge.js';

const { library } = fakeKnowledge().current();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentorlijn-models-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('trained models', () => {
  it('are kept together, so that the next start trains nothing', async () => {
    expect(await isTrained(library, folder)).toBe(false);
    expect(await pocketModels(library, folder)).toEqual({ matcher: null, signals: null });
    await keepAllModels(library, folder);
    expect(await isTrained(library, folder)).toBe(true);
    const files = readdirSync(folder);
    const now = await knowledgeBuilder(folder).build(library);
    expect(now.detectSignal('hij bloedt', [])?.signal.kind).toBe('medical');
    expect(readdirSync(folder)).toEqual(files);
    expect(await pocketModels(library, folder)).toMatchObject({ matcher: { format: 4 }, signals: { format: 2 } });
  });

  it('follow what training reads: a new example trains the signals again, another telephone number nothing', async () => {
    await keepAllModels(library, folder);
    const calm = { ...library, organisations: new Map(), version: 'anders' };
    expect(await isTrained(calm, folder)).toBe(true);
    const [signal] = library.signals;
    const taught = {
      ...library,
      signals: signal ? [{ ...signal, examples: [...signal.examples, 'hij ligt stil'] }] : [],
    };
    expect(await isTrained(taught, folder)).toBe(false);
    expect((await pocketModels(taught, folder)).matcher).not.toBeNull();
  });

  it('are made again when the file is damaged', async () => {
    const model = await loadSignalModel(library, folder);
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), '{"format":1');
    expect(await loadSignalModel(library, folder)).toEqual(model);
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), 'null');
    expect(await loadSignalModel(library, folder)).toEqual(model);
  });

  it('of the last versions stay, older ones make place', async () => {
    const kept = keptModels<{ readonly format: 1 }>(folder, { name: 'proef', format: 1 });
    for (const key of ['a1', 'a2', 'a3', 'a4', 'a5']) await kept.write(key, { format: 1 });
    expect(readdirSync(folder)).toHaveLength(3);
    expect(await kept.has('a5')).toBe(true);
  });

  it('that cannot be kept are no reason to fail', async () => {
    writeFileSync(join(folder, 'file'), '');
    const kept = keptModels<{ readonly format: 1 }>(join(folder, 'file', 'below'), { name: 'proef', format: 1 });
    await kept.write('a1', { format: 1 });
    expect(await kept.read('a1')).toBeNull();
  });
});

describe('a parsed library', () => {
  it('is kept, and read back the same as parsed', async () => {
    const parsed = buildLibrary(FILES);
    expect(await loadKeptLibrary(FILES, folder)).toEqual(parsed);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await loadKeptLibrary(FILES, folder)).toEqual(parsed);
  });

  it('is kept with the names of its models, the same as a library parsed anew has', async () => {
    await loadKeptLibrary(FILES, folder);
    const { library: kept } = await loadKeptLibrary(FILES, folder);
    const { library: anew } = buildLibrary(FILES);
    expect(kept && modelKeys(kept)).toEqual(anew && modelKeys(anew));
  });

  it('with errors is never kept, and another text is another library', async () => {
    const broken = new Map([...FILES, ['signals/medical.md', '---\nkind: medisch\n---\n']]);
    expect((await loadKeptLibrary(broken, folder)).library).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    await loadKeptLibrary(FILES, folder);
    const changed = new Map([...FILES, ['concepts.yaml', 'leerling: [stagiair]\n']]);
    expect((await loadKeptLibrary(changed, folder)).library?.concepts.get('leerling')).toEqual(['stagiair']);
  });
});

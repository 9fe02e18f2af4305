import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptModels } from '../../knowledge/kept-models.js';
import { packBytes, unpackFloat32, unpackInt8, unpackUint16, unpackUint32 } from '../../knowledge/match/pack.js';
import { packFile, unpackFile } from '../../knowledge/packed-file.js';

const numbers = {
  format: 1,
  small: Int8Array.from({ length: 101 }, (_unused, at) => at - 50),
  counts: Uint16Array.from({ length: 77 }, (_unused, at) => at * 700),
  ids: Uint32Array.from({ length: 50 }, (_unused, at) => at * 70_000),
  scales: Float32Array.from({ length: 33 }, (_unused, at) => at / 7),
};
const model = {
  format: 1,
  words: 'een twee drie '.repeat(20),
  letters: 'abcd'.repeat(3),
  parts: [{ values: packBytes(numbers.small), counts: packBytes(numbers.counts) }],
  ids: packBytes(numbers.ids),
  scales: packBytes(numbers.scales),
};

describe('a packed file', () => {
  test('gives every number and every text back', () => {
    const read = unpackFile(packFile(model)) as typeof model;
    expect([read.words, read.letters]).toEqual([model.words, model.letters]);
    expect(unpackInt8(read.parts[0]?.values ?? '')).toEqual(numbers.small);
    expect(unpackUint16(read.parts[0]?.counts ?? '')).toEqual(numbers.counts);
    expect(unpackUint32(read.ids)).toEqual(numbers.ids);
    expect(unpackFloat32(read.scales)).toEqual(numbers.scales);
  });

  test('is smaller than its JSON', () => {
    expect(packFile(model).length).toBeLessThan(JSON.stringify(model).length);
  });
});

describe('a kept model that is packed', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ml-packed-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is read back, and made again when it is cut off, damaged or of another shape', async () => {
    const kept = keptModels<typeof model>(folder, { name: 'm', format: 1, packed: true });
    await kept.write('0a', model);
    expect(await kept.has('0a')).toBe(true);
    expect((await kept.read('0a'))?.words).toBe(model.words);
    const [file = ''] = await readdir(folder);
    const whole = await readFile(join(folder, file));
    for (const damaged of [
      whole.subarray(0, 200),
      whole.subarray(0, whole.length - 300),
      Buffer.from('{}'),
      Buffer.alloc(0),
    ]) {
      await writeFile(join(folder, file), damaged);
      expect(await kept.read('0a')).toBeNull();
    }
    expect(await keptModels<typeof model>(folder, { name: 'm', format: 2, packed: true }).read('0a')).toBeNull();
  });

  test('makes place for younger ones, whatever the form they were kept in', async () => {
    const packed = keptModels<typeof model>(folder, { name: 'p', format: 1, packed: true });
    await keptModels<typeof model>(folder, { name: 'p', format: 1 }).write('00', model);
    for (const key of ['01', '02', '03', '04']) await packed.write(key, model);
    const left = (await readdir(folder)).filter((file) => file.startsWith('p-'));
    expect(left).toHaveLength(3);
    expect(left).toContain('p-04.bin');
  });
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderSignature } from '../../bot/folder-signature.js';

let folder: string;
let look: () => Promise<string>;
const at = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ml-map-'));
  mkdirSync(at('entries/loon'), { recursive: true });
  writeFileSync(at('entries/loon/een.md'), 'een');
  writeFileSync(at('concepts.yaml'), 'a: b');
  look = folderSignature(folder);
  await look();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each<readonly [string, () => void]>([
  ['another text', () => writeFileSync(at('entries/loon/een.md'), 'een en een half')],
  ['another time', () => utimesSync(at('concepts.yaml'), 1, 1)],
  ['a new file', () => writeFileSync(at('entries/loon/twee.md'), 'twee')],
  ['a file that is gone', () => rmSync(at('entries/loon/een.md'))],
  ['a new folder', () => mkdirSync(at('entries/weer'))],
  ['a folder that is gone', () => rmSync(at('entries/loon'), { recursive: true })],
])('%s is seen once, however often one looked before', async (_what, change) => {
  const before = await look();
  expect([await look(), await look()]).toEqual([before, before]);
  change();
  const after = await look();
  expect(after).not.toBe(before);
  expect([await look(), await look(), await look()]).toEqual([after, after, after]);
});

test('what is no knowledge is not looked at', async () => {
  writeFileSync(at('entries/loon/foto.png'), 'x');
  await look();
  const before = await look();
  writeFileSync(at('entries/loon/foto.png'), 'xx');
  expect(await look()).toBe(before);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheProblem } from '../../bot/cache-folder.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentorlijn-cache-'));
  writeFileSync(join(folder, 'file'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['a new folder', 'new/deep', null],
  ['a file', 'file', expect.stringMatching(/file: dat is geen map\.$/)],
  ['a folder in a file', 'file/cache', expect.stringMatching(/dat is geen map\.$/)],
])('what is learned can be kept in %s, or it is said why not', async (_what, place, said) => {
  expect(await cacheProblem(join(folder, place))).toEqual(said);
});

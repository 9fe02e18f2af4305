import { afterAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { keptModels } from '../../knowledge/kept-models.js';
import { until } from '../support/eventually.js';

const root = join(import.meta.dirname, '../..');
const cacheDir = mkdtempSync(join(tmpdir(), 'mentorlijn-orphan-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

/** Starts a training on the real knowledge and says its process id; then does nothing. */
const PARENT = `
import { forkScript } from './bot/train-apart.ts';
import { readFolder } from './knowledge/load-library.ts';
const child = forkScript('train');
const dirs = { cacheDir: ${JSON.stringify(cacheDir)}, adoptFrom: ${JSON.stringify(join(cacheDir, 'elsewhere'))} };
child.send({ texts: await readFolder('knowledge'), ...dirs, part: 'signals', pace: 'aside' });
process.stdout.write(String(child.pid) + '\\n');
setInterval(() => undefined, 1000);
`;

/** A process that ended and that nobody asked about yet (a zombie) runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const files = (start: string): readonly string[] => readdirSync(cacheDir).filter((name) => name.startsWith(start));

test('a training ends when the server that asked for it is killed, in the middle of its work and leaving nothing half', async () => {
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PARENT], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = Number(said.toString());
  // The knowledge is read and kept whole: from here on it learns, and hears nothing.
  await until(() => files('library-').some((name) => name.endsWith('.json')), 'the library');
  expect(isRunning(child)).toBe(true);
  parent.kill('SIGKILL');
  await until(() => !isRunning(child), 'the end of the training');
  expect(files('signals-')).toEqual([]);
  expect(readdirSync(cacheDir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('what a process that was killed while it wrote left behind goes with the next file of that sort, fresh drafts stay', async () => {
  const folder = join(cacheDir, 'kept');
  mkdirSync(folder);
  const [stray, fresh, other] = ['model-aa.json.11.tmp', 'model-bb.json.12.tmp', 'notes.tmp'];
  for (const name of [stray, fresh, other]) writeFileSync(join(folder, name), '{"form');
  const hourAgo = Date.now() / 1000 - 3600;
  for (const name of [stray, other]) utimesSync(join(folder, name), hourAgo, hourAgo);
  await keptModels<{ readonly format: 1 }>(folder, { name: 'model', format: 1 }).write('cc', { format: 1 });
  expect(readdirSync(folder).sort()).toEqual([fresh, 'model-cc.json', other]);
});

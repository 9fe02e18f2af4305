import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { KnowledgeHolder } from '../../bot/knowledge-holder.js';
import { FILES } from '../support/fake-knowledge.js';
import { tableKnowledge } from '../support/table-knowledge.js';
import { silentLog } from '../support/silent-log.js';

let folder: string;
let holder: KnowledgeHolder;
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const DIMONA = 'entries/dimona/dimona-doen.md';
const shown = (): string | undefined => holder.current().library.entries.find(({ id }) => id === 'dimona-doen')?.short;
/** As long as the issue allows a change to take. */
const within5s = async (done: () => boolean): Promise<void> => {
  const until = Date.now() + 5_000;
  while (!done() && Date.now() < until) await new Promise((next) => setTimeout(next, 50));
  expect(done()).toBe(true);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mentorlijn-kennis-'));
  for (const [file, text] of FILES) write(file, text);
  holder = await KnowledgeHolder.open(folder, tableKnowledge, silentLog);
  holder.watch();
});
afterEach(async () => {
  await holder.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a changed file is in force within five seconds', async () => {
  write(DIMONA, FILES.get(DIMONA)?.replace('Ja, voor hij begint.', 'Ja, zeker op tijd.') ?? '');
  await within5s(() => shown() === 'Ja, zeker op tijd.');
  expect(holder.problems()).toEqual([]);
});

test('a broken change keeps the last good version and says so, until it is mended', async () => {
  write(DIMONA, '---\nquestion: kapot\n---\n');
  await within5s(() => holder.problems().length > 0);
  expect(shown()).toBe('Ja, voor hij begint.');
  write(DIMONA, FILES.get(DIMONA)?.replace('Ja, voor hij begint.', 'Hersteld.') ?? '');
  await within5s(() => shown() === 'Hersteld.');
  expect(holder.problems()).toEqual([]);
});

test('a new file and a removed file count too', async () => {
  write('entries/dimona/nieuw.md', FILES.get(DIMONA)?.replace('Moet ik een Dimona doen?', 'Wat is er nieuw?') ?? '');
  await within5s(() => holder.current().library.entries.some(({ id }) => id === 'nieuw'));
  rmSync(join(folder, 'entries/dimona/nieuw.md'));
  await within5s(() => !holder.current().library.entries.some(({ id }) => id === 'nieuw'));
});

test('a folder that is wrong from the start is refused with every problem', async () => {
  write(DIMONA, '---\nquestion: kapot\n---\n');
  await expect(KnowledgeHolder.open(folder, tableKnowledge, silentLog)).rejects.toThrow(/dimona-doen\.md:\d+: fout/);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exportKnowledge, importKnowledge, type FilesPlace } from '../../bot/cli/knowledge-files.js';
import { KnowledgeHolder } from '../../bot/knowledge-holder.js';
import { approve } from '../../handlers/desk/learn/decide-proposal.js';
import { overlaysIn } from '../../handlers/desk/learn/overlay-source.js';
import { propose } from '../../handlers/desk/learn/propose.js';
import { readRevisions } from '../../handlers/desk/learn/published.js';
import { changeFromDraft } from '../../handlers/desk/learn/start.js';
import type { Change } from '../../handlers/desk/learn/change.js';
import type { ItemId } from '../../knowledge/entry.js';
import { loadLibrary, readFolder } from '../../knowledge/load-library.js';
import { isEmptyOverlay } from '../../knowledge/overlay.js';
import { FILES } from '../support/fake-knowledge.js';
import { silentLog } from '../support/silent-log.js';
import { tableKnowledge } from '../support/table-knowledge.js';
import { LearnStage } from './learn-stage.js';

const DIMONA = 'entries/dimona/dimona-doen.md';
let stage: LearnStage;
let place: FilesPlace;
let folder: string;
let other: string;

const write = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  stage = new LearnStage();
  folder = mkdtempSync(join(tmpdir(), 'ml-kennis-'));
  other = mkdtempSync(join(tmpdir(), 'ml-uit-'));
  for (const [path, text] of FILES) write(folder, path, text);
  place = { store: stage.store, live: stage.deps.live, knowledgeDir: folder, now: () => stage.deps.clock.now() };
});
afterEach(() => {
  for (const each of [folder, other]) rmSync(each, { recursive: true, force: true });
});

async function published(...changes: readonly Change[]): Promise<void> {
  const an = await stage.coach('An', 'lead');
  for (const change of changes)
    await approve(
      stage.learn,
      an,
      (await propose(stage.learn, an, { change, ticket: null, tellAsker: false, remark: '' })).id,
    );
}

const phrasing: Change = { do: 'add-phrasing', item: 'dimona-doen' as ItemId, phrasing: 'nieuwe woorden' };
const retire: Change = { do: 'retire', item: 'ziek-melden' as ItemId, reason: 'dubbel' };
const draft = () =>
  changeFromDraft(
    stage.learn,
    {
      question: 'Mag de "radio": aan, [altijd]?',
      theme: 'omgang',
      phase: ['tijdens'],
      answer: 'Ja, zacht.',
      phrasings: ['# radio, aan: ja?'],
    },
    null,
  );

describe('export', () => {
  test('writes a whole copy that passes the check and says the same', async () => {
    await published(phrasing, retire, await draft());
    await exportKnowledge(place, other);
    const { library, problems } = await loadLibrary(other);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(library?.items.has('ziek-melden' as ItemId)).toBe(false);
    expect(library?.items.get('dimona-doen' as ItemId)?.phrasings).toEqual(['nieuwe woorden']);
    expect([...(library?.entries ?? [])].find(({ theme }) => theme === 'omgang')?.title).toBe(
      'Mag de "radio": aan, [altijd]?',
    );
    await stage.takeOver();
    expect(library?.version).toBe(stage.deps.knowledge.current().library.version);
  });

  test('leaves every byte of what nobody changed, and a second export writes nothing', async () => {
    await published(phrasing);
    const first = await exportKnowledge(place, folder);
    expect(first.lines).toContain('geschreven: entries/dimona/dimona-doen.vragen.txt');
    expect(readFileSync(join(folder, DIMONA), 'utf8')).toBe(FILES.get(DIMONA));
    expect((await exportKnowledge(place, folder)).lines.at(-1)).toContain('0 bestanden geschreven, 0 verwijderd');
  });

  test('removes the files of what was retired', async () => {
    await published(retire);
    await exportKnowledge(place, folder);
    expect((await readFolder(folder)).has('entries/ziekte/ziek-melden.md')).toBe(false);
  });

  test('names what no longer fits the files, and writes the rest', async () => {
    await published(phrasing, await draft());
    write(folder, 'organisations.yaml', 'rsz: { name: RSZ, does: lonen, certainty: algemeen-bekend }\n');
    for (const [path, text] of FILES)
      if (path.endsWith('.md')) write(folder, path, text.replaceAll('[sociaal-secretariaat]', '[rsz]'));
    const { ok, lines } = await exportKnowledge(place, other);
    expect(ok).toBe(false);
    expect(lines.some((line) => line.startsWith('niet geschreven'))).toBe(true);
    expect((await loadLibrary(other)).library?.items.get('dimona-doen' as ItemId)?.phrasings).toEqual([
      'nieuwe woorden',
    ]);
  });
});

describe('import', () => {
  test('what stands in the folder too comes home: the overlay is empty, the history stays', async () => {
    await published(phrasing, retire);
    await exportKnowledge(place, folder);
    expect((await importKnowledge(place, null)).lines).toContain('staat nu in de bestanden: dimona-doen');
    expect((await overlaysIn(stage.store).read()).every(isEmptyOverlay)).toBe(true);
    expect((await readRevisions(stage.store, 'dimona-doen')).map(({ action }) => action)).toEqual([
      'at-home',
      'add-phrasing',
    ]);
    expect((await importKnowledge(place, null)).lines.at(-1)).toBe('0 ingelezen, 0 thuisgebracht');
  });

  test('files of another folder are published: changed text, lines that came and went', async () => {
    await published(phrasing);
    await exportKnowledge(place, other);
    write(other, DIMONA, FILES.get(DIMONA)?.replace('Ja, voor hij begint.', 'Ja, op tijd.') ?? '');
    write(other, 'entries/dimona/dimona-doen.vragen.txt', 'andere woorden\n');
    const { lines } = await importKnowledge(place, other);
    expect(lines).toContain('gepubliceerd: dimona-doen');
    await stage.takeOver();
    expect(stage.deps.knowledge.current().library.items.get('dimona-doen' as ItemId)).toMatchObject({
      short: 'Ja, op tijd.',
      phrasings: ['andere woorden'],
    });
  });

  test('one wrong file and nothing is published', async () => {
    write(other, DIMONA, '---\nquestion: kapot\n---\n');
    write(other, 'entries/ziekte/ziek-melden.vragen.txt', 'goed\n');
    await expect(importKnowledge(place, other)).rejects.toThrow(/dimona-doen\.md:\d+: fout/);
    expect(await overlaysIn(stage.store).read()).toEqual([]);
  });
});

describe('the holder of the knowledge', () => {
  test('lays what is published over the folder at start, and sets aside what no longer fits', async () => {
    await published(phrasing, await draft());
    const source = overlaysIn(stage.store);
    const open = () => KnowledgeHolder.open(folder, tableKnowledge, silentLog, source);
    expect((await open()).current().library.items.get('dimona-doen' as ItemId)?.phrasings).toEqual(['nieuwe woorden']);
    for (const [path, text] of FILES)
      if (path.endsWith('.md')) write(folder, path, text.replaceAll('[sociaal-secretariaat]', '[rsz]'));
    write(folder, 'organisations.yaml', 'rsz: { name: RSZ, does: lonen, certainty: algemeen-bekend }\n');
    const holder = await open();
    expect(holder.setAside()).toHaveLength(1);
    expect(holder.current().library.items.get('dimona-doen' as ItemId)?.phrasings).toEqual(['nieuwe woorden']);
  });
});

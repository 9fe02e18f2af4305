import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ml-start-'));
/** Beside the modules it needs. */
const script = join(root, 'dist/tests', `main-${String(process.pid)}.mjs`);
beforeAll(async () => {
  const entryPoints = [join(root, 'bot/main.ts')];
  await build({ entryPoints, outfile: script, bundle: true, packages: 'external', format: 'esm', platform: 'node' });
});
afterAll(() => {
  rmSync(script, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** The program as it is started, with nothing else in its environment; what it says until it ends. */
async function start(
  environment: Readonly<Record<string, string>>,
  cwd = folder,
): Promise<{ code: number | null; said: string }> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [script], {
    cwd,
    env: { PATH, PORT: '0', DATA_DIR: join(folder, 'data'), KNOWLEDGE_DIR: join(root, 'knowledge'), ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { code, said };
}

describe('a start with wrong settings', () => {
  const WRONG = {
    PORT: 'abc',
    PUBLIC_URL: 'nergens',
    REDIS_URL: 'http://:geheim-een@redis',
    REDIS_CA_FILE: '/er/is/niets.pem',
    OPENING_HOURS: 'altijd',
    PROMISE_HOURS: '-1',
    SMTP_URL: 'http://an:geheim-twee@post',
    DATA_KEY: 'geheim-drie',
    DATA_KEY_OLD: 'geheim-vier',
    RETENTION_TICKET_DAYS: 'lang',
    DIRECT_LINE_SECRET: 'geheim-vijf',
    METRICS_TOKEN: 'geheim-zes',
    LOG_LEVEL: 'luid',
  };

  test('names every one of them at once, and tells no secret', async () => {
    const { code, said } = await start({ ...WRONG, WHATSAPP_TOKEN: 'geheim-zeven' });
    expect(code).toBe(1);
    const named = [...said.matchAll(/^ {2}- (\w+):/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining([...Object.keys(WRONG), 'WHATSAPP_APP_SECRET']));
    expect(said).not.toMatch(/geheim-|node_modules|\bat .*:\d+:\d+/);
  });
});

describe('a start with a file of settings beside it', () => {
  const place = mkdtempSync(join(tmpdir(), 'ml-env-'));
  const file = join(place, '.env');
  beforeEach(() => rmSync(file, { recursive: true, force: true }));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test('reads it, and what the environment says goes before it', async () => {
    writeFileSync(file, 'PORT=vanhetbestand\nLOG_LEVEL=luid\n');
    const { code, said } = await start({ LOG_LEVEL: 'zacht' }, place);
    expect(code).toBe(1);
    expect(said).toMatch(/LOG_LEVEL/);
    expect(said).not.toMatch(/PORT/);
    const { said: second } = await start({ PORT: '', LOG_LEVEL: 'luid' }, place);
    expect(second).not.toMatch(/PORT/);
  });

  test('says nothing of a file that is not there', async () => {
    const { said } = await start({ LOG_LEVEL: 'luid' }, place);
    expect(said).toMatch(/^Mentorlijn kan niet starten[^\n]*\n {2}- LOG_LEVEL: [^\n]*\n$/);
  });

  test('says so when it cannot be read, and starts nothing', async () => {
    mkdirSync(file);
    const { code, said } = await start({}, place);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/- \.env: is there but cannot be read/) });
  });
});

describe('a start without its Redis', () => {
  let silent: Server;
  let port = 0;
  beforeAll(async () => {
    port = await freePort();
    // Takes a connection, and never says a word.
    silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  });
  afterAll(() => {
    silent.close();
  });
  const silentPort = (): number => (silent.address() as { port: number }).port;

  test.each<readonly [string, () => string, RegExp]>([
    ['that is not there', () => `redis://bot:geheim-een@127.0.0.1:${String(port)}`, /127\.0\.0\.1:\d+.*ECONNREFUSED/],
    ['whose sentinels are not there', () => `redis+sentinel://:geheim-een@127.0.0.1:${String(port)}/lijn`, /\/lijn/],
    ['that never answers', () => `redis://:geheim-een@127.0.0.1:${String(silentPort())}`, /127\.0\.0\.1/],
  ])('%s says so in one line, without the password, and ends', async (_what, url, reason) => {
    const { code, said } = await start({ REDIS_URL: url(), LOG_LEVEL: 'silent' });
    expect(code).toBe(1);
    expect(said).toMatch(/^Mentorlijn kan niet starten: Redis is niet te bereiken .*\n$/);
    expect(said).toMatch(reason);
    expect(said).not.toContain('geheim');
  });
});

function brokenKnowledge(): string {
  const knowledge = join(folder, 'kennis');
  mkdirSync(join(knowledge, 'entries/x'), { recursive: true });
  for (const name of ['een', 'twee']) writeFileSync(join(knowledge, `entries/x/${name}.md`), '---\nvraag: Hoe?\n---\n');
  return knowledge;
}

function fileOfLater(): string {
  const data = join(folder, 'later');
  mkdirSync(data);
  const db = new DatabaseSync(join(data, 'mentorlijn.sqlite'));
  db.exec('PRAGMA user_version = 99');
  db.close();
  return data;
}

test.each<readonly [string, () => Readonly<Record<string, string>>, RegExp]>([
  ['a folder of knowledge that is not there', () => ({ KNOWLEDGE_DIR: join(folder, 'nergens') }), /dat bestaat niet/],
  ['knowledge with mistakes', () => ({ KNOWLEDGE_DIR: brokenKnowledge() }), /een\.md[^]*twee\.md/],
  ['a data folder that is a file', () => ({ DATA_DIR: join(folder, 'bestand') }), /dat is geen map/],
  ['data of a newer release', () => ({ DATA_DIR: fileOfLater() }), /nieuwere versie/],
])('%s is told without a stack', async (_what, environment, problem) => {
  writeFileSync(join(folder, 'bestand'), '');
  const { code, said } = await start({ LOG_LEVEL: 'silent', ...environment() });
  expect([code, said]).toEqual([1, expect.stringMatching(/^Mentorlijn kan niet starten: /)]);
  expect(said).toMatch(problem);
  expect(said).not.toMatch(/node_modules|\bat .*:\d+:\d+/);
});

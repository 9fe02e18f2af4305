import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { unzipSync } from 'fflate';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/eventually.js';
import { FakeConnector } from '../support/fake-connector.js';
import { FakeSmtp } from '../support/fake-smtp.js';
import { freePort } from '../support/free-port.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ml-built-'));
/** As the image has it: what was built, the knowledge, and of the libraries only SQLite's compiled half. */
const app = join(folder, 'app');
const NATIVE = ['@photostructure/sqlite', 'node-gyp-build'];
const running: ChildProcess[] = [];

/** What `npm start` starts, with the real knowledge; its address. */
async function start(environment: Readonly<Record<string, string>>): Promise<string> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['dist/bot/main.js'], {
    cwd: app,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', PORT: port, LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  await new Promise<void>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`it ended with ${String(code)}`)));
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes('Mentorlijn is er')) done();
    });
  });
  return `http://127.0.0.1:${port}`;
}

/** What a start that is refused says. */
async function endOf(environment: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, ['dist/bot/main.js'], {
    cwd: app,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', PORT: '0', ...environment },
  });
  running.push(child);
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  await new Promise((done) => child.once('exit', done));
  return said;
}

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { cwd: root });
  for (const part of ['bot', 'web']) cpSync(join(root, 'dist', part), join(app, 'dist', part), { recursive: true });
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const name of ['knowledge', '.cache', 'package.json']) symlinkSync(join(root, name), join(app, name));
  for (const name of NATIVE)
    cpSync(join(root, 'node_modules', name), join(app, 'node_modules', name), { recursive: true });
}, 120_000);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the built server, which reads some libraries only when they are used', () => {
  const connector = new FakeConnector();
  const post = new FakeSmtp();
  let serviceUrl = '';
  let origin = '';
  beforeAll(async () => {
    serviceUrl = await connector.start();
    await post.start();
    origin = await start({
      DATA_DIR: join(folder, 'emulator'),
      ALLOW_ANONYMOUS_BOT: 'true',
      SMTP_URL: post.url,
      ALERT_EMAIL: 'wacht@example.be',
    });
  }, 60_000);
  afterAll(async () => {
    connector.stop();
    await post.stop();
  });

  test('answers the Emulator through the SDK, and mails that it is urgent', async () => {
    const response = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'a1',
        channelId: 'emulator',
        serviceUrl,
        from: { id: 'mentor', name: 'Mentor' },
        recipient: { id: 'bot', name: 'Mentorlijn' },
        conversation: { id: 'c1' },
        text: 'Mijn leerling is van een stelling gevallen en ademt niet meer',
      }),
    });
    expect(response.status).toBe(200);
    const heard = await connector.until(1);
    expect(heard.map(({ body }) => body.text).join()).toContain('112');
    await until(() => post.mails.length > 0, 'a mail');
    expect(post.mails[0]?.to).toEqual(['wacht@example.be']);
  });

  test('draws a code for a phone’s camera, and has a key for the bell', async () => {
    const drawn = await fetch(`${origin}/verder/ML-7KQ4-92XD/qr.svg`);
    const key = await fetch(`${origin}/push/key`);
    expect([drawn.status, key.status]).toEqual([200, 200]);
    expect(await drawn.text()).toContain('<svg');
  });
});

test('the built server refuses a token that is none, by the SDK’s own checks', async () => {
  const origin = await start({
    DATA_DIR: join(folder, 'teams'),
    MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
    MICROSOFT_APP_PASSWORD: 'geheim',
    MICROSOFT_APP_TENANT_ID: '66666666-7777-8888-9999-000000000000',
  });
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer geen.echt.teken' },
    body: JSON.stringify({
      type: 'message',
      channelId: 'msteams',
      conversation: { id: 'c1' },
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
    }),
  });
  expect(response.status).toBe(401);
});

test('the built command makes the package for Teams', () => {
  const environment = {
    PUBLIC_URL: 'https://lijn.voorbeeld.be',
    MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
    MICROSOFT_APP_PASSWORD: 'geheim',
    MICROSOFT_APP_TENANT_ID: '66666666-7777-8888-9999-000000000000',
  };
  const file = join(folder, 'mentorlijn.zip');
  execFileSync(process.execPath, ['dist/bot/cli/teams-package.js', file], {
    cwd: app,
    env: { NODE_ENV: 'test', ...environment },
  });
  expect(Object.keys(unzipSync(readFileSync(file))).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
});

test('the built server says that its Redis is not there', async () => {
  const redis = `redis://127.0.0.1:${String(await freePort())}`;
  const said = await endOf({ DATA_DIR: join(folder, 'redis'), REDIS_URL: redis, LOG_LEVEL: 'silent' });
  expect(said).toMatch(/^Mentorlijn kan niet starten: Redis is niet te bereiken/);
});

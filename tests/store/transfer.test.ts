import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStore } from '../../bot/cli/store-commands.js';
import { parseConfig } from '../../bot/config.js';
import { Database } from '../../bot/state/sqlite/database.js';
import { SqliteStore } from '../../bot/state/sqlite/sqlite-store.js';
import { serve, type Served } from '../support/serve.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { silentLog } from '../support/silent-log.js';
import { stallAfter } from '../support/stalling-redis.js';
import { beginTalk, hear, hearUntil, insist, say, ticketNumbers, type HttpTalk } from '../support/talk.js';

let redis: TestRedis;
let count = 0;
const folders: string[] = [];
const running: Served[] = [];
const KEY = { DATA_KEY: 'k'.repeat(40), DIRECT_LINE_SECRET: 's'.repeat(40) };

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const served of running.splice(0)) await served.stop();
});
afterAll(async () => {
  await redis.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Environment = Readonly<Record<string, string>>;

function place(): Environment & { readonly DATA_DIR: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ml-store-'));
  folders.push(folder);
  return { ...KEY, DATA_DIR: join(folder, 'data') };
}

function onRedis(data: Environment = place()): Environment {
  return { ...data, REDIS_URL: redis.url, REDIS_NAME: `move-${String((count += 1))}` };
}

async function start(environment: Environment): Promise<Served> {
  const served = await serve(environment);
  running.push(served);
  return served;
}

async function stop(served: Served): Promise<void> {
  running.splice(running.indexOf(served), 1);
  await served.stop();
}

async function store(environment: Environment, ...args: readonly string[]): Promise<{ code: number; text: string }> {
  const parsed = parseConfig(environment);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const lines: string[] = [];
  const code = await runStore({
    args,
    config: parsed.config,
    log: silentLog,
    now: () => new Date('2026-11-21T09:00:00.000Z'),
    print: (line) => lines.push(line),
  });
  return { code, text: lines.join('\n') };
}

/** A mentor who was promised an answer. */
async function promised(origin: string): Promise<{ talk: HttpTalk; number: number | undefined }> {
  const talk = await beginTalk(origin);
  // As the page does: what is not taken (a backup holds the store up for a moment) is sent again.
  for (const words of ['iets waar niemand iets van weet', 'coach'])
    await insist(async () => {
      if (!(await say(origin, talk, words, words)).ok) throw new Error('not taken');
    });
  const heard = await hearUntil(origin, talk, 4);
  return { talk, number: ticketNumbers(heard)[0] };
}

/** The same mentor, at whatever helpline this is: his words are there, and his question too. */
async function knows(origin: string, talk: HttpTalk, number: number | undefined): Promise<void> {
  const before = (await hear(origin, talk)).length;
  expect(before).toBeGreaterThanOrEqual(4);
  await say(origin, talk, 'mijn vragen');
  expect(ticketNumbers((await hearUntil(origin, talk, before + 2)).slice(before))).toEqual([number]);
}

describe('backup and restore', () => {
  test('a backup made while the helpline runs, restored into a fresh place, answers on', async () => {
    const here = place();
    const served = await start(here);
    const mentor = await promised(served.origin);
    const file = join(here.DATA_DIR, 'backup.gz');
    const made = await store(here, 'backup', file);
    expect(made).toMatchObject({ code: 0 });
    expect(made.text).toMatch(/ {2}ticket: 1\n/);
    await promised(served.origin);
    await stop(served);

    const there = place();
    expect(await store(there, 'restore', file)).toMatchObject({ code: 0 });
    expect(await store(there, 'check')).toMatchObject({ code: 0 });
    const again = await start(there);
    await knows(again.origin, mentor.talk, mentor.number);
    // The number after the last one that was given: none is given twice.
    expect((await promised(again.origin)).number).toBe((mentor.number ?? 0) + 1);
  });

  test('a backup of Redis restores into SQLite and back, also while mentors write', async () => {
    const here = onRedis();
    const served = await start(here);
    const mentor = await promised(served.origin);
    const file = join(here.DATA_DIR ?? '', 'backup.gz');
    const [made] = await Promise.all([
      store(here, 'backup', file),
      ...Array.from({ length: 10 }, () => promised(served.origin)),
    ]);
    expect(made).toMatchObject({ code: 0 });
    expect((await hear(served.origin, mentor.talk)).length).toBe(4);
    await stop(served);
    const sqlite = place();
    const back = onRedis();
    expect(await store(sqlite, 'restore', file)).toMatchObject({ code: 0 });
    expect(await store(sqlite, 'check')).toMatchObject({ code: 0 });
    expect(await store(back, 'restore', file)).toMatchObject({ code: 0 });
    expect(await store(back, 'check')).toMatchObject({ code: 0 });
    await knows((await start(back)).origin, mentor.talk, mentor.number);
  });

  test('a backup that is cut off, changed or something else is refused, and nothing is written', async () => {
    const here = place();
    const served = await start(here);
    await promised(served.origin);
    const file = join(here.DATA_DIR, 'backup.gz');
    await store(here, 'backup', file);
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    changed[Math.floor(whole.length / 2)]! ^= 0xff;
    for (const bad of [whole.subarray(0, whole.length - 200), changed, Buffer.from('geen backup'), Buffer.alloc(0)]) {
      const there = place();
      const path = join(folders.at(-1) ?? '', 'bad.gz');
      writeFileSync(path, bad);
      expect(await store(there, 'restore', path)).toEqual({
        code: 1,
        text: expect.stringContaining('niet bruikbaar'),
      });
      expect(existsSync(join(there.DATA_DIR, 'mentorlijn.sqlite'))).toBe(false);
    }
    expect(await store(here, 'check', file)).toMatchObject({ code: 0 });
  });

  test('without the key of then nothing is restored, and it says which key is missing', async () => {
    const here = place();
    await stop(await start(here));
    const file = join(here.DATA_DIR, 'backup.gz');
    await store(here, 'backup', file);
    const there = { ...place(), DATA_KEY: 'x'.repeat(40) };
    expect(await store(there, 'restore', file)).toEqual({ code: 1, text: expect.stringContaining('DATA_KEY') });
    expect(await store({ ...there, DATA_KEY_OLD: KEY.DATA_KEY }, 'restore', file)).toMatchObject({ code: 0 });
  });

  test('what is there is not overwritten; with --replace it is set aside', async () => {
    const here = place();
    const served = await start(here);
    await promised(served.origin);
    const file = join(here.DATA_DIR, 'backup.gz');
    await store(here, 'backup', file);
    expect(await store(here, 'restore', file, '--replace')).toEqual({
      code: 1,
      text: expect.stringContaining('draait nog'),
    });
    await stop(served);
    expect(await store(here, 'restore', file)).toEqual({ code: 1, text: expect.stringContaining('--replace') });
    expect(await store(here, 'restore', file, '--replace')).toMatchObject({ code: 0 });
    expect(existsSync(join(here.DATA_DIR, 'mentorlijn.sqlite.2026-11-21T09-00-00-000Z.old'))).toBe(true);
    await start(here);
  });
});

describe('move', () => {
  test('from SQLite to Redis and back, everything counted, and no start on the old copy', async () => {
    const data = place();
    const both = onRedis(data);
    const first = await start(data);
    const mentor = await promised(first.origin);
    expect(await store(both, 'move', '--from', 'sqlite', '--to', 'redis')).toEqual({
      code: 1,
      text: expect.stringContaining('draait nog'),
    });
    await stop(first);
    const moved = await store(both, 'move', '--from', 'sqlite', '--to', 'redis');
    expect(moved.code).toBe(0);
    expect(moved.text).toMatch(/ {2}ticket: 1\n/);
    await expect(start(data)).rejects.toThrow(/verhuisd naar redis/);

    const second = await start(both);
    await knows(second.origin, mentor.talk, mentor.number);
    expect((await store(both, 'move', '--from', 'redis', '--to', 'sqlite', '--replace')).text).toContain('draait nog');
    await stop(second);
    expect((await store(both, 'move', '--from', 'redis', '--to', 'sqlite')).text).toContain('--replace');
    expect(await store(both, 'move', '--from', 'redis', '--to', 'sqlite', '--replace')).toMatchObject({ code: 0 });
    await expect(start(both)).rejects.toThrow(/verhuisd naar sqlite/);
    await knows((await start(data)).origin, mentor.talk, mentor.number);
  });

  test('a move that is killed half-way leaves the old store as it was, and the next one finishes', async () => {
    const data = place();
    const both = onRedis(data);
    const first = await start(data);
    const mentor = await promised(first.origin);
    for (let n = 0; n < 300; n += 1)
      await first.app.deps.store.commit({
        puts: [{ kind: 'setting', id: `s${String(n)}`, body: { n }, expect: 'absent', indexes: { all: String(n) } }],
        appends: [{ log: `log:${String(n)}`, body: { text: 'x'.repeat(5_000) } }],
      });
    await stop(first);
    // The lines alone are 1.5 MB.
    const stalling = await stallAfter(500_000, redis);
    const cli = spawn(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'bot/cli/store.ts', 'move', '--from', 'sqlite', '--to', 'redis'],
      {
        cwd: join(import.meta.dirname, '../..'),
        env: { ...process.env, ...both, REDIS_URL: stalling.url },
        stdio: 'ignore',
        detached: true,
      },
    );
    const gone = once(cli, 'exit');
    await stalling.stalled;
    process.kill(-(cli.pid ?? 0), 'SIGKILL');
    await gone;
    stalling.stop();
    await expect(start(both)).rejects.toThrow(/niet afgewerkt/);
    expect(await store(both, 'move', '--from', 'sqlite', '--to', 'redis')).toMatchObject({ code: 0 });
    await knows((await start(both)).origin, mentor.talk, mentor.number);
  });
});

describe('damage', () => {
  /** A data folder as a crash leaves it: the newest commits only in the -wal; `flushed`: all in the file itself. */
  async function crashed(flushed = false): Promise<Environment & { readonly DATA_DIR: string }> {
    const [here, copy] = [place(), place()];
    mkdirSync(here.DATA_DIR, { recursive: true });
    const open = new SqliteStore(file(here));
    for (let n = 0; n < 20; n += 1)
      await open.commit({
        puts: [{ kind: 'setting', id: String(n), body: { text: 'x'.repeat(500) }, expect: 'absent' }],
      });
    if (flushed) await open.close();
    cpSync(here.DATA_DIR, copy.DATA_DIR, { recursive: true });
    if (!flushed) await open.close();
    return copy;
  }
  const file = (data: { readonly DATA_DIR: string }, end = ''): string =>
    join(data.DATA_DIR, `mentorlijn.sqlite${end}`);
  const edit = (path: string, change: (bytes: Buffer) => Uint8Array): void =>
    writeFileSync(path, change(readFileSync(path)));
  const flip = (bytes: Buffer): Uint8Array => {
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64);
    return bytes;
  };

  type Harm = (data: { readonly DATA_DIR: string }) => void;
  test.each<readonly [string, boolean, Harm, RegExp]>([
    [
      'the -wal is cut off',
      false,
      (data) => edit(file(data, '-wal'), (wal) => wal.subarray(0, -30_000)),
      /ontbreken de laatste/,
    ],
    ['the -wal has lost all', false, (data) => edit(file(data, '-wal'), (wal) => wal.subarray(0, 0)), /is leeg/],
    ['the -wal is gone', false, (data) => rmSync(file(data, '-wal')), /is leeg/],
    ['the -wal is damaged', false, (data) => edit(file(data, '-wal'), flip), /ontbreken de laatste/],
    ['the file is gone', true, (data) => rmSync(file(data)), /is leeg/],
    [
      'the file is cut off',
      true,
      (data) => edit(file(data), (bytes) => bytes.subarray(0, 9_000)),
      /beschadigd|kan niet geopend/,
    ],
    [
      'the file is damaged',
      true,
      (data) => edit(file(data), (bytes) => bytes.fill(0xff, 4_096, 12_000)),
      /beschadigd|kan niet geopend/,
    ],
    [
      'the file is no database',
      true,
      (data) => edit(file(data), () => Buffer.from('geen database '.repeat(500))),
      /kan niet geopend/,
    ],
    [
      'the file is an old copy',
      true,
      (data) => edit(`${file(data)}.seen`, () => Buffer.from('000000000000999\n')),
      /ontbreken de laatste/,
    ],
  ])('%s: the start is refused with the reason, never a silent loss', async (_name, flushed, harm, reason) => {
    const data = await crashed(flushed);
    harm(data);
    await expect(start(data)).rejects.toMatchObject({ name: 'StartRefused', message: expect.stringMatching(reason) });
  });

  test('after a look, somebody may go on with what there is', async () => {
    const data = await crashed();
    writeFileSync(file(data, '-wal'), readFileSync(file(data, '-wal')).subarray(0, -30_000));
    await expect(start(data)).rejects.toThrow(/accept/);
    expect(await store(data, 'accept')).toEqual({
      code: 0,
      text: expect.stringMatching(/\d+ opdrachten zijn verloren/),
    });
    await promised((await start(data)).origin);
  });

  test('check names what does not fit together', async () => {
    const data = await crashed();
    const served = await start(data);
    await served.app.deps.store.commit({
      puts: [
        { kind: 'conversation', id: 'web:x', body: { openTicket: 'nobody' }, expect: 'absent' },
        { kind: 'ticket', id: 'a', body: { number: 5 }, expect: 'absent' },
        { kind: 'ticket', id: 'b', body: { number: 5 }, expect: 'absent' },
      ],
    });
    expect(await store(data, 'check')).toEqual({
      code: 1,
      text: expect.stringMatching(/both have number 5[^]*waits for ticket nobody[^]*2 problemen/),
    });
  });

  test('check names a record that its indexes do not fit', async () => {
    const data = await crashed(true);
    const db = new Database(file(data));
    db.exec(`UPDATE records SET indexes = '{"one":"a"}' WHERE id = '1';
             INSERT INTO record_indexes VALUES ('setting', 'two', 'b', '2'), ('setting', 'three', 'c', 'nobody');`);
    db.close();
    const { code, text } = await store(data, 'check');
    expect(code).toBe(1);
    expect(text).toContain('setting 1 is missing from index one');
    expect(text).toContain('index setting.two points to 2, which is not there');
    expect(text).toContain('index setting.three points to nobody, which is not there');
  });
});

test.each([
  [[]],
  [['backup']],
  [['move', '--from', 'redis']],
  [['move', '--from', 'sqlite', '--to', 'sqlite']],
  [['weg']],
])('a command that is not complete says how: %j', async (args: readonly string[]) => {
  expect(await store(place(), ...args)).toEqual({ code: 1, text: expect.stringMatching(/Gebruik|verschillende/) });
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from '../../bot/state/redis/connect.js';
import { openState } from '../../bot/state/open-store.js';
import { StartRefused } from '../../bot/state/start-refused.js';
import { keyRing } from '../../bot/state/sealed/data-key.js';
import { SealError, sealedCodec } from '../../bot/state/sealed/sealed-codec.js';
import { SqliteStore } from '../../bot/state/sqlite/sqlite-store.js';
import { startRedis } from '../support/redis-server.js';
import { silentLog } from '../support/silent-log.js';
import { Stage } from '../support/stage.js';

const KEY = 'a-data-key-of-at-least-32-characters';
const OTHER = 'another-data-key-of-32-characters-or-more';
const SECRET = 'Zolderkamerverdriet';
const folder = mkdtempSync(join(tmpdir(), 'ml-sealed-'));
let count = 0;
const dataDir = (): string => join(folder, String((count += 1)));
const config = (dir: string, dataKey: string | null = KEY, olderDataKeys: readonly string[] = []) => ({
  dataDir: dir,
  dataKey,
  olderDataKeys,
  redis: null,
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A question to the coach: it ends up in the conversation, the ticket, the transcript, the inbox and the outbox. */
async function askCoach(stage: Stage): Promise<void> {
  await stage.say(`${SECRET}: kan een leerling op zondag helpen?`);
  await stage.press({ do: 'ask-coach' });
}

const everyByte = (dir: string): string =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
    .join('\n');

describe('what is kept is sealed', () => {
  test('the words of an asker are nowhere in the SQLite files', async () => {
    const dir = dataDir();
    const state = await openState(config(dir), silentLog);
    const stage = new Stage(state.store);
    await askCoach(stage);
    expect((await stage.tickets())[0]?.question).toContain(SECRET);
    expect(everyByte(dir)).not.toContain(SECRET);
    await state.close();
    expect(everyByte(dir)).not.toContain(SECRET);
  });

  test('nor in anything Redis holds or writes', async () => {
    const redis = await startRedis();
    const shared = { ...config(dataDir()), redis: { url: redis.url, name: 'sealed', allowVolatile: false } };
    const state = await openState(shared, silentLog);
    await askCoach(new Stage(state.store));
    const client = await connectRedis(redis.url, silentLog);
    await client.save();
    client.disconnect();
    expect(everyByte(redis.folder)).toContain('sealed');
    expect(everyByte(redis.folder)).not.toContain(SECRET);
    await state.close();
    await redis.remove();
  });

  test('rows from before there was a key are read, and sealed when they are written again', async () => {
    const dir = dataDir();
    const first = await openState(config(dir), silentLog);
    await first.close();
    const plain = new SqliteStore(join(dir, 'mentorlijn.sqlite'));
    const put = { kind: 'ticket', id: 't', body: { question: SECRET } } as const;
    await plain.commit({ puts: [{ ...put, expect: 'absent' }], appends: [{ log: 'l', body: put.body }] });
    await plain.close();
    const state = await openState(config(dir), silentLog);
    expect((await state.store.get('ticket', 't'))?.body).toEqual(put.body);
    expect((await state.store.readLog('l', 0, 9))[0]?.body).toEqual(put.body);
    await state.close();
  });

  test('without a key in the environment one is made that only this user may read', async () => {
    const dir = dataDir();
    await (await openState(config(dir, null), silentLog)).close();
    expect(statSync(join(dir, 'data.key')).mode & 0o777).toBe(0o600);
    await (await openState(config(dir, null), silentLog)).close();
  });
});

describe('keys', () => {
  test('a wrong key is refused at start, in words that say what to do', async () => {
    const dir = dataDir();
    await (await openState(config(dir), silentLog)).close();
    const refused = openState(config(dir, OTHER), silentLog);
    await expect(refused).rejects.toBeInstanceOf(StartRefused);
    await expect(refused).rejects.toThrow(/DATA_KEY_OLD/);
    await expect(refused).rejects.not.toThrow(OTHER);
  });

  test('after a change the old key still opens what it sealed, and may not be forgotten', async () => {
    const dir = dataDir();
    const before = await openState(config(dir), silentLog);
    await askCoach(new Stage(before.store));
    await before.close();
    const after = await openState(config(dir, OTHER, [KEY]), silentLog);
    expect((await new Stage(after.store).tickets())[0]?.question).toContain(SECRET);
    await after.close();
    await expect(openState(config(dir, OTHER), silentLog)).rejects.toBeInstanceOf(StartRefused);
  });

  test('a row that was changed or put in the place of another is not believed', () => {
    const codec = sealedCodec(keyRing(KEY));
    const text = codec.encode({ secret: SECRET }, 'r|ticket|1');
    expect(codec.decode(text, 'r|ticket|1')).toEqual({ secret: SECRET });
    expect(() => codec.decode(text, 'r|ticket|2')).toThrow(SealError);
    expect(() => codec.decode(`${text.slice(0, -6)}AAAAAA`, 'r|ticket|1')).toThrow(SealError);
    expect(() => codec.decode(text.slice(0, 20), 'r|ticket|1')).toThrow(SealError);
    expect(() => sealedCodec(keyRing(OTHER)).decode(text, 'r|ticket|1')).toThrow(/not at hand/);
  });

  test('the same words are never sealed alike', () => {
    const codec = sealedCodec(keyRing(KEY));
    expect(codec.encode({ a: 1 }, 'p')).not.toBe(codec.encode({ a: 1 }, 'p'));
  });
});

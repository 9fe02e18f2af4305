import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { Redis } from 'ioredis';
import { join } from 'node:path';
import { assemble } from '../../bot/assemble.js';
import { parseConfig, type Config } from '../../bot/config.js';
import { runStore } from '../../bot/cli/store-commands.js';
import { startProblem } from '../../bot/start-problem.js';
import { TEXTS } from '../../handlers/texts.js';
import { eventually } from '../support/eventually.js';
import { hearingLog } from '../support/hearing-log.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';
import { silentLog } from '../support/silent-log.js';
import { tableKnowledge } from '../support/table-knowledge.js';
import { beginTalk, say } from '../support/talk.js';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.remove());

/** What a newer release does to the data, and all that is kept, for each store. */
interface Data {
  upgrade(): Promise<void>;
  everything(): Promise<unknown>;
}

function sqliteData(file: string): Data {
  const open = <T>(work: (db: InstanceType<typeof DatabaseSync>) => T): Promise<T> => {
    const db = new DatabaseSync(file);
    try {
      return Promise.resolve(work(db));
    } finally {
      db.close();
    }
  };
  return {
    upgrade: () =>
      open((db) => {
        db.exec('PRAGMA user_version = 99');
      }),
    everything: () =>
      open((db) =>
        ['records', 'log_lines', 'counters'].map((table) => db.prepare(`SELECT * FROM ${table}`).all() as unknown[]),
      ),
  };
}

function redisData(name: string): Data {
  const open = async <T>(work: (client: Redis) => Promise<T>): Promise<T> => {
    const client = new Redis(redis.url);
    try {
      return await work(client);
    } finally {
      client.disconnect();
    }
  };
  return {
    upgrade: () =>
      open(async (client) => {
        await client.hset(`{${name}}:mark`, 'layout', '2');
      }),
    everything: () =>
      open(async (client) => {
        const keys = (await client.keys(`{${name}}:1:*`)).sort();
        return Promise.all(keys.map(async (key) => [key, (await client.dumpBuffer(key)).toString('base64')]));
      }),
  };
}

describe.each(['SQLite', 'Redis'])('a newer release takes over the data in %s', (store) => {
  const log = hearingLog();
  const keys = { DATA_KEY: 'k'.repeat(40), DIRECT_LINE_SECRET: 's'.repeat(40) };
  const environment = () => ({ ...keys, ...(store === 'Redis' ? { REDIS_URL: redis.url, REDIS_NAME: 'later' } : {}) });
  let helpline: Served;
  let data: Data;

  /** The settings of the same release, started again. */
  function config(): Config {
    const folders = { DATA_DIR: join(helpline.folder, 'data'), KNOWLEDGE_DIR: join(helpline.folder, 'knowledge') };
    const parsed = parseConfig({ ...environment(), ...folders, CACHE_DIR: join(helpline.folder, 'cache') });
    if (!parsed.ok) throw new Error(parsed.problems.join());
    return parsed.config;
  }

  beforeAll(async () => {
    helpline = await serve(environment(), { log });
    data = store === 'Redis' ? redisData('later') : sqliteData(join(helpline.folder, 'data/mentorlijn.sqlite'));
  });
  afterAll(() => helpline.stop());

  test('a process that runs on notices, and writes and promises nothing more', async () => {
    const talk = await beginTalk(helpline.origin);
    expect((await say(helpline.origin, talk, 'iets waar niemand iets van weet', 'one')).ok).toBe(true);
    await helpline.app.outbox.idle();
    await data.upgrade();
    const before = await data.everything();
    const answer = await say(helpline.origin, talk, 'coach', 'two');
    const { error, activities } = (await answer.json()) as { error: object; activities: readonly { text: string }[] };
    expect([answer.status, error]).toMatchObject([503, { code: 'store-unavailable' }]);
    expect(activities[0]?.text).toContain(TEXTS.storeAway);
    const { store: kept } = helpline.app.deps;
    await expect(kept.nextNumber('ticket')).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(kept.sweep(new Date('2099-01-01'))).rejects.toMatchObject({ code: 'store-unavailable' });
    // What it would read of the old is not the truth either.
    await expect(kept.count({ kind: 'ticket', index: 'created' })).rejects.toThrow();
    expect(await data.everything()).toEqual(before);
    await eventually(async () => {
      const ready = await fetch(`${helpline.origin}/readyz`);
      expect([ready.status, await ready.json()]).toMatchObject([503, { store: 'newer' }]);
    });
    expect(log.lines.filter((line) => line.includes('"event":"store-newer"'))).toHaveLength(1);
  });

  test('an older release does not start on it, and says in one line why', async () => {
    const refused: unknown = await assemble(config(), { log: silentLog, knowledge: tableKnowledge }).catch(
      (error: unknown) => error,
    );
    expect(startProblem(refused)).toMatch(/^[^\n]*deze versie kent er maar tot \d+\. Start een nieuwere versie[^\n]*$/);
  });

  test('nor does it make a backup of it', async () => {
    const file = join(helpline.folder, 'backup.ml');
    const order = { args: ['backup', file], config: config(), log: silentLog, now: () => new Date() };
    await expect(runStore({ ...order, print: () => undefined })).rejects.toThrow(/Start een nieuwere versie/);
  });
});

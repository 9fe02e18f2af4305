import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { connectRedis } from '../../bot/state/redis/connect.js';
import { RedisStore } from '../../bot/state/redis/redis-store.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { serve } from '../support/serve.js';
import { silentLog } from '../support/silent-log.js';
import { beginTalk, hearUntil, say, ticketNumbers } from '../support/talk.js';
import { lockContract } from './lock.contract.js';
import { outboxContract } from './outbox.contract.js';
import { storeContract } from './store.contract.js';

/** A Redis in cluster mode that holds every slot: it refuses each command whose keys are not all in one. */
const folder = mkdtempSync(join(tmpdir(), 'ml-cluster-'));
let port = 0;
let child: ChildProcess;
let count = 0;

beforeAll(async () => {
  port = await freePort();
  const options = { '--port': String(port), '--bind': '127.0.0.1', '--dir': folder, '--save': '', '--appendonly': 'yes', '--appendfsync': 'always', '--cluster-enabled': 'yes' }; // prettier-ignore
  child = spawn(process.env.REDIS_SERVER ?? 'redis-server', Object.entries(options).flat(), { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
  await eventually(async () => expect(await client.call('CLUSTER', 'INFO')).toContain('cluster_state:ok'));
  client.disconnect();
});
afterAll(async () => {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

const url = (): string => `redis://127.0.0.1:${String(port)}`;
const open = async (): Promise<RedisStore> =>
  new RedisStore(await connectRedis(url(), silentLog), `slot-${String((count += 1))}`);

storeContract('Redis in cluster mode', open);
lockContract('Redis in cluster mode', open);
outboxContract('Redis in cluster mode', open);

describe('a helpline on a Redis in cluster mode', () => {
  test('serves mentors, and keeps everything of one installation in one slot', async () => {
    const served = await serve({ REDIS_URL: url(), REDIS_NAME: 'een-slot', DATA_KEY: 'k'.repeat(40) });
    const watcher = new Redis(port, '127.0.0.1');
    try {
      const talk = await beginTalk(served.origin);
      await say(served.origin, talk, 'iets waar niemand iets van weet');
      await say(served.origin, talk, 'coach');
      expect(ticketNumbers(await hearUntil(served.origin, talk, 4))).toEqual([1001]);
      const keys = (await watcher.keys('*')).filter((key) => !key.startsWith('{slot-'));
      expect(keys.filter((key) => key.includes(':limit:')).length).toBeGreaterThan(0);
      expect(keys.filter((key) => !key.startsWith('{een-slot}:'))).toEqual([]);
    } finally {
      watcher.disconnect();
      await served.stop();
    }
  });
});

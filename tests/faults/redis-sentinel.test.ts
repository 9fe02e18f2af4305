import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectRedis } from '../../bot/state/redis/connect.js';
import { RedisStore } from '../../bot/state/redis/redis-store.js';
import { lockContract } from '../contracts/lock.contract.js';
import { storeContract } from '../contracts/store.contract.js';
import { serve } from '../support/serve.js';
import { silentLog } from '../support/silent-log.js';
import { beginTalk, hearUntil, insist, say, ticketNumbers, type HttpTalk } from '../support/talk.js';
import { TlsRedis, type TlsProcess } from '../support/tls-redis.js';

let tls: TlsRedis;
let primary: TlsProcess;
let replica: TlsProcess;
let sentinel: TlsProcess;
let count = 0;

beforeAll(async () => {
  tls = new TlsRedis();
  primary = await tls.redis();
  replica = await tls.redis(primary);
  sentinel = await tls.sentinel('hulplijn', primary);
});
afterAll(() => tls.remove());

const direct = (): string => `rediss://127.0.0.1:${String(primary.port)}`;
const through = (): string => `rediss+sentinel://127.0.0.1:${String(sentinel.port)}/hulplijn`;
const open = (url: () => string) => async (): Promise<RedisStore> =>
  new RedisStore(await connectRedis({ url: url(), caFile: tls.caFile }, silentLog), `tls-${String((count += 1))}`);

storeContract('Redis over TLS', open(direct));
storeContract('Redis over TLS, found by Sentinel', open(through));
lockContract('Redis over TLS, found by Sentinel', open(through));

test('a Redis whose certificate nobody vouches for is not spoken to', async () => {
  await expect(connectRedis({ url: direct(), caFile: null }, silentLog)).rejects.toThrow();
});

describe('the primary dies and Sentinel makes the replica the primary', () => {
  async function askCoach(origin: string, talk: HttpTalk): Promise<readonly (number | undefined)[]> {
    for (const text of ['iets waar niemand iets van weet', 'coach'])
      await insist(async () => {
        if (!(await say(origin, talk, text, text)).ok) throw new Error('not taken');
      });
    return ticketNumbers(await hearUntil(origin, talk, 4));
  }

  /** The replica has all that the primary confirmed: then nothing may be lost. */
  async function followed(): Promise<void> {
    const client = tls.client(primary.port);
    await insist(async () => {
      const info = await client.info('replication');
      const own = /master_repl_offset:(\d+)/.exec(info)?.[1];
      if (own === undefined || !info.includes(`state=online,offset=${own}`)) throw new Error('behind');
    });
    client.disconnect();
  }

  test('the ticket of before stands, and the line takes and numbers the next', async () => {
    const served = await serve({
      REDIS_URL: through(),
      REDIS_CA_FILE: tls.caFile,
      REDIS_NAME: 'wissel',
      DATA_KEY: 'k'.repeat(40),
    });
    try {
      const [before, after] = [await beginTalk(served.origin), await beginTalk(served.origin)];
      const [first] = await askCoach(served.origin, before);
      await followed();
      await primary.kill();
      const [second] = await askCoach(served.origin, after);
      expect([first, second]).toEqual([1001, 1002]);
      expect(ticketNumbers(await hearUntil(served.origin, before, 4))).toEqual([1001]);
      expect(await served.app.deps.store.count({ kind: 'ticket', index: 'created' })).toBe(2);
      expect((await fetch(`${served.origin}/readyz`)).status).toBe(200);
      const now = tls.client(replica.port);
      expect(await now.info('replication')).toContain('role:master');
      now.disconnect();
    } finally {
      await served.stop();
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectRedis, persistenceProblem, redisLiveUpdates } from '../../bot/state/redis/connect.js';
import type { Codec } from '../../bot/state/codec.js';
import { RedisStore } from '../../bot/state/redis/redis-store.js';
import { keyRing } from '../../bot/state/sealed/data-key.js';
import { sealedCodec } from '../../bot/state/sealed/sealed-codec.js';
import { eventually } from '../support/eventually.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { silentLog } from '../support/silent-log.js';
import { lockContract } from './lock.contract.js';
import { outboxContract } from './outbox.contract.js';
import { storeContract } from './store.contract.js';

let server: TestRedis;
let count = 0;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.remove());

const open = async (name = `t${String((count += 1))}`, codec?: Codec): Promise<RedisStore> =>
  new RedisStore(await connectRedis(server.url, silentLog), name, codec);

storeContract('Redis', () => open());
storeContract('sealed Redis', () => open(undefined, sealedCodec(keyRing('k'.repeat(32)))));
lockContract('Redis', () => open());
outboxContract('Redis', () => open());

describe('Redis', () => {
  test('what was committed survives kill -9 of the server', async () => {
    const store = await open('survivor');
    for (let n = 0; n < 50; n += 1)
      await store.commit({
        puts: [{ kind: 'ticket', id: String(n), body: { n }, expect: 'absent', indexes: { all: 'x' } }],
      });
    await server.kill();
    await expect(store.get('ticket', '1')).rejects.toMatchObject({ code: 'store-unavailable' });
    await server.start();
    await eventually(async () => expect(await store.count({ kind: 'ticket', index: 'all' })).toBe(50));
    await store.close();
  });

  test('two processes hear each other', async () => {
    const [a, b] = await Promise.all([connectRedis(server.url, silentLog), connectRedis(server.url, silentLog)]);
    const [here, there] = await Promise.all([
      redisLiveUpdates(a, 'live', silentLog),
      redisLiveUpdates(b, 'live', silentLog),
    ]);
    const heard = new Promise((done) => there.subscribe('tickets', done));
    here.publish('tickets', 'id1');
    expect(await heard).toBe('id1');
    await Promise.all([here.close(), there.close()]);
    a.disconnect();
    b.disconnect();
  });

  test('a Redis that keeps nothing on disk is recognised', async () => {
    const careless = await startRedis(['--appendonly', 'no']);
    const lazy = await startRedis(['--appendonly', 'yes', '--appendfsync', 'everysec']);
    const clients = await Promise.all([careless, lazy, server].map(({ url }) => connectRedis(url, silentLog)));
    const said = await Promise.all(clients.map(persistenceProblem));
    expect(said).toEqual([expect.stringContaining('appendonly'), expect.stringContaining('everysec'), null]);
    for (const client of clients) client.disconnect();
    await Promise.all([careless.remove(), lazy.remove()]);
  });
});

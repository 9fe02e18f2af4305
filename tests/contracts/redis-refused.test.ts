import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve } from '../support/serve.js';

const SHARED = { REDIS_NAME: 'vluchtig', DATA_KEY: 'k'.repeat(40) };
let careless: TestRedis;
let lazy: TestRedis;
beforeAll(async () => {
  [careless, lazy] = await Promise.all([
    startRedis(['--appendonly', 'no']),
    startRedis(['--appendonly', 'yes', '--appendfsync', 'everysec']),
  ]);
});
afterAll(() => Promise.all([careless.remove(), lazy.remove()]));

test.each([
  ['keeps no file', () => careless, /appendonly yes.*ALLOW_VOLATILE_REDIS/s],
  ['writes its file once a second', () => lazy, /appendfsync always.*ALLOW_VOLATILE_REDIS/s],
])('a start on a Redis that %s is refused, unless somebody said that nothing has to last', async (_what, of, why) => {
  const environment = { ...SHARED, REDIS_URL: of().url };
  await expect(serve(environment)).rejects.toMatchObject({
    name: 'StartRefused',
    message: expect.stringMatching(why),
  });
  const served = await serve({ ...environment, ALLOW_VOLATILE_REDIS: 'true' });
  expect((await fetch(`${served.origin}/readyz`)).status).toBe(200);
  await served.stop();
});

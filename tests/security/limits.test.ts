import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve } from '../support/serve.js';
import { beginTalk, say } from '../support/talk.js';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

const KEYS = { DATA_KEY: 'k'.repeat(40), DIRECT_LINE_SECRET: 's'.repeat(40) };

describe.each(['this process', 'Redis'])('limits counted in %s', (where) => {
  const shared = () => (where === 'Redis' ? { REDIS_URL: redis.url, REDIS_NAME: 'limits' } : {});

  test('a request that two limits count is counted once by each', async () => {
    const before = await serve({ ...KEYS, ...shared() });
    const talk = await beginTalk(before.origin);
    await before.stop();
    // The library looks at the first request of a limiter only, and says what it finds on the console.
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const served = await serve({ ...KEYS, ...shared(), REQUESTS_PER_MINUTE: '10', MESSAGES_PER_MINUTE: '2' });
    const login = await fetch(`${served.origin}/desk/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(login.status).toBe(400);
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await say(served.origin, talk, 'hallo', `m${String(n)}`)).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(said.mock.calls).toEqual([]);
    await served.stop();
  });
});

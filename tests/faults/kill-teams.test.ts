import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { buildCrashServer, CrashingHelpline } from '../support/crashing-helpline.js';
import { until } from '../support/eventually.js';
import { FakeConnector } from '../support/fake-connector.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';

/** Where the process dies. Only between the connector's yes and our own note of it can a message go twice. */
const POINTS = [
  ['receive:after', 1],
  ['turn:before', 1],
  ['turn:after', 1],
  ['deliver:before', 2],
  ['deliver:after', 1],
] as const;

let redis: TestRedis;
beforeAll(async () => {
  await buildCrashServer();
  redis = await startRedis();
});
afterAll(() => redis.remove());

/** One question in Teams; what its asker read once nothing waits any more. */
async function askOver(point: string, environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const connector = new FakeConnector();
  const serviceUrl = await connector.start();
  const helpline = new CrashingHelpline({ ALLOW_ANONYMOUS_BOT: 'true', ...environment });
  try {
    await helpline.start(point);
    const post = fetch(`${helpline.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'one',
        channelId: 'msteams',
        serviceUrl,
        conversation: { id: 'talk', conversationType: 'personal', tenantId: 'tenant' },
        from: { id: '29:jan', name: 'Jan', aadObjectId: 'oid-jan' },
        recipient: { id: '28:bot', name: 'Mentorlijn' },
        text: 'moet ik dimona doen',
      }),
    });
    await post.catch(() => null);
    await until(() => helpline.deaths === 1, 'its end');
    await helpline.start('');
    await until(async () => {
      const text = await (await fetch(`${helpline.origin}/metrics`)).text();
      return text.includes('mentorlijn_outbox_waiting 0\n') && connector.heard.length > 0;
    }, 'an empty outbox');
    return connector.heard.map(({ body }) => JSON.stringify(body));
  } finally {
    await helpline.remove();
    connector.stop();
  }
}

describe.each(['SQLite', 'Redis'])('kill -9 while Teams is answered, with %s', (store) => {
  const runs = new Map<string, Promise<readonly string[]>>();
  beforeAll(() => {
    for (const [point] of POINTS)
      runs.set(
        point,
        askOver(point, store === 'Redis' ? { REDIS_URL: redis.url, REDIS_NAME: point.replace(':', '-') } : {}),
      );
  });
  afterAll(() => Promise.allSettled(runs.values()));

  test.each(POINTS)('at %s: the answer comes, and one that may be a second says so', async (point, times) => {
    const heard = (await runs.get(point)) ?? [];
    expect(heard.filter((body) => body.includes('Ja, voor hij begint.'))).toHaveLength(times);
    expect(heard.filter((body) => body.includes(TEXTS.perhapsTwice))).toHaveLength(times - 1);
  });
});

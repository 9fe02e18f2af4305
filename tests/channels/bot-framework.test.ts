import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { FakeConnector } from '../support/fake-connector.js';
import { serve, type Served } from '../support/serve.js';

const connector = new FakeConnector();
let serviceUrl = '';
beforeAll(async () => {
  serviceUrl = await connector.start();
});
afterAll(() => {
  connector.stop();
});
afterEach(() => {
  connector.heard.length = 0;
  connector.faults.length = 0;
});

let count = 0;
const activity = (text: string, more: object = {}): object => ({
  type: 'message',
  id: `a${String((count += 1))}`,
  channelId: 'emulator',
  serviceUrl,
  conversation: { id: 'talk-1' },
  from: { id: 'me', name: 'Jan' },
  recipient: { id: 'bot' },
  text,
  ...more,
});

async function post(served: Served, body: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(`${served.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

describe('without an app id', () => {
  test('the address is closed and says why', async () => {
    const served = await serve();
    const { status, text } = await post(served, activity('dimona'));
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'not-allowed' } });
    await served.stop();
  });
});

describe('in development, opened outright', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ ALLOW_ANONYMOUS_BOT: 'true' });
  });
  afterAll(() => served.stop());

  test('a question is answered at the service URL', async () => {
    expect((await post(served, activity('moet ik dimona doen'))).status).toBe(200);
    const [answer] = await connector.until(1);
    expect(answer?.path).toContain('/v3/conversations/talk-1/activities');
    expect(answer?.body.text).toContain('Ja, voor hij begint.');
  });

  test('the same activity twice is answered once', async () => {
    const same = activity('moet ik dimona doen');
    await Promise.all([post(served, same), post(served, same)]);
    await connector.until(1);
    await served.app.outbox.idle();
    expect(connector.heard).toHaveLength(1);
  });

  test('a send that fails is sent later, once', async () => {
    connector.faults.push(500, 429);
    await post(served, activity('moet ik dimona doen'));
    const heard = await connector.until(1);
    expect(heard).toHaveLength(1);
  });

  test.each([
    ['another service URL', { serviceUrl: 'https://evil.example/' }, 403],
    ['no service URL', { serviceUrl: undefined }, 403],
  ])('%s is refused', async (_name, more, status) => {
    expect((await post(served, activity('dimona', more))).status).toBe(status);
    expect(connector.heard).toEqual([]);
  });

  test.each([[null], ['text'], [[]], [{}]])('%j is no activity', async (body) => {
    expect([400, 403]).toContain((await post(served, body)).status);
  });
});

describe('with an app id', () => {
  test('an activity without a token is refused', async () => {
    const served = await serve({
      MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000001',
      MICROSOFT_APP_PASSWORD: 'p',
      MICROSOFT_APP_TENANT_ID: 't',
    });
    expect(
      (
        await post(
          served,
          activity('dimona', { serviceUrl: 'https://smba.trafficmanager.net/emea/', channelId: 'msteams' }),
        )
      ).status,
    ).toBe(401);
    await served.stop();
  });
});

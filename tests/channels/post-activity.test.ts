import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { keepClients, type Connector } from '../../bot/channels/connectors.js';
import { ActivityPost } from '../../bot/channels/post-activity.js';
import { DeliveryError } from '../../bot/deliverer.js';

interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly text?: string };
}

let answers: { readonly status: number; readonly headers?: Record<string, string>; readonly hangUp?: true }[] = [];
let heard: Heard[] = [];
let serviceUrl = '';
const server: Server = createServer((request, response) => {
  let text = '';
  request.on('data', (data: Buffer) => (text += data.toString()));
  request.on('end', () => {
    const answer = answers.shift() ?? { status: 200 };
    if (answer.hangUp) {
      request.socket.resetAndDestroy();
      return;
    }
    heard.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) as Heard['body'] });
    response.writeHead(answer.status, answer.headers).end('{}');
  });
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  serviceUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
afterEach(() => {
  answers = [];
  heard = [];
});

const signing = {
  credentials: {
    signRequest: (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', 'Bearer token-1');
      return Promise.resolve(request);
    },
  },
} as unknown as Connector;

const post = new ActivityPost();
const send = (more: object = {}): Promise<void> =>
  post.send(signing, { type: 'message', text: 'hallo', serviceUrl, conversation: { id: 'a/b' } as never, ...more });

describe('posting an activity', () => {
  test('signs it and sends it to its conversation', async () => {
    await send();
    await send({ replyToId: 'm 1' });
    expect(heard.map(({ path }) => path)).toEqual([
      '/v3/conversations/a%2Fb/activities',
      '/v3/conversations/a%2Fb/activities/m%201',
    ]);
    expect(heard[0]?.headers.authorization).toBe('Bearer token-1');
    expect(heard[0]?.body.text).toBe('hallo');
  });

  test.each([
    [403, {}, { code: 'status-403', permanent: true, retryAfterMs: null }],
    [500, {}, { code: 'status-500', permanent: false, retryAfterMs: null }],
    [429, { 'retry-after': '7' }, { code: 'status-429', permanent: false, retryAfterMs: 7_000 }],
  ])('a refusal with %i says whether another try can help', async (status, headers, expected) => {
    answers = [{ status, headers }];
    await expect(send()).rejects.toMatchObject(expected);
  });

  test('a kept connection that was closed meanwhile is no failure', async () => {
    await send();
    answers = [{ status: 0, hangUp: true }];
    await send();
    expect(heard).toHaveLength(2);
  });

  test('nobody there is a failure to be tried again', async () => {
    const failure = await send({ serviceUrl: 'http://127.0.0.1:9' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeliveryError);
    expect(failure).toMatchObject({ code: 'unreachable', permanent: false });
  });
});

test('one client serves every conversation of a service URL and an app', async () => {
  const kept = keepClients(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppType: 'MultiTenant' }));
  const activity = { type: 'message', channelId: 'emulator', serviceUrl } as never;
  const [first, second] = [await kept.authenticateRequest(activity, ''), await kept.authenticateRequest(activity, '')];
  const of = (caller: typeof first, url: string): Promise<Connector> | undefined =>
    caller.connectorFactory?.create(url, caller.audience);
  expect(await of(first, serviceUrl)).toBe(await of(second, serviceUrl));
  expect(await of(first, serviceUrl)).not.toBe(await of(second, 'http://127.0.0.1:9'));
});

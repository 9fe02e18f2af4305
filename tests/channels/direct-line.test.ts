import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import WebSocket from 'ws';
import { until } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly resume: string;
}

async function call<T = Record<string, unknown>>(
  method: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<{ status: number; body: T }> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    'content-type': 'application/json',
  };
  const response = await fetch(`${served.origin}/v3/directline${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

async function start(): Promise<Started> {
  const { body } = await call<Started>('POST', '/tokens/generate', undefined, {});
  return (await call<Started>('POST', '/conversations', body.token)).body;
}

interface Page {
  readonly activities: readonly {
    readonly id: string;
    readonly type: string;
    readonly text: string;
    readonly from: { readonly id: string };
    readonly channelData?: { clientActivityID?: string };
    readonly suggestedActions?: { actions: { title: string; value: string }[] };
  }[];
  readonly watermark: string;
}

const say = (to: Started, text: string, clientActivityID?: string) =>
  call('POST', `/conversations/${to.conversationId}/activities`, to.token, {
    type: 'message',
    text,
    from: { id: 'me' },
    ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
  });
const read = async (from: Started, watermark = '') =>
  (await call<Page>('GET', `/conversations/${from.conversationId}/activities?watermark=${watermark}`, from.token)).body;

describe('Direct Line over real HTTP', () => {
  test('a question comes back as an echo and an answer, with buttons', async () => {
    const talk = await start();
    expect((await say(talk, 'moet ik dimona doen', 'c1')).status).toBe(200);
    const { activities, watermark } = await read(talk);
    expect(activities.map(({ from }) => from.id)).toEqual([expect.stringMatching(/^dl_/), 'mentorlijn']);
    expect(activities[0]?.channelData?.clientActivityID).toBe('c1');
    expect(activities[1]?.text).toContain('Ja, voor hij begint.');
    expect(activities[1]?.suggestedActions?.actions[0]).toMatchObject({
      title: 'Geholpen',
      value: 'helped:dimona-doen',
    });
    expect((await read(talk, watermark)).activities).toEqual([]);
  });

  test('a message sent again with the same client id is taken once', async () => {
    const talk = await start();
    const ids = await Promise.all([
      say(talk, 'moet ik dimona doen', 'same'),
      say(talk, 'moet ik dimona doen', 'same'),
      say(talk, 'moet ik dimona doen', 'same'),
    ]);
    expect(new Set(ids.map(({ body }) => body.id)).size).toBe(1);
    expect((await read(talk)).activities).toHaveLength(2);
  });

  test('a pressed button does what it says', async () => {
    const talk = await start();
    await say(talk, 'moet ik dimona doen');
    await call('POST', `/conversations/${talk.conversationId}/activities`, talk.token, {
      type: 'message',
      text: 'Geholpen',
      value: { action: 'helped:dimona-doen' },
    });
    expect((await read(talk)).activities.at(-1)?.text).toContain('Fijn dat het helpt');
  });

  test('the page’s start event is greeted once', async () => {
    const talk = await start();
    const event = { type: 'event', name: 'mentorlijn/start', from: { id: 'me' } };
    await call('POST', `/conversations/${talk.conversationId}/activities`, talk.token, event);
    await call('POST', `/conversations/${talk.conversationId}/activities`, talk.token, event);
    const texts = (await read(talk)).activities.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('Mentorlijn'))).toHaveLength(1);
  });

  test('a conversation is resumed after its token expired', async () => {
    const talk = await start();
    const { status, body } = await call<Started>('POST', '/tokens/resume', undefined, { resume: talk.resume });
    expect(status).toBe(200);
    expect(body.conversationId).toBe(talk.conversationId);
    expect((await call('POST', '/tokens/resume', undefined, { resume: talk.token })).status).toBe(401);
  });

  test('a token opens its conversation for an hour; renewed in time it goes on, afterwards only the page’s own way helps', async () => {
    let now = Date.now();
    const line = await serve({}, { clock: { now: () => new Date(now) } });
    const ask = async (method: string, path: string, token: string, body?: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(`${line.origin}/v3/directline${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Started };
    };
    const first = (await ask('POST', '/tokens/generate', '', {})).body;
    const { resume } = (await ask('POST', '/conversations', first.token, {})).body;
    const read = `/conversations/${first.conversationId}/activities`;
    now += 59 * 60_000;
    const renewed = (await ask('POST', '/tokens/refresh', first.token, {})).body;
    now += 2 * 60_000;
    expect((await ask('GET', read, first.token)).status).toBe(401);
    expect((await ask('POST', '/tokens/refresh', first.token, {})).status).toBe(401);
    expect((await ask('GET', read, renewed.token)).status).toBe(200);
    now += 3_600_000;
    expect((await ask('GET', read, renewed.token)).status).toBe(401);
    const back = await ask('POST', '/tokens/resume', '', { resume });
    expect((await ask('GET', read, back.body.token)).status).toBe(200);
    await line.stop();
  });

  test.each([
    ['no token', 'GET', '/conversations/x/activities', undefined, undefined, 401],
    ['a made-up token', 'GET', '/conversations/x/activities', 'abc.def.ghi', undefined, 401],
    ['no JSON', 'POST', '/tokens/generate', undefined, '{"user":', 400],
    ['a wrong shape', 'POST', '/tokens/generate', undefined, { user: 'me' }, 400],
  ])('%s is refused with a code', async (_name, method, path, token, body, status) => {
    const answer = await call<{ error: { code: string; message: string } }>(method, path, token, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toEqual({ code: expect.any(String), message: expect.any(String) });
  });

  test('another’s conversation stays closed', async () => {
    const [mine, other] = await Promise.all([start(), start()]);
    expect((await call('GET', `/conversations/${other.conversationId}/activities`, mine.token)).status).toBe(403);
    expect(
      (
        await call('POST', `/conversations/${other.conversationId}/activities`, mine.token, {
          type: 'message',
          text: 'x',
        })
      ).status,
    ).toBe(403);
  });

  test.each([
    ['an odd watermark', { watermark: 'abc' }, 400],
    ['a negative watermark', { watermark: '-1' }, 400],
  ])('%s', async (_name, { watermark }, status) => {
    const talk = await start();
    expect(
      (await call('GET', `/conversations/${talk.conversationId}/activities?watermark=${watermark}`, talk.token)).status,
    ).toBe(status);
  });

  test('100 kB of text gets a friendly answer, a megabyte a 413', async () => {
    const talk = await start();
    expect((await say(talk, 'dimona '.repeat(14_000))).status).toBe(200);
    expect((await read(talk)).activities.at(-1)?.text).toContain('lang bericht');
    expect((await say(talk, 'x'.repeat(1_000_000))).status).toBe(413);
  });

  test('invalid UTF-8 and unknown buttons do no harm', async () => {
    const talk = await start();
    const path = `${served.origin}/v3/directline/conversations/${talk.conversationId}/activities`;
    const bytes = Buffer.concat([
      Buffer.from('{"type":"message","text":"dimona '),
      Buffer.from([0xff, 0xfe, 0xc3]),
      Buffer.from('"}'),
    ]);
    const response = await fetch(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' },
      body: bytes,
    });
    expect(response.status).toBe(200);
    const odd = await call('POST', `/conversations/${talk.conversationId}/activities`, talk.token, {
      type: 'message',
      text: 'x',
      value: { action: 'rm -rf:everything' },
    });
    expect(odd.status).toBe(200);
  });

  test('the stream sends what is new, and only with a token', async () => {
    const talk = await start();
    const socket = new WebSocket(talk.streamUrl);
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => {
      if (data.length > 0) heard.push(...(JSON.parse(data.toString()) as Page).activities.map(({ text }) => text));
    });
    await new Promise((done) => socket.once('open', done));
    await say(talk, 'moet ik dimona doen');
    await until(() => heard.length >= 2, 'the answer over the stream');
    expect(heard[1]).toContain('Ja, voor hij begint.');
    socket.close();
    const thief = new WebSocket(talk.streamUrl.replace(/t=[^&]+/, 't=nothing'));
    await expect(new Promise((_done, fail) => thief.once('error', fail))).rejects.toThrow(/401/);
  });
});

describe('the unmodified botframework-directlinejs', () => {
  const require = createRequire(import.meta.url);

  test.each([
    ['polling', false],
    ['WebSocket', true],
  ])('talks over %s', async (_name, webSocket) => {
    Object.assign(globalThis, { XMLHttpRequest: require('xhr2') as unknown, WebSocket });
    const { DirectLine } = require('botframework-directlinejs') as {
      DirectLine: new (options: object) => DirectLineClient;
    };
    const { body } = await call<Started>('POST', '/tokens/generate', undefined, {});
    const client = new DirectLine({
      token: body.token,
      domain: `${served.origin}/v3/directline`,
      webSocket,
      pollingInterval: 200,
    });
    const answer = new Promise<string>((done) => {
      client.activity$.subscribe(
        (activity) => {
          if (activity.from.id === 'mentorlijn' && activity.text?.includes('voor hij begint')) done(activity.text);
        },
        () => undefined,
      );
    });
    await new Promise<void>((done, fail) => {
      client.postActivity({ type: 'message', text: 'moet ik dimona doen', from: { id: 'me' } }).subscribe(() => {
        done();
      }, fail);
    });
    expect(await answer).toContain('Ja, voor hij begint.');
    client.end();
  });
});

interface DirectLineClient {
  readonly activity$: {
    subscribe(
      listener: (activity: { from: { id: string }; text?: string }) => void,
      error: (error: unknown) => void,
    ): void;
  };
  postActivity(activity: object): { subscribe(next: (id: string) => void, error: (error: unknown) => void): void };
  end(): void;
}

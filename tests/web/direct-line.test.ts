import { describe, expect, test } from '@jest/globals';
import { DirectLine, NoAnswer, type WebAnswer, type WebRequest } from '../../web/mentor/net/direct-line.js';
import { signIn } from '../../web/mentor/net/sign-in.js';
import { DeviceState, type Session } from '../../web/mentor/talk/device-state.js';
import { add } from '../../web/mentor/talk/queue.js';

const HOUR = 3_600_000;
const session: Session = { conversationId: 'c1', token: 'oud', expiresAt: HOUR, resume: 'geheim' };

/** Answers by method and path; keeps what was asked. */
function server(answers: Readonly<Record<string, readonly [number, unknown?, Readonly<Record<string, string>>?]>>) {
  const asked: { call: string; token: string | undefined; body: unknown }[] = [];
  const fetch = (path: string, request: WebRequest): Promise<WebAnswer> => {
    const call = `${request.method} ${path.replace('/v3/directline', '')}`;
    asked.push({
      call,
      token: request.headers.authorization,
      body: request.body === undefined ? null : (JSON.parse(request.body) as unknown),
    });
    const [status, body, headers] = answers[call] ?? [0];
    if (status === 0) return Promise.reject(new TypeError('no network'));
    return Promise.resolve({
      ok: status < 300,
      status,
      headers: { get: (name) => headers?.[name] ?? null },
      json: () => Promise.resolve(body),
    });
  };
  return { line: new DirectLine(fetch, () => 0), asked };
}

const token = (conversationId: string, value: string) => ({
  conversationId,
  token: value,
  expires_in: 3_600,
  resume: 'geheim2',
});
const opened = (conversationId: string) => ({
  ...token(conversationId, 'vers'),
  streamUrl: `ws://elders.example/v3/directline/conversations/${conversationId}/stream?t=x`,
});

describe('into the conversation', () => {
  test('a new device begins one', async () => {
    const { line } = server({
      'POST /tokens/generate': [200, token('c9', 't')],
      'POST /conversations': [201, opened('c9')],
    });
    expect(await signIn(line, null, '', 0)).toEqual({
      session: { conversationId: 'c9', token: 'vers', expiresAt: HOUR, resume: 'geheim2' },
      streamPath: '/v3/directline/conversations/c9/stream?t=x',
      fresh: true,
      lost: false,
    });
  });

  test('a known device comes back from where it was', async () => {
    const { line, asked } = server({ 'GET /conversations/c1?watermark=7': [200, opened('c1')] });
    expect(await signIn(line, session, '7', 0)).toMatchObject({ fresh: false });
    expect(asked[0]?.token).toBe('Bearer oud');
  });

  test('an old token is bought anew with the resume secret', async () => {
    const { line, asked } = server({
      'POST /tokens/resume': [200, token('c1', 'nieuw')],
      'GET /conversations/c1': [200, opened('c1')],
    });
    expect(await signIn(line, session, '', 2 * HOUR)).toMatchObject({ fresh: false });
    expect(asked.map(({ call }) => call)).toEqual(['POST /tokens/resume', 'GET /conversations/c1']);
    expect(asked[0]?.body).toEqual({ resume: 'geheim' });
  });

  test('a token that is about to end is refreshed first', async () => {
    const { line, asked } = server({
      'POST /tokens/refresh': [200, token('c1', 'nieuw')],
      'GET /conversations/c1': [200, opened('c1')],
    });
    await signIn(line, session, '', HOUR - 60_000);
    expect(asked.map(({ token: used }) => used)).toEqual(['Bearer oud', 'Bearer nieuw']);
  });

  test('a token the server no longer believes is resumed', async () => {
    const { line } = server({
      'GET /conversations/c1': [401],
      'POST /tokens/resume': [401],
      'POST /tokens/generate': [200, token('c9', 't')],
      'POST /conversations': [201, opened('c9')],
    });
    expect(await signIn(line, session, '', 0)).toMatchObject({ fresh: true, lost: true });
  });

  test.each([[0], [500], [503], [429]])(
    'a server that cannot be reached (%s) costs no conversation',
    async (status) => {
      const { line } = server({ 'GET /conversations/c1': [status, {}, { 'retry-after': '7' }] });
      await expect(signIn(line, session, '', 0)).rejects.toMatchObject({
        status,
        retryAfterMs: status === 0 ? null : 7_000,
      });
    },
  );
});

describe('sending', () => {
  const [item] = add([], { clientId: 'k1', kind: 'message', text: 'SAO', action: 'slot:contract:SAO' }, 0);
  if (!item) throw new Error('no item');
  const path = 'POST /conversations/c1/activities';

  test('a pressed button travels with its action and our own id', async () => {
    const { line, asked } = server({ [path]: [200, { id: 'x' }] });
    expect(await line.send(session, item)).toEqual({ kind: 'sent' });
    expect(asked[0]?.body).toMatchObject({
      type: 'message',
      text: 'SAO',
      value: { action: 'slot:contract:SAO' },
      channelData: { clientActivityID: 'k1' },
    });
  });

  test.each([
    [0, { kind: 'later' }],
    [500, { kind: 'later' }],
    [429, { kind: 'later', afterMs: 7_000 }],
    [401, { kind: 'sign-in' }],
    [403, { kind: 'sign-in' }],
    [400, { kind: 'refused' }],
    [413, { kind: 'refused' }],
  ])('answer %s', async (status, expected) => {
    const { line } = server({ [path]: [status, {}, status === 429 ? { 'retry-after': '7' } : {}] });
    expect(await line.send(session, item)).toEqual(expected);
  });

  test('a failure says whether the token was refused', () => {
    expect([0, 401, 404, 500].map((status) => new NoAnswer(status).signedOut)).toEqual([false, true, true, false]);
  });
});

describe('what the device keeps', () => {
  test('survives a closed page, and a shelf that refuses', () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    new DeviceState(shelf).saveSession(session);
    expect(new DeviceState(shelf).session()).toEqual(session);
    const full = new DeviceState({
      ...shelf,
      setItem: () => {
        throw new Error('full');
      },
    });
    full.saveDraft('half getypt');
    expect(full.draft()).toBe('half getypt');
    kept.set('mentorlijn.queue', '{kapot');
    expect(new DeviceState(shelf).queue()).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filesOf, keepFile } from '../../handlers/attachments.js';
import { homeId, putIdentity } from '../../handlers/continuity/home.js';
import { conversationKey } from '../../handlers/message.js';
import type { Ticket } from '../../handlers/ticket.js';
import { serve, type Served } from '../support/serve.js';
import { PDF, PNG } from '../support/small-files.js';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const at = (path: string): string => `${served.origin}/v3/directline${path}`;

async function start(): Promise<{ conversationId: string; token: string }> {
  const response = await fetch(at('/tokens/generate'), { method: 'POST' });
  return (await response.json()) as { conversationId: string; token: string };
}

type Talk = Awaited<ReturnType<typeof start>>;

const upload = (
  talk: Talk,
  body: FormData | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(at(`/conversations/${talk.conversationId}/upload?userId=me`), {
    method: 'POST',
    headers: { authorization: `Bearer ${talk.token}`, ...headers },
    body,
  });

/** As the unmodified Direct Line client makes it. */
function form(activity: object | null, ...files: readonly (readonly [string, string, Buffer])[]): FormData {
  const made = new FormData();
  if (activity)
    made.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  for (const [name, type, bytes] of files) made.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return made;
}

const ask = (talk: Talk, text: string): Promise<Response> =>
  fetch(at(`/conversations/${talk.conversationId}/activities`), {
    method: 'POST',
    headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text }),
  });

const ticketOf = async (talk: Talk): Promise<Ticket | undefined> =>
  (
    await served.app.deps.store.query<Ticket>({
      kind: 'ticket',
      index: 'conversation',
      prefix: `web:${talk.conversationId}|`,
    })
  )[0]?.body;

describe('sending a file over Direct Line', () => {
  test('a form that is cut off is refused', async () => {
    const answer = await upload(await start(), new Uint8Array(Buffer.from('--x\r\nContent-Disp')), {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect(answer.status).toBe(400);
  });

  test('a photo with words reaches the ticket, with its bytes', async () => {
    const talk = await start();
    const sent = await upload(
      talk,
      form({ type: 'message', text: 'is dit hek veilig genoeg', from: { id: 'me' } }, ['hek.png', 'image/png', PNG]),
    );
    expect([sent.status, await sent.json()]).toEqual([200, { id: expect.stringContaining(talk.conversationId) }]);
    await ask(talk, 'coach');
    const [photo] = (await ticketOf(talk))?.attachments ?? [];
    expect(photo).toMatchObject({ kind: 'image', name: 'hek.png', contentType: 'image/png', size: PNG.length });
    expect((await filesOf(served.app.deps.store, conversationKey('web', talk.conversationId)))[0]?.id).toBe(
      photo?.file,
    );
  });

  test('one bare file is a message of its own', async () => {
    const talk = await start();
    const headers = { 'content-type': 'application/pdf', 'content-disposition': 'name="file"; filename="brief.pdf"' };
    expect((await upload(talk, new Uint8Array(PDF), headers)).status).toBe(200);
    await ask(talk, 'coach');
    await ask(talk, 'klopt deze brief');
    expect((await ticketOf(talk))?.attachments[0]).toMatchObject({ kind: 'document', name: 'brief.pdf' });
  });

  test.each<readonly [string, () => FormData, number, string]>([
    ['a page', () => form(null, ['x.html', 'text/html', Buffer.from('<script>')]), 400, 'bad-request'],
    [
      'thirteen parts',
      () => form(null, ...Array.from({ length: 13 }, () => ['', '', PNG] as const)),
      400,
      'bad-request',
    ],
    ['no file at all', () => form({ type: 'message', text: 'hallo' }), 400, 'bad-request'],
    [
      'six files',
      () => form(null, ...Array.from({ length: 6 }, () => ['a.png', 'image/png', PNG] as const)),
      400,
      'bad-request',
    ],
    ['six megabytes', () => form(null, ['a.png', 'image/png', Buffer.alloc(6_000_000, 1)]), 413, 'too-large'],
  ])('%s is refused', async (_name, body, status, code) => {
    const answer = await upload(await start(), body());
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([status, code]);
  });

  test('what is sent again because its answer was lost is kept once', async () => {
    const talk = await start();
    const once = () =>
      form({ type: 'message', channelData: { clientActivityID: 'foto-1' } }, ['a.png', 'image/png', PNG]);
    const ids = [];
    for (let tries = 0; tries < 2; tries += 1) ids.push(await (await upload(talk, once())).json());
    expect(ids[1]).toEqual(ids[0]);
    const key = conversationKey('web', talk.conversationId);
    expect((await filesOf(served.app.deps.store, key)).length).toBe(1);
  });

  test('a conversation that is full says so, and takes what it already had', async () => {
    const talk = await start();
    const key = conversationKey('web', talk.conversationId);
    for (let kept = 0; kept < 39; kept += 1)
      await keepFile(served.app.deps, { conversation: key, name: null, contentType: null, bytes: PNG });
    const named = (name: string) => form({ type: 'message', channelData: { clientActivityID: name } }, ['', '', PNG]);
    const statuses = [];
    for (const name of ['last', 'last', 'more']) statuses.push((await upload(talk, named(name))).status);
    expect(statuses).toEqual([200, 200, 413]);
  });

  test('what comes from a joined device belongs to the person, and goes with him', async () => {
    const [home, guest] = await Promise.all([start(), start()]);
    const owner = conversationKey('web', home.conversationId);
    const alias = putIdentity(homeId(conversationKey('web', guest.conversationId)), { owner }, 'absent');
    await served.app.deps.store.commit({ puts: [alias] });
    await upload(guest, form(null, ['a.png', 'image/png', PNG]));
    expect((await filesOf(served.app.deps.store, owner)).length).toBe(1);
  });

  test('nobody sends a file into another’s conversation', async () => {
    const [mine, other] = await Promise.all([start(), start()]);
    const answer = await upload(
      { ...mine, conversationId: other.conversationId },
      form(null, ['a.png', 'image/png', PNG]),
    );
    expect(answer.status).toBe(403);
  });

  test('a client cannot claim a file by naming it', async () => {
    const talk = await start();
    await fetch(at(`/conversations/${talk.conversationId}/activities`), {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        text: 'kijk hier eens naar',
        attachments: [{ contentType: 'image/png', content: { file: 'van-een-ander', size: 1 } }],
      }),
    });
    await ask(talk, 'coach');
    expect((await ticketOf(talk))?.attachments[0]).not.toHaveProperty('file');
  });

  // Last: it uses up what this address may send in a minute.
  test('whoever keeps sending files has to wait', async () => {
    const talk = await start();
    const statuses: number[] = [];
    for (let sent = 0; sent < 21; sent += 1) statuses.push((await upload(talk, form({ type: 'message' }))).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

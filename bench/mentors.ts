import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Everyday questions, all different: what is remembered of one must not answer for the next. */
const QUESTIONS = readFileSync(join(import.meta.dirname, '../tests/ranking/everyday.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);
/** Steps over the list, so that mentors who ask at the same moment do not ask the same. */
const STRIDE = 97;
export const question = (mentor: number, n: number): string =>
  QUESTIONS[(mentor * STRIDE + n) % QUESTIONS.length] ?? '';

/** Takes every answer, as Teams does. */
export async function fakeConnector(): Promise<{ readonly url: string; stop(): void }> {
  const server: Server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

let sent = 0;
/** One turn through /api/messages; answered when the echo or our answer has gone to the connector. */
export async function teamsTurn(origin: string, serviceUrl: string, mentor: number, text: string): Promise<void> {
  sent += 1;
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `a${String(sent)}`,
      channelId: 'emulator',
      serviceUrl,
      conversation: { id: `c${String(mentor)}` },
      from: { id: `u${String(mentor)}` },
      recipient: { id: 'bot' },
      text,
    }),
  });
  if (!response.ok) throw new Error(`/api/messages answered ${String(response.status)}`);
  await response.arrayBuffer();
}

export interface WebTalk {
  readonly conversationId: string;
  readonly token: string;
}

export async function webTalk(origin: string): Promise<WebTalk> {
  return (await post(origin, '/tokens/generate', null, {})) as WebTalk;
}

export async function webTurn(origin: string, talk: WebTalk, text: string): Promise<void> {
  sent += 1;
  const channelData = { clientActivityID: `b${String(sent)}` };
  await post(origin, `/conversations/${talk.conversationId}/activities`, talk.token, {
    type: 'message',
    text,
    channelData,
  });
}

const TRIES = 3;

/** As the page does: a kept connection that was closed at that very moment is no answer, and the message goes again. */
async function send(url: string, request: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch(url, request);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

async function post(origin: string, path: string, token: string | null, body: object): Promise<unknown> {
  const response = await send(`${origin}/v3/directline${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Direct Line answered ${String(response.status)}`);
  return response.json();
}
